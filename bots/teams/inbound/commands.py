"""The words that people may write to us, and what each of them does.

In a personal chat in which a call is under way everything else is said to the customer.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from difflib import get_close_matches

from bots.chat import hints
from bots.teams.inbound.asking import Asker, Inbound
from bots.teams.inbound.forms import Forms
from bots.teams.inbound.running import running_in, running_of
from bots.teams.inbound.shown import Shown
from bots.teams.inbound.small_cards import opener
from bots.teams.names import Verb
from core.attempt import Attempt
from core.commands import End, SendDigest
from core.errors import PracticeError, StorageError

_Word = Callable[[Asker], Awaitable[None]]
_END = "end call"
_STOPS = frozenset({"end", "stop", "quit", "cancel"})
_ENDS = _STOPS | {_END}
_ASIDE = frozenset({"help", "documents"})
"""What else is said to us while a call runs; everything but these is said to the customer."""
_GREETINGS = frozenset({"hi", "hello", "hey", "start", "begin", "good morning", "good afternoon"})
_FORMS = {
    "assign": Verb.ASSIGN,
    "settings": Verb.WAYS,
    "people": Verb.PEOPLE,
    "digest time": Verb.DIGEST_TIME,
}


class Commands:
    """Takes commands by word. What is answered, the asker alone sees wherever that can be."""

    def __init__(self, inbound: Inbound, shown: Shown, forms: Forms) -> None:
        self._in = inbound
        self._shown = shown
        self._forms = forms
        self._words: dict[str, _Word] = {
            "training": shown.training,
            "my training": shown.training,
            "review": shown.reviews,
            "people in training": shown.people,
            "digest": self.digest,
            "help": shown.help,
            "practise": shown.practise,
            "practice": shown.practise,
            **dict.fromkeys(_ENDS, self.end),
            **{word: self._form(word, verb) for word, verb in _FORMS.items()},
        }

    def knows(self, text: str) -> bool:
        """Whether the whole of a text is one of the words."""
        return _word(text) in self._words

    def in_call(self, asker: Asker, text: str, call: Attempt) -> bool:
        """Do what is asked for in the middle of a call; False for what is said to the customer."""
        word = _word(text)
        if word == _END:
            self._soon(self.end, asker)
        elif word in _STOPS:
            self._in.here.soon.do("stop", self._shown.in_call(asker, call, stops=True))
        elif word in _ASIDE:
            self._in.here.soon.do("aside", self._shown.in_call(asker, call))
        else:
            return False
        return True

    def do(self, asker: Asker, text: str) -> None:
        """Do what was asked for; nobody waits for it."""
        word = _word(text)
        handler = self._words.get(word)
        if handler is None:
            handler = self._shown.training if not word else self._unknown(word)
        self._soon(handler, asker)

    def _soon(self, handler: _Word, asker: Asker) -> None:
        # Its name may come into the log, and what somebody wrote may not.
        self._in.here.soon.do("command", self._kindly(handler, asker))

    async def outside(self, asker: Asker, text: str) -> None:
        """Answer somebody who writes to us while no call of theirs is held here."""
        elsewhere = await running_of(self._in.here, asker)
        if elsewhere:
            attempt, _ = elsewhere[0]
            scenario = await self._in.here.scenario(attempt)
            name = scenario.persona.name if scenario else "The customer"
            await self._in.tell(asker, hints.beside_thread(name))
            return
        word = _word(text)
        if not word or word in _GREETINGS:
            await self._kindly(self._shown.training, asker)
            return
        near = get_close_matches(word, self._words, n=1, cutoff=0.75)
        await self._shown.unheard(asker, f"Did you mean “{near[0]}”?" if near else "")

    async def _kindly(self, handler: _Word, asker: Asker) -> None:
        try:
            await handler(asker)
            if handler not in {self._shown.practise, self.end}:
                await self._in.point_aside(asker)
        except PracticeError as error:
            await self._in.tell(asker, str(error))
        except StorageError:
            # A word is not sent again by itself: whoever gave it has to.
            await self._in.tell(asker, hints.NOTHING_KEPT)
            raise

    def _form(self, word: str, verb: Verb) -> _Word:
        """A dialog opens at a click only: so the word is answered by a button."""

        async def handle(asker: Asker) -> None:
            await self._forms.may(asker, verb)
            await self._in.tell(asker, opener(word, verb))

        return handle

    async def digest(self, asker: Asker) -> None:
        """Send a manager their digest."""
        await self._forms.asker(asker)
        envelope = await self._in.submit(asker, SendDigest(self._in.here.clock.now()))
        self._in.answer(asker, envelope)

    async def end(self, asker: Asker) -> None:
        """End the call that is held here, or else the one that is held elsewhere."""
        await self._forms.asker(asker)
        call = await running_in(self._in.here, asker)
        others = await running_of(self._in.here, asker) if call is None else []
        call = others[0][0] if others else call
        if call is None:
            await self._in.tell(asker, hints.NO_CALL)
            return
        envelope = await self._in.submit(asker, End(call.id))
        self._in.answer(asker, envelope, "The call has ended." if others else "")

    def _unknown(self, word: str) -> _Word:
        async def handle(asker: Asker) -> None:
            near = get_close_matches(word, self._words, n=1)
            mend = f"Did you mean “{near[0]}”?" if near else "“help” lists them."
            await self._in.tell(asker, f"“{word[:40]}” is no word I know. {mend}")

        return handle


def _word(text: str) -> str:
    return " ".join(text.lower().strip(" .!/").split())
