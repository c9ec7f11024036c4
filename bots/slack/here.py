"""What the surface works with: Slack on one side, the practice's records on the other."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

from slack_sdk.web.async_client import AsyncWebClient

from bots.chat.faces import Faces
from bots.chat.papers import Papers
from bots.chat.soon import Soon
from bots.slack.errors import asked
from bots.slack.installations import Installations, client_of
from bots.slack.posting import Posting
from core.messages import CallOpened, Outgoing
from core.people import Person
from core.places import Place, Places
from core.ports import CallRoom, Clock, Library, Store

_REMEMBERED = 5_000


@dataclass(frozen=True, slots=True)
class Here:
    """The parts of the surface. `room` is None while no calls by voice can be held."""

    installations: Installations
    store: Store
    library: Library
    places: Places
    posting: Posting
    faces: Faces
    papers: Papers
    clock: Clock
    soon: Soon
    room: CallRoom | None
    find: Callable[[str], Path | None]
    """Finds the file of a document or picture by its name."""
    direct: dict[tuple[str, str], str]
    """Channels of direct messages by workspace and person, as far as they were asked for."""

    heads: OrderedDict[str, Place] = field(default_factory=OrderedDict)
    """Where practice threads begin, by attempt, as far as they were asked for."""
    trainees: OrderedDict[str, str] = field(default_factory=OrderedDict)
    """Whose attempts are whose, likewise."""

    async def client(self, workspace: str) -> AsyncWebClient:
        """Return the client for a workspace. Raises ProviderError."""
        return await client_of(self.installations, workspace)

    async def direct_channel(self, workspace: str, person: str) -> str:
        """Return the channel of direct messages with somebody. Raises ProviderError."""
        key = workspace, person
        if key not in self.direct:
            client = await self.client(workspace)
            answer = await asked(client.conversations_open(users=person))
            self.direct[key] = str(answer["channel"]["id"])
        return self.direct[key]

    async def person(self, workspace: str, person_id: str) -> Person | None:
        """Return somebody, None when they are not known here. Raises StorageError."""
        async with self.store.reading() as unit:
            return await unit.person(workspace, person_id)

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
        """Return whose attempt it is, None when it is gone. Raises StorageError."""
        if attempt_id not in self.trainees:
            async with self.store.reading() as unit:
                attempt = await unit.attempt(attempt_id)
            if attempt is None:
                return None
            self.trainees[attempt_id] = attempt.trainee
            if len(self.trainees) > _REMEMBERED:
                self.trainees.popitem(last=False)
        return self.trainees[attempt_id]

    def place(self, outgoing: Outgoing, channel: str, thread: str = "", part: str = "") -> Place:
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

    async def said(self, place: Place) -> Outgoing | None:
        """Return the message that stands at a place, None when it is no longer kept."""
        async with self.store.reading() as unit:
            return await unit.posted(place.id)


def elsewhere(place: Place, part: str) -> Place:
    """Return the place of another post of the same message."""
    return replace(place, part=part, message="")
