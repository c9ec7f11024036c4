"""What a test can see of the Town."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Any, TypeVar

from tests.slack.town import history
from tests.slack.town.asked import Thing
from tests.slack.town.calls import CallCard
from tests.slack.town.gates import Gates
from tests.slack.town.records import Called, Ephemeral, Response, Status, Violation
from tests.slack.town.streams import Stream
from tests.slack.town.views import ShownView
from tests.slack.town.workspace import Workspace

Seen = TypeVar("Seen")


class Sights(Gates):
    """What came in, and what stands there now."""

    @property
    def url(self) -> str:
        """The base_url for slack_sdk."""
        return str(self._server.make_url("/api/"))

    @property
    def acme(self) -> Workspace:
        return self.workspaces[0]

    @property
    def bravo(self) -> Workspace:
        return self.workspaces[1]

    def calls(self, method: str = "") -> list[Called]:
        """All calls of a method, or of all methods, the refused ones and faults included."""
        return [call for call in self._desk.calls if method in {"", call.method}]

    @property
    def violations(self) -> list[Violation]:
        """All that Slack would not have taken; at the end of most tests there should be none."""
        return self._judge.violations

    async def until(self, look: Callable[[], Awaitable[Seen]], within_s: float = 30) -> Seen:
        """Look again after each call that came in, until something is seen; returns it.

        Raises TimeoutError.
        """
        async with asyncio.timeout(within_s):
            while not (seen := await look()):
                self._desk.news.clear()
                # What came while we looked is seen by the next look, at once.
                if not (seen := await look()):
                    await self._desk.news.wait()
                else:
                    break
        return seen

    async def messages(self, channel: str, workspace: Workspace | None = None) -> list[Thing]:
        """The messages of a channel, oldest first, with metadata; without the replies."""
        return await history.messages(workspace or self.acme, channel)

    async def thread(
        self, channel: str, ts: str, workspace: Workspace | None = None
    ) -> list[Thing]:
        """A thread, its first message included, oldest first, with metadata."""
        return await history.messages(workspace or self.acme, channel, ts)

    @property
    def ephemerals(self) -> list[Ephemeral]:
        return self._posts.ephemerals

    @property
    def views(self) -> list[ShownView]:
        """Every view as it stands, closed ones included."""
        return list(self._views.shown.values())

    @property
    def modal(self) -> ShownView | None:
        """The open modal that was opened last."""
        modals = [view for view in self.views if view.open and not view.is_home]
        return modals[-1] if modals else None

    def home(self, user: str) -> Mapping[str, Any] | None:
        """The view on this user's Home tab, as it was published."""
        return self._views.home(user)

    @property
    def call_cards(self) -> Mapping[str, CallCard]:
        """The calls of the Calls API, by id."""
        return self._calls.cards

    @property
    def streams(self) -> Mapping[str, Stream]:
        """The streamed messages, by timestamp."""
        return self._streams.all

    @property
    def statuses(self) -> Sequence[Status]:
        return self._streams.statuses

    @property
    def responses(self) -> Sequence[Response]:
        """What was posted to response_urls."""
        return self._responses.all
