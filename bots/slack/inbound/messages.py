"""What people write: to the customer, to a trainee as their coach, or where nobody hears it."""

from __future__ import annotations

import json
from typing import Any

from bots.chat import hints
from bots.chat.lately import Lately
from bots.slack import blocks
from bots.slack.inbound.asking import Asker, Inbound
from bots.slack.inbound.training import show_training
from bots.slack.names import Action
from bots.slack.room import as_json
from bots.slack.viewing import permalink
from bots.slack.words import Written, written
from core.attempt import Attempt
from core.commands import Remark, Say
from core.people import coaches
from core.places import Place
from core.scenario import Mode
from core.words import LONGEST_SAID

_NEW = frozenset({"", "file_share", "thread_broadcast"})
_FITS_BUTTON = 1_600


class Messages:
    """Takes message events. A message's own place is its id, so a second one changes nothing."""

    def __init__(self, inbound: Inbound) -> None:
        self._in = inbound
        self._hinted: set[tuple[str, str]] = set()
        self._lately = Lately()

    async def take(self, workspace: str, event: dict[str, Any]) -> None:
        """Save what a message asks for. Raises StorageError: Slack then sends it again."""
        key = workspace, event.get("channel"), event.get("ts"), event.get("subtype")
        if key not in self._lately:
            await self._take(workspace, event)
            # Not before: what could not be saved has to come again.
            self._lately.add(key)

    async def _take(self, workspace: str, event: dict[str, Any]) -> None:
        subtype = str(event.get("subtype") or "")
        if subtype == "message_changed":
            await self._changed(workspace, event)
        elif subtype == "message_deleted":
            await self._deleted(workspace, event)
        elif subtype in _NEW and not event.get("bot_id") and event.get("user"):
            await self._new(workspace, event)

    async def _new(self, workspace: str, event: dict[str, Any]) -> None:
        asker = _asker(workspace, event)
        place = None
        if asker.thread:
            place = await self._in.here.places.at(workspace, asker.channel, asker.thread)
        attempt, kind = (place.attempt, place.kind) if place else (None, "")
        if attempt and kind == "CallOpened":
            by_voice = place is not None and place.data == Mode.VOICE
            await self._to_customer(asker, event, attempt, by_voice=by_voice)
        elif attempt and kind == "ReviewAsked":
            await self._to_trainee(asker, event, attempt)
        elif event.get("channel_type") == "im" or asker.channel.startswith("D"):
            self._in.here.soon.do("outside", self._outside(asker, event))

    async def _to_customer(
        self, asker: Asker, event: dict[str, Any], attempt_id: str, *, by_voice: bool
    ) -> None:
        said = await self._written(asker, event)
        if said.only_emoji:
            self._hint(asker, hints.EMOJI_ALONE)
            return
        if said.files:
            self._hint(asker, hints.files_to_customer(with_words=bool(said.text)))
        if not said.text:
            return
        attempt = await self._in.here.attempt(attempt_id) if by_voice else None
        if attempt is not None and attempt.ended is None:
            self._hint(asker, hints.BY_VOICE)
            return
        envelope = await self._in.submit(asker, Say(attempt_id, said.text), _key(event))
        self._in.answer(asker, envelope)

    async def _to_trainee(self, asker: Asker, event: dict[str, Any], attempt_id: str) -> None:
        """Take the assigned coach's words as feedback; what others say there stays theirs."""
        attempt = await self._in.here.attempt(attempt_id)
        if attempt is None:
            return
        here = self._in.here
        author = await here.person(asker.workspace, asker.person)
        trainee = await here.person(asker.workspace, attempt.trainee)
        if trainee is None or author is None or not coaches(author, trainee):
            name = trainee.name if trainee else "The trainee"
            if (asker.thread, asker.person) not in self._hinted:
                self._hinted.add((asker.thread, asker.person))
                self._hint(asker, hints.not_heard(name))
            return
        said = await self._written(asker, event)
        if not said.text:
            self._hint(asker, hints.files_to_trainee(trainee.name))
            return
        envelope = await self._in.submit(asker, Remark(attempt_id, said.text), _key(event))
        self._in.answer(asker, envelope, done=hints.sent_to(trainee.name))

    async def _outside(self, asker: Asker, event: dict[str, Any]) -> None:
        """Help somebody who writes beside the thread."""
        running = await self._running(asker)
        if running is None:
            await show_training(self._in, asker)
            return
        attempt, head = running
        client = await self._in.here.client(asker.workspace)
        name = await self._customer(attempt)
        sentence = hints.beside_thread(name)
        link = await permalink(client, head)
        text = (await self._written(asker, event)).text
        value = json.dumps({"attempt": attempt.id, "text": text[:LONGEST_SAID]}, ensure_ascii=False)
        buttons = [
            blocks.button("Open the thread", Action.OPEN_THREAD, url=link) if link else None,
            blocks.button(f"Say it to {name}", Action.SAY_THERE, value=value)
            if text and len(value) < _FITS_BUTTON
            else None,
        ]
        parts = [blocks.section(sentence), *blocks.actions(*buttons)]
        await self._in.tell(asker, sentence, list(as_json(parts)))

    async def _changed(self, workspace: str, event: dict[str, Any]) -> None:
        new, old = event.get("message", {}), event.get("previous_message", {})
        if new.get("bot_id") or new.get("text") == old.get("text"):
            return
        asker = _asker(workspace, {**new, "channel": event.get("channel", "")})
        name = await self._running_with(asker)
        if name:
            self._hint(asker, hints.edited(name))

    async def _deleted(self, workspace: str, event: dict[str, Any]) -> None:
        old = event.get("previous_message", {})
        if old.get("bot_id"):
            return
        asker = _asker(workspace, {**old, "channel": event.get("channel", "")})
        name = await self._running_with(asker)
        if name:
            self._hint(asker, hints.deleted(name))

    async def _running_with(self, asker: Asker) -> str:
        """Return the customer's name where this thread is the asker's own running call."""
        if not asker.thread or not asker.person:
            return ""
        place = await self._in.here.places.at(asker.workspace, asker.channel, asker.thread)
        attempt = await self._in.here.attempt(place.attempt) if place and place.attempt else None
        if attempt is None or attempt.ended is not None or attempt.trainee != asker.person:
            return ""
        return await self._customer(attempt)

    async def _running(self, asker: Asker) -> tuple[Attempt, Place] | None:
        async with self._in.here.store.reading() as unit:
            attempts = await unit.attempts(asker.workspace, asker.person)
        for attempt in reversed([a for a in attempts if a.ended is None]):
            head = await self._in.here.head(attempt.id)
            if head is not None:
                return attempt, head
        return None

    async def _customer(self, attempt: Attempt) -> str:
        scenario = await self._in.here.scenario(attempt)
        return scenario.persona.name if scenario else "The customer"

    async def _written(self, asker: Asker, event: dict[str, Any]) -> Written:
        """Return what was written, with people called by their names."""
        names: dict[str, str] = {}
        if "<@" in str(event.get("text")):
            async with self._in.here.store.reading() as unit:
                names = {p.id: p.name for p in await unit.people(asker.workspace)}
        return written(event, names)

    def _hint(self, asker: Asker, sentence: str) -> None:
        self._in.here.soon.do("hint", self._in.tell(asker, sentence))


def _asker(workspace: str, event: dict[str, Any]) -> Asker:
    thread = str(event.get("thread_ts") or "")
    return Asker(workspace, str(event.get("user") or ""), str(event.get("channel") or ""), thread)


def _key(event: dict[str, Any]) -> str:
    return f"message:{event['channel']}:{event['ts']}"
