"""Buttons: what each of them asks for, and what takes the place of the card they stand in."""

from __future__ import annotations

import hashlib
from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from bots.chat import hints
from bots.chat.permits import Permits
from bots.teams.cards import Card
from bots.teams.here import Here
from bots.teams.inbound.answers import Answer, replaced, told
from bots.teams.inbound.asking import Asker, Inbound
from bots.teams.inbound.commands import Commands
from bots.teams.inbound.running import running_in
from bots.teams.inbound.small_cards import call_link
from bots.teams.names import Verb
from bots.teams.renewing import Renewing
from bots.teams.surface import STARTED_IN
from core.commands import Accept, AskCoach, Command, End, PutOff, ShowLines, Start
from core.places import Place
from core.scenario import Mode

_Handler = Callable[[Asker, str], Awaitable[Answer]]
_LATER = "I have it. What comes of it will be here in a moment."


class Actions:
    """Takes Action.Execute. Each click has a key of its own: sent twice, it is done once."""

    def __init__(self, inbound: Inbound, permits: Permits, commands: Commands) -> None:
        self._in = inbound
        self._permits = permits
        self._commands = commands
        self._renewing = Renewing(inbound.here)
        self._handlers: dict[str, _Handler] = {
            Verb.ACCEPT: self._choice(Accept, accepted=True),
            Verb.NOT_NOW: self._choice(PutOff, accepted=False),
            Verb.START_CHAT: self._start(Mode.CHAT),
            Verb.START_CALL: self._start(Mode.VOICE),
            Verb.END_CALL: self._command(End, "The call has ended."),
            Verb.ASK_COACH: self._command(AskCoach, "One moment."),
            Verb.SHOW_LINES: self._command(ShowLines, "The whole call is on its way."),
            Verb.CALL_LINK: self._call_link,
            Verb.TRAINING: self._show("training"),
            Verb.REVIEWS: self._show("review"),
            Verb.HELP: self._show("help"),
            Verb.DIGEST: self._show("digest"),
        }

    @property
    def _here(self) -> Here:
        return self._in.here

    async def take(self, activity: Mapping[str, Any]) -> Answer:
        """Do what a click asks for; returns what Teams shows. Raises StorageError."""
        action = (activity.get("value") or {}).get("action") or {}
        data = action.get("data") or {}
        handler = self._handlers.get(str(action.get("verb") or data.get("verb") or ""))
        if handler is None:
            return told("This button belongs to an older version. Write “training” for a new one.")
        return await handler(Asker.of(activity, "invoke"), str(data.get("value") or ""))

    def _command(self, command: Callable[[str], Command], done: str) -> _Handler:
        async def handle(asker: Asker, value: str) -> Answer:
            envelope = await self._in.submit(asker, command(value))
            refusal = await self._in.soon(envelope)
            return told(refusal or (done if refusal == "" else _LATER))

        return handle

    def _choice(self, command: Callable[[str], Command], *, accepted: bool) -> _Handler:
        """What is done with an offer, which then shows it."""

        async def handle(asker: Asker, value: str) -> Answer:
            envelope = await self._in.submit(asker, command(value))
            refusal = await self._in.soon(envelope)
            if refusal:
                return told(refusal)
            place = await self._place(asker)
            card = await self._renewing.offer(place, accepted=accepted)
            if place is None or card is None:
                return told("Accepted." if accepted else "Put off for now.")
            # The answer to a click changes the card for who clicked; the post itself for good.
            self._here.soon.do("offer", self._renewing.put(place, card))
            return _shown(card)

        return handle

    async def _place(self, asker: Asker) -> Place | None:
        if not asker.message:
            return None
        return await self._here.places.at(asker.workspace, asker.where.channel, asker.message)

    def _start(self, mode: Mode) -> _Handler:
        async def handle(asker: Asker, value: str) -> Answer:
            if not self._here.voice and await self._permits.needs_room(
                asker.workspace, value, mode
            ):
                return told(hints.NO_ROOM)
            running = await running_in(self._here, asker) if asker.personal else None
            if running is not None and running.assignment != value:
                return told(await self._still_running(running.id))
            # The attempt's id follows from the click: sent twice, it is the same attempt.
            attempt = hashlib.sha256(asker.key.encode()).hexdigest()[:20]
            await self._begin_in(asker, attempt)
            envelope = await self._in.submit(asker, Start(value, attempt, mode), lane=asker.person)
            refusal = await self._in.soon(envelope)
            return told(refusal or ("Your call begins." if refusal == "" else _LATER))

        return handle

    async def _still_running(self, attempt_id: str) -> str:
        attempt = await self._here.attempt(attempt_id)
        scenario = await self._here.scenario(attempt) if attempt else None
        name = scenario.persona.name if scenario else "A customer"
        return f"{name} is still with you here. End that call first: write “end call”."

    async def _begin_in(self, asker: Asker, attempt: str) -> None:
        """Remember the channel in which an attempt is begun: the call is held there."""
        if asker.personal:
            return
        await self._here.places.intend(
            Place(
                id=f"teams:{attempt}:where",
                part="",
                workspace=asker.workspace,
                channel=asker.where.channel,
                thread="",
                message="",
                kind=STARTED_IN,
                at=self._here.clock.now(),
                attempt=attempt,
            )
        )

    async def _call_link(self, asker: Asker, attempt_id: str) -> Answer:
        """Give the trainee a fresh link to the call page, or ring them in Teams."""
        here = self._here
        attempt = await here.attempt(attempt_id)
        own = attempt is not None and attempt.workspace == asker.workspace
        if attempt is None or not own or attempt.trainee != asker.person or attempt.ended:
            return told(hints.NOT_YOURS)
        if here.ringer is not None:
            here.soon.do("ring", here.ringer.ring(asker.workspace, attempt_id, asker.person))
            return told("Your phone in Teams rings in a moment.")
        if here.room is None:
            return told(hints.NO_ROOM)
        link = here.room.link(asker.workspace, attempt_id, asker.person)
        here.soon.do("call link", self._in.tell(asker, call_link(link)))
        return told("The link is in our chat. It works once.")

    def _show(self, word: str) -> _Handler:
        async def handle(asker: Asker, _value: str) -> Answer:
            self._commands.do(asker, word)
            return told("One moment." if asker.personal else "It comes in our personal chat.")

        return handle


def _shown(card: Card) -> Answer:
    return told(card.text) if card.content is None else replaced(card.content)
