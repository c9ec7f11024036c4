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
from bots.teams.inbound.shown import Shown, opener
from bots.teams.names import Verb
from core.commands import End, SendDigest
from core.errors import PracticeError, StorageError
from core.people import Role

_Word = Callable[[Asker], Awaitable[None]]
_ENDS = frozenset({"end", "end call"})
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
            **dict.fromkeys(_ENDS, self.end),
            **{word: self._form(word, verb) for word, verb in _FORMS.items()},
        }

    def knows(self, text: str) -> bool:
        """Whether the whole of a text is one of the words."""
        return _word(text) in self._words

    def ends(self, text: str) -> bool:
        """Whether it is the word that ends a call."""
        return _word(text) in _ENDS

    def do(self, asker: Asker, text: str) -> None:
        """Do what was asked for; nobody waits for it."""
        word = _word(text)
        handler = self._words.get(word)
        if handler is None:
            handler = self._shown.training if not word else self._unknown(word)
        self._in.here.soon.do(f"command {word[:20]}", self._kindly(handler, asker))

    async def outside(self, asker: Asker, text: str) -> None:
        """Answer somebody who writes to us while no call of theirs is held here."""
        elsewhere = await running_of(self._in.here, asker)
        if elsewhere:
            attempt, _ = elsewhere[0]
            scenario = await self._in.here.scenario(attempt)
            name = scenario.persona.name if scenario else "The customer"
            await self._in.tell(asker, hints.beside_thread(name))
            return
        near = get_close_matches(_word(text), self._words, n=1, cutoff=0.75)
        if near:
            await self._in.tell(asker, f"Did you mean “{near[0]}”? “help” lists all I know.")
        await self._kindly(self._shown.training, asker)

    async def _kindly(self, handler: _Word, asker: Asker) -> None:
        try:
            await handler(asker)
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
        person = await self._forms.asker(asker)
        envelope = await self._in.submit(asker, SendDigest(self._in.here.clock.now()))
        told = Role.MANAGER in person.roles and not asker.personal
        self._in.answer(asker, envelope, "Your digest is in our personal chat." if told else "")

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
