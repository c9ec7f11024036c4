"""Words the customer's line with a model, a sentence at a time, each one checked."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator, Callable, Sequence
from contextlib import aclosing

from adapters.models.embedded.wording import Stock, word
from adapters.models.left_to_say import left_out, left_to_say
from adapters.models.line_checks import Fault, Near, check
from adapters.models.openai.chat import Chat
from adapters.models.openai.knowledge import bounds
from adapters.models.openai.line_prompt import COMPLAINTS, line_rules, line_task
from adapters.models.openai.tidy import tidied
from adapters.models.openai.tries import Pace, Tries
from adapters.models.sentences import Cutter
from core.attempt import Call
from core.beats import Act, Beat
from core.errors import ProviderError
from core.ports import Sentence
from core.reading import Note

_MOST_TOKENS = 160
_MOST_SENTENCES = 5
# Where a model would go on with the other one's words.
_STOPS = ("Agent:", "\nCustomer:")


class Speaker:
    """Asks for a line, once more when a sentence is at fault, and then takes the author's."""

    def __init__(
        self, chat: Chat, pace: Pace, near: Near, stock: Stock, nonce: Callable[[], str]
    ) -> None:
        self._chat = chat
        self._pace = pace
        self._near = near
        self._stock = stock
        self._nonce = nonce

    async def say(self, call: Call, beat: Beat) -> AsyncGenerator[Sentence | Note]:
        """Yield the line. Raises ModelError, also between sentences."""
        said: list[str] = []
        fault: Fault | None = None
        if not any(move.act is Act.OPEN for move in beat.moves):
            tries = Tries(self._pace, self._chat.settings.timeout_s)
            async with aclosing(self._improvised(call, beat, said, tries)) as parts:
                async for part in parts:
                    if isinstance(part, Fault):
                        fault = part
                    else:
                        yield part
            left = left_to_say(call, beat, said) if fault else left_out(call, beat, said)
            if left is None:
                return
            yield Note("authored_line_used", (("fault", fault.value if fault else "left_out"),))
            beat = left
        for sentence in word(call, beat, self._stock):
            if sentence.text not in said:
                yield sentence

    async def _improvised(
        self, call: Call, beat: Beat, said: list[str], tries: Tries
    ) -> AsyncGenerator[Sentence | Note | Fault]:
        """Yield the model's sentences, adding them to `said`; at last a fault, if it gives up."""
        fault: Fault | None = None
        for retried in (False, True):
            if retried and fault:
                yield Note("line_retried", (("fault", fault.value),))
            complaint = COMPLAINTS[fault] if fault else ""
            fault = None
            async with aclosing(self._checked(call, beat, said, complaint, tries)) as checked:
                async for text, fault in checked:
                    if fault:
                        yield Note("line_rejected", (("fault", fault.value),))
                        break
                    said.append(text)
                    yield Sentence(text)
            if not fault:
                return
        if fault:
            yield fault

    async def _checked(
        self, call: Call, beat: Beat, said: Sequence[str], complaint: str, tries: Tries
    ) -> AsyncGenerator[tuple[str, Fault | None]]:
        """Yield sentences with what is wrong with them, trying again when the server fails."""
        while True:
            try:
                async with aclosing(self._written(call, beat, said, complaint, tries)) as written:
                    async for text in written:
                        held = bounds(call, beat, tuple(said))
                        # The embeddings take milliseconds: not on the event loop.
                        yield text, await asyncio.to_thread(check, text, held, self._near)
            except ProviderError as error:
                await tries.after(error)
            else:
                if not said:
                    yield "", Fault.EMPTY
                return

    async def _written(
        self, call: Call, beat: Beat, said: Sequence[str], complaint: str, tries: Tries
    ) -> AsyncGenerator[str]:
        user = line_task(call, beat, said, complaint, self._nonce())
        pieces = self._chat.stream(
            line_rules(call), user, tries.left_s, max_tokens=_MOST_TOKENS, stop=list(_STOPS)
        )
        tidy = tidied(_cut(pieces), call.scenario.persona.name)
        async with aclosing(pieces), aclosing(tidy):
            async for sentence in tidy:
                yield sentence
                if len(said) >= _MOST_SENTENCES:
                    return


async def _cut(pieces: AsyncIterator[str]) -> AsyncGenerator[str]:
    cutter = Cutter()
    async for piece in pieces:
        for sentence in cutter.feed(piece):
            yield sentence
    last = cutter.rest()
    if last:
        yield last
