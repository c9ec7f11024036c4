"""Slack as a small town: emulate behind a server of our own that adds what emulate lacks."""

from __future__ import annotations

from tests.slack.teller import Teller
from tests.slack.town.asked import Thing
from tests.slack.town.faults import Fault, Held
from tests.slack.town.posts import dressed
from tests.slack.town.sights import Sights
from tests.slack.town.workspace import Workspace


class Town(Sights):
    """What tests do and see there. AsyncWebClient(token=…, base_url=town.url) speaks to it.

        async with Town(emulated, another) as town:
            alex, coaches = town.acme.user("alex"), town.acme.channel("coaches")

    Where a workspace may be named and is not, it is `acme`.
    """

    async def say(
        self,
        person: str,
        channel: str,
        text: str,
        thread_ts: str = "",
        workspace: Workspace | None = None,
    ) -> Thing:
        """Let somebody write a message, and give it. No event is sent: that is a Teller's."""
        where = workspace or self.acme
        said = {"channel": channel, "text": text, "thread_ts": thread_ts or None}
        token = where.emulated.place.user_token(person)
        answer = await where.forward("chat.postMessage", said, token)
        assert answer["ok"], answer
        return dressed(answer["message"], where)

    async def direct(self, person: str, workspace: Workspace | None = None) -> str:
        """The channel in which somebody and the bot talk alone."""
        where = workspace or self.acme
        answer = await where.forward("conversations.open", {"users": where.user(person)})
        return str(answer["channel"]["id"])

    def trigger(self, user: str) -> str:
        """A trigger_id for a payload; what is opened with it belongs to this user."""
        return self._views.trigger(user)

    def response_url(
        self, channel: str, user: str, message_ts: str = "", workspace: Workspace | None = None
    ) -> str:
        """A response_url for a payload, about this message if any."""
        now = self._clock()
        path = self._responses.make(workspace or self.acme, channel, user, message_ts, now)
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
