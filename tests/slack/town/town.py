"""Slack as a small town: emulate behind a server of our own that adds what emulate lacks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from tests.slack.teller import Teller
from tests.slack.town import history
from tests.slack.town.asked import Thing
from tests.slack.town.calls import CallCard
from tests.slack.town.faults import Fault, Held
from tests.slack.town.gates import Gates
from tests.slack.town.posts import dressed
from tests.slack.town.records import Called, Ephemeral, Response, Status, Violation
from tests.slack.town.streams import Stream
from tests.slack.town.views import ShownView
from tests.slack.town.workspace import Workspace


class Town(Gates):
    """What tests do and see there. AsyncWebClient(token=…, base_url=town.url) speaks to it.

        async with Town(emulated, another) as town:
            alex, coaches = town.acme.user("alex"), town.acme.channel("coaches")

    Where a workspace may be named and is not, it is `acme`.
    """

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

    # What came in.

    def calls(self, method: str = "") -> list[Called]:
        """All calls of a method, or of all methods, the refused ones and faults included."""
        return [call for call in self._desk.calls if method in {"", call.method}]

    @property
    def violations(self) -> list[Violation]:
        """All that Slack would not have taken; at the end of most tests there should be none."""
        return self._judge.violations

    # What stands there now.

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

    # What people do.

    async def say(
        self, person: str, channel: str, text: str, thread_ts: str = "", **more: object
    ) -> Thing:
        """Let somebody of acme write a message; gives it. No event is sent: that is a Teller's."""
        token = self.acme.emulated.place.user_token(person)
        said = {"channel": channel, "text": text, "thread_ts": thread_ts or None, **more}
        answer = await self.acme.forward("chat.postMessage", said, token)
        assert answer["ok"], answer
        return dressed(answer["message"], self.acme)

    async def direct(self, person: str, workspace: Workspace | None = None) -> str:
        """The channel in which somebody and the bot talk alone."""
        where = workspace or self.acme
        answer = await where.forward("conversations.open", {"users": where.user(person)})
        return str(answer["channel"]["id"])

    def trigger(self, user: str) -> str:
        """A trigger_id for a payload; what is opened with it belongs to this user."""
        return self._views.trigger(user)

    def response_url(self, channel: str, user: str, message_ts: str = "") -> str:
        """A response_url for a payload, about this message if any."""
        now = self._clock()
        path = self._responses.make(self.acme, channel, user, message_ts, now)
        return str(self._server.make_url(path))

    def close_view(self, view: str) -> None:
        """Let the user close or send a modal: Slack forgets it."""
        self._views.close(view)

    def teller(self, workspace: Workspace | None = None) -> Teller:
        """One who tells the app of what happens in a workspace."""
        place = (workspace or self.acme).emulated.place
        return Teller(place.team, place.bot_user, domain=place.name)

    # What goes wrong.

    def fault(  # each argument is a way to go wrong
        self,
        method: str,
        *,
        status: int = 429,
        retry_after: int = 1,
        times: int = 1,
        channel: str = "",
        error: str = "",
        cut: bool = False,
        applied: bool = False,
    ) -> None:
        """Let the next `times` calls of a method ("*" for any) go wrong, in a channel if named.

        With `error` it is that error code of Slack, with `cut` the connection breaks, else it is
        the HTTP status. With `applied` the call is carried out all the same.
        """
        self._desk.faults.add(
            Fault(method, status, retry_after, times, channel, error, cut, applied)
        )

    def hold(self, method: str, channel: str = "") -> Held:
        """Let the next call of a method wait: `await held.arrived.wait()`, `held.release()`."""
        held = Held()
        self._desk.faults.add(Fault(method, channel=channel, held=held))
        return held

    @property
    def rates(self) -> bool:
        """Whether Slack's rate of one message a second and channel is held."""
        return self._desk.rates.held

    @rates.setter
    def rates(self, held: bool) -> None:
        self._desk.rates.held = held

    def expire_stream(self, ts: str) -> None:
        """Let a stream end that paused for too long."""
        self._streams.expire(ts)

    def expire_trigger(self, trigger: str) -> None:
        """Let the three seconds of a trigger_id pass."""
        self._views.expire(trigger)
