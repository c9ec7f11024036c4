"""What chat surfaces look up in the practice's records, and where they remember their posts."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass, field, replace

from core.attempt import Attempt
from core.messages import CallOpened, Outgoing
from core.people import Person
from core.places import Place, Places
from core.ports import Store
from core.scenario import Scenario

_REMEMBERED = 5_000


@dataclass(frozen=True, slots=True)
class Records:
    """The records as a chat surface reads them. Methods raise StorageError."""

    store: Store
    places: Places

    heads: OrderedDict[str, Place] = field(default_factory=OrderedDict, kw_only=True)
    """Where practice threads begin, by attempt, as far as they were asked for."""
    trainees: OrderedDict[str, str] = field(default_factory=OrderedDict, kw_only=True)
    """Whose attempts are whose, likewise."""

    async def person(self, workspace: str, person_id: str) -> Person | None:
        """Return somebody, None when they are not known here."""
        async with self.store.reading() as unit:
            return await unit.person(workspace, person_id)

    async def attempt(self, attempt_id: str) -> Attempt | None:
        """Return an attempt, None when it is gone."""
        async with self.store.reading() as unit:
            return await unit.attempt(attempt_id)

    async def scenario(self, attempt: Attempt) -> Scenario | None:
        """Return the scenario that an attempt runs on."""
        async with self.store.reading() as unit:
            return await unit.pinned(attempt.scenario_id, attempt.scenario_revision)

    async def head(self, attempt: str) -> Place | None:
        """Return where the practice thread of an attempt begins."""
        if attempt in self.heads:
            return self.heads[attempt]
        heads = await self.places.of_attempt(attempt, "CallOpened")
        found = next((place for place in heads if place.message), None)
        if found is not None:
            # It never moves; and of many calls only those of late are asked for.
            self.heads[attempt] = found
            if len(self.heads) > _REMEMBERED:
                self.heads.popitem(last=False)
        return found

    async def trainee(self, attempt_id: str) -> str | None:
        """Return whose attempt it is, None when it is gone."""
        if attempt_id not in self.trainees:
            attempt = await self.attempt(attempt_id)
            if attempt is None:
                return None
            self.trainees[attempt_id] = attempt.trainee
            if len(self.trainees) > _REMEMBERED:
                self.trainees.popitem(last=False)
        return self.trainees[attempt_id]

    async def said(self, place: Place) -> Outgoing | None:
        """Return the message that stands at a place, None when it is no longer kept."""
        async with self.store.reading() as unit:
            return await unit.posted(place.id)


def place_of(outgoing: Outgoing, channel: str, thread: str = "", part: str = "") -> Place:
    """Return where a message is to stand."""
    message = outgoing.message
    return Place(
        id=outgoing.id,
        part=part,
        workspace=outgoing.workspace,
        channel=channel,
        thread=thread,
        message="",
        kind=type(message).__name__,
        at=outgoing.at,
        attempt=getattr(message, "attempt", None),
        turn=getattr(message, "turn", None),
        data=message.mode.value if isinstance(message, CallOpened) else "",
    )


def elsewhere(place: Place, part: str) -> Place:
    """Return the place of another post of the same message."""
    return replace(place, part=part, message="")
