"""`/practice`: what each word after it does."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from difflib import get_close_matches
from typing import Any

from bots.chat import hints
from bots.slack.home import help_text, review_blocks
from bots.slack.inbound.asking import Asker, Inbound
from bots.slack.inbound.opening import Opening
from bots.slack.inbound.training import show_training, stranger
from bots.slack.names import COMMAND, Action
from bots.slack.texts import unmarked
from core import views
from core.commands import End, SendDigest
from core.errors import PracticeError, StorageError
from core.people import Role

_Word = Callable[[Asker, str], Awaitable[None]]
_MODALS = {"assign": Action.ASSIGN, "settings": Action.WAYS, "people": Action.PEOPLE}


class Commands:
    """Takes the slash command. What is answered is seen by the asker alone."""

    def __init__(self, inbound: Inbound, opening: Opening) -> None:
        self._in = inbound
        self._opening = opening
        self._words: dict[str, _Word] = {
            "": self._training,
            "training": self._training,
            "review": self._review,
            "digest": self._digest,
            "end": self._end,
            "help": self._help,
            **{word: self._modal(action) for word, action in _MODALS.items()},
        }

    async def take(self, workspace: str, body: dict[str, Any]) -> None:
        """Do what was asked for. Raises StorageError."""
        asker = Asker(
            workspace,
            str(body["user_id"]),
            str(body.get("channel_id", "")),
            trigger=str(body.get("trigger_id", "")),
        )
        word, _, rest = str(body.get("text", "")).strip().partition(" ")
        handler = self._words.get(word.lower())
        if handler is None:
            self._in.here.soon.do("unknown word", self._unknown(asker, word))
            return
        self._in.here.soon.do(f"command {word}", self._kindly(handler, asker, rest.strip()))

    async def _kindly(self, handler: _Word, asker: Asker, rest: str) -> None:
        try:
            await handler(asker, rest)
        except PracticeError as error:
            await self._in.tell(asker, str(error))
        except StorageError:
            # Slack sends no command again: whoever gave it has to.
            await self._in.tell(asker, hints.NOTHING_KEPT)
            raise

    def _modal(self, action: Action) -> _Word:
        async def handle(asker: Asker, _rest: str) -> None:
            await self._opening.open(asker, action, "", {})

        return handle

    async def _training(self, asker: Asker, _rest: str) -> None:
        await self._opening.forms.asker(asker)
        await show_training(self._in, asker)

    async def _review(self, asker: Asker, _rest: str) -> None:
        person = await self._opening.forms.asker(asker)
        here = self._in.here
        async with here.store.reading() as unit:
            waiting = await views.waiting_reviews(unit, person)
        words = "Reviews that wait for you" if waiting else "No review waits for you."
        shown = review_blocks(waiting, here.clock.now(), person.time_zone)
        await self._in.tell(asker, words, shown)

    async def _digest(self, asker: Asker, rest: str) -> None:
        person = await self._opening.forms.asker(asker)
        if rest in {"time", "settings"} and Role.MANAGER in person.roles:
            await self._opening.open(asker, Action.DIGEST_TIME, "", {})
            return
        command = SendDigest(self._in.here.clock.now())
        envelope = await self._in.submit(asker, command, f"command:{asker.trigger}")
        self._in.answer(asker, envelope, "Your digest is in our direct messages.")

    async def _end(self, asker: Asker, _rest: str) -> None:
        """A command cannot be given in a thread, so it ends the call that is running."""
        await self._opening.forms.asker(asker)
        async with self._in.here.store.reading() as unit:
            attempts = await unit.attempts(asker.workspace, asker.person)
        running = [a for a in attempts if a.ended is None]
        if not running:
            await self._in.tell(asker, hints.NO_CALL)
            return
        envelope = await self._in.submit(asker, End(running[-1].id), f"command:{asker.trigger}")
        self._in.answer(asker, envelope)

    async def _help(self, asker: Asker, _rest: str) -> None:
        person = await self._in.here.person(asker.workspace, asker.person)
        words = help_text(person) if person else await stranger(self._in, asker)
        await self._in.tell(asker, words)

    async def _unknown(self, asker: Asker, word: str) -> None:
        near = get_close_matches(word.lower(), [w for w in self._words if w], n=1)
        mend = f"Did you mean {COMMAND} {near[0]}?" if near else f"{COMMAND} help lists them."
        await self._in.tell(asker, f"“{unmarked(word[:40])}” is no command here. {mend}")
