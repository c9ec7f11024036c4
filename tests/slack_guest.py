"""Somebody in the Town who writes, presses, chooses and reads."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from bots.slack.names import Action
from tests.e2e.slack.somebody import buttons, words
from tests.slack.payloads import Payload
from tests.slack.requests import Answer, Retry
from tests.slack.town.views import ShownView
from tests.slack.town.workspace import Workspace
from tests.slack_house import SlackHouse

Thing = Mapping[str, Any]
_clicks = count(1_770_000_000)


@dataclass(frozen=True, slots=True)
class Guest:
    """A person of a workspace. What they do is answered, and done with, when a method returns."""

    house: SlackHouse
    name: str
    place: Workspace
    told: list[Payload] = field(default_factory=list)

    @property
    def id(self) -> str:
        """Their member id."""
        return self.place.user(self.name)

    async def direct(self) -> str:
        """Their channel with the bot."""
        return await self.house.town.direct(self.name, self.place)

    async def tells(self, payload: Payload, retry: Retry | None = None) -> Answer:
        """Let Slack tell of something they did, and wait for all that follows."""
        self.told.append(payload)
        answer = await self.house.process.caller.send(payload, retry=retry)
        await self.house.idle()
        return answer

    async def again(self, retry: Retry | None = None) -> Answer:
        """Let Slack tell of the last thing once more."""
        return await self.tells(self.told[-1], retry)

    async def writes(self, text: str, thread: str = "", channel: str = "", **more: object) -> str:
        """Write a message; returns its timestamp."""
        payload = await self.message(text, thread, channel, **more)
        assert (await self.tells(payload)).status == 200
        return str(payload.body["event"]["ts"])

    async def message(
        self, text: str, thread: str = "", channel: str = "", **more: object
    ) -> Payload:
        """Write a message; returns the event, which is not told yet."""
        where = channel or await self.direct()
        said = await self.house.town.say(self.name, where, text or ".", thread, self.place)
        self.house.said.append(text)
        within: dict[str, object] = {"thread_ts": thread} if thread else {}
        teller = self.house.town.teller(self.place)
        return teller.message(self.id, where, text, **within, ts=said["ts"], **more)

    async def event(self, **event: object) -> None:
        """Let any other event happen."""
        await self.tells(self.house.town.teller(self.place).event(event))

    async def command(self, text: str) -> None:
        """Write `/practice …`."""
        trigger = self.house.town.trigger(self.id)
        teller, channel = self.house.town.teller(self.place), await self.direct()
        payload = teller.slash(self.id, "/practice", text, channel=channel, trigger=trigger)
        assert (await self.tells(payload)).status == 200

    async def presses(self, action: str, message: Thing, channel: str = "") -> None:
        """Press a button of a message."""
        await self.clicks(buttons(message["blocks"])[action], message, channel)

    async def clicks(self, element: Thing, message: Thing, channel: str = "") -> None:
        """Press this very thing."""
        where = channel or await self.direct()
        await self._acts(element, channel=where, message=message)

    def pressing(self, action: str, value: str, channel: str) -> Payload:
        """The payload of a button with this value, which is not told yet."""
        element = {"type": "button", "action_id": action, "block_id": "b", "value": value}
        return self._acting(element, channel=channel)

    async def presses_in(self, view: ShownView, action: str, **chosen: object) -> None:
        """Press or choose something in a view."""
        element = buttons(view.view["blocks"])[action]
        await self._acts({**element, **chosen}, view=view.payload)

    async def _acts(self, element: Thing, **where: Any) -> None:  # noqa: ANN401 - of a payload
        assert (await self.tells(self._acting(element, **where))).status == 200

    def _acting(self, element: Thing, **where: Any) -> Payload:  # noqa: ANN401 - of a payload
        town, at = self.house.town, f"{next(_clicks)}.000200"
        return town.teller(self.place).block_action(
            self.id, {**element, "action_ts": at}, trigger=town.trigger(self.id), **where
        )

    async def shortcut(self, message: Thing, channel: str) -> None:
        """Choose "Comment on this line" at a message."""
        town = self.house.town
        payload = town.teller(self.place).message_action(
            "comment_on_line", self.id, channel, message, trigger=town.trigger(self.id)
        )
        assert (await self.tells(payload)).status == 200

    async def sends(self, view: ShownView, values: Thing) -> Answer:
        """Send a form."""
        payload = self.house.town.teller(self.place).view_submission(self.id, view.payload, values)
        return await self.tells(payload)

    async def starts(self, scenario: str = "sample", action: str = Action.START_CHAT) -> str:
        """Begin a call of a fresh assignment; returns the timestamp of its head."""
        assignment = await self.house.assign(self.name, scenario, self.place)
        answer = await self.tells(self.pressing(action, assignment, await self.direct()))
        assert answer.status == 200
        return str((await self.posts())[-1]["ts"])

    async def posts(self, channel: str = "") -> list[dict[str, Any]]:
        """What stands in a channel, their own with the bot unless named."""
        where = channel or await self.direct()
        return await self.house.town.messages(where, self.place)

    async def thread(self, ts: str, channel: str = "") -> list[dict[str, Any]]:
        """What stands below a message."""
        where = channel or await self.direct()
        return (await self.house.town.thread(where, ts, self.place))[1:]

    async def reads(self, thread: str = "", channel: str = "") -> list[str]:
        """The words of a thread, or of a channel."""
        found = await (self.thread(thread, channel) if thread else self.posts(channel))
        return [words(each) for each in found]

    @property
    def whispers(self) -> list[str]:
        """What only they were told, in words."""
        mine = [e.arguments for e in self.house.town.ephemerals if e.user == self.id]
        return [words(each) for each in mine]

    @property
    def home(self) -> str:
        """The words of their Home tab."""
        return words(self.house.town.home(self.id) or {})
