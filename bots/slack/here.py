"""What the surface works with: Slack on one side, the practice's records on the other."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from slack_sdk.web.async_client import AsyncWebClient

from bots.chat.faces import Faces
from bots.chat.papers import Papers
from bots.chat.records import Records
from bots.chat.soon import Soon
from bots.slack.errors import asked
from bots.slack.installations import Installations, client_of
from bots.slack.posting import Posting
from core.ports import CallRoom, Clock, Library


@dataclass(frozen=True, slots=True)
class Here(Records):
    """The parts of the surface. `room` is None while no calls by voice can be held."""

    installations: Installations
    library: Library
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
