"""A line that the Realtime API words and speaks at once, checked before anybody hears it."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import AsyncGenerator, Callable
from contextlib import aclosing
from dataclasses import dataclass

from adapters.models.embedded.wording import Stock, word
from adapters.models.failures import Failure, ModelError
from adapters.models.left_to_say import left_out
from adapters.models.line_checks import Fault, Near, check
from adapters.models.openai.knowledge import bounds
from adapters.models.openai.line_prompt import COMPLAINTS, line_rules, line_task
from adapters.models.sentences import sentences
from adapters.speech.openai_voices import manner
from adapters.speech.realtime.events import message
from adapters.speech.realtime.response import Sounding
from adapters.speech.realtime.session import RealtimeSession
from adapters.speech.realtime.tools import used
from adapters.speech.resampling import OPENAI_RATE, resampled
from core.attempt import Call
from core.beats import Act, Beat
from core.reading import Note
from core.speech import RATE

_MOST_SENTENCES = 5


@dataclass(frozen=True, slots=True)
class SpokenPiece:
    """Words and their sound. `line` names the authored line, if it is one."""

    text: str
    audio: bytes
    line: str = ""


class RealtimeSpeaker:
    """Improvises a beat in sound, once more when it is at fault, and then speaks the author's.

    The transcript does not say where in the sound a sentence ends. So the sound of a response is
    held until all of its words are there and checked: it is made several times faster than it is
    played, and lines are short.
    """

    def __init__(self, near: Near, stock: Stock, nonce: Callable[[], str] | None = None) -> None:
        self._near = near
        self._stock = stock
        self._nonce = nonce or (lambda: secrets.token_hex(8))

    async def converse(
        self, session: RealtimeSession, call: Call, beat: Beat
    ) -> AsyncGenerator[SpokenPiece | Note]:
        """Yield the line in pieces, and notes for the event log. Raises ModelError.

        `session` has the persona's voice and the scenario's functions.
        """
        fault: Fault | None = None
        opens = any(move.act is Act.OPEN for move in beat.moves)
        for again in () if opens else (False, True):
            if again and fault:
                yield Note("line_retried", (("fault", fault.value),))
            text, audio = await self._improvised(session, call, beat, fault)
            fault = await self._fault(text, call, beat)
            if fault is None:
                yield SpokenPiece(text, await asyncio.to_thread(_ours, audio))
                return
            yield Note("line_rejected", (("fault", fault.value),))
        if fault:
            yield Note("authored_line_used", (("fault", fault.value),))
        for sentence in word(call, beat, self._stock):
            line = session.speak(sentence.text, mood=beat.mood)
            async with aclosing(line):
                audio = b"".join([piece async for piece in line])
            yield SpokenPiece(sentence.text, audio, sentence.line)

    async def _improvised(
        self, session: RealtimeSession, call: Call, beat: Beat, fault: Fault | None
    ) -> tuple[str, bytes]:
        complaint = COMPLAINTS[fault] if fault else ""
        task = line_task(call, beat, (), complaint, self._nonce())
        rules = f"{line_rules(call)}\n\n{manner(session.voice, beat.mood)}"
        text, audio = "", b""
        async with aclosing(session.parts(rules, [message(task), *used(call, beat)])) as parts:
            async for part in parts:
                if isinstance(part, Sounding):
                    audio += part.audio
                else:
                    text += part.text
        if text.strip() and not audio:
            raise ModelError(Failure.BAD_ANSWER)
        return text.strip(), audio

    async def _fault(self, text: str, call: Call, beat: Beat) -> Fault | None:
        """Return what is wrong with the first sentence at fault, None when all may be said."""
        said: list[str] = []
        for sentence in sentences(text):
            held = bounds(call, beat, tuple(said))
            # The embeddings take milliseconds: not on the event loop.
            if fault := await asyncio.to_thread(check, sentence, held, self._near):
                return fault
            said.append(sentence)
        if not said or left_out(call, beat, said):
            return Fault.EMPTY
        return Fault.LENGTH if len(said) > _MOST_SENTENCES else None


def _ours(audio: bytes) -> bytes:
    return resampled(audio, OPENAI_RATE, RATE)
