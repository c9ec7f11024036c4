"""Somebody in the Town who writes, presses, fills in and reads."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from bots.teams.names import Verb
from tests.e2e.teams.somebody import button, filled
from tests.teams.activities import Activity, Teller
from tests.teams.caller import Answer
from tests.teams.people import Place, Resident
from tests.teams.playground import words
from tests.teams.town.records import Post
from tests.teams_house import TeamsHouse

Thing = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Guest:
    """A person of a tenant. What they do is answered, and done with, when a method returns."""

    house: TeamsHouse
    person: Resident
    place: Place
    told: list[Activity] = field(default_factory=list)

    @property
    def id(self) -> str:
        """Their id in the directory."""
        return self.person.object_id

    @property
    def teller(self) -> Teller:
        """Tells of what happens in their tenant."""
        return Teller(self.place, self.house.town.service_url(self.place), self.house.clock.now)

    async def tells(self, activity: Activity) -> Answer:
        """Let Teams tell of something, and wait for all that follows."""
        self.told.append(activity)
        answer = await self.house.process.caller.send(activity)
        await self.house.idle()
        return answer

    async def again(self) -> Answer:
        """Let Teams tell of the last thing once more."""
        return await self.tells(self.told[-1])

    async def installs(self, channel: str = "") -> None:
        """Put the app into their chat, or into the team of a channel."""
        assert (await self.tells(self.teller.installed(self.person, channel))).status == 200

    async def writes(self, text: str) -> Activity:
        """Write in their chat with the bot; returns the activity."""
        self.house.said.append(text)
        activity = self.teller.message(self.person, text)
        assert (await self.tells(activity)).status == 200
        return activity

    async def says_in(
        self, channel: str, text: str, thread: str = "", *, mention: bool = False
    ) -> Activity:
        """Write in a channel, by its name; returns the activity."""
        self.house.said.append(text)
        teller = self.teller
        activity = teller.channel_message(self.person, text, channel, thread, mention=mention)
        assert (await self.tells(activity)).status == 200
        return activity

    async def presses(
        self, verb: str, post: Post, channel: str = "", thread: str = ""
    ) -> dict[str, Any]:
        """Press a button of a post that does something; returns what Teams was answered."""
        data = dict(button(post.activity, verb)["data"])
        return await self.does(verb, data, post.id, channel, thread)

    async def does(
        self, verb: str, data: Thing, post: str = "0", channel: str = "", thread: str = ""
    ) -> dict[str, Any]:
        """Press a button that carries this, in a post of this id."""
        pressed = self.teller.pressed(self.person, verb, data, post, channel=channel, thread=thread)
        answer = await self.tells(pressed)
        assert answer.status == 200, answer
        body: dict[str, Any] = answer.body
        return body

    async def opens(self, verb: str, value: str = "", **more: str) -> dict[str, Any]:
        """Press a button that opens a dialog; returns what Teams was answered."""
        activity = self.teller.fetch(self.person, {"verb": verb, "value": value, **more})
        answer = await self.tells(activity)
        assert answer.status == 200, answer
        body: dict[str, Any] = answer.body
        return body

    async def sends(self, dialog: Thing, **answers: str) -> dict[str, Any]:
        """Send a dialog in, with these answers beside what stood there."""
        activity = self.teller.submit(self.person, filled(dialog) | answers)
        answer = await self.tells(activity)
        assert answer.status == 200, answer
        body: dict[str, Any] = answer.body
        return body

    async def starts(
        self, scenario: str = "sample", verb: str = Verb.START_CHAT, channel: str = ""
    ) -> str:
        """Begin a call of a fresh assignment; returns the id of its attempt."""
        assignment = await self.house.assign(self.person.name, scenario, self.place)
        await self.does(verb, {"value": assignment}, channel=channel)
        return (await self.house.attempts(self.person.name, self.place))[-1].id

    def posts(self, conversation: str = "") -> list[Post]:
        """What stands in a conversation, their own chat unless named."""
        return self.house.town.posts(conversation or self.person.chat)

    def reads(self, conversation: str = "") -> list[str]:
        """The words of a conversation's messages."""
        return [words(post.activity) for post in self.posts(conversation)]

    def finds(self, text: str, conversation: str = "") -> Post:
        """The newest post with these words. Raises AssertionError where there is none."""
        found = [p for p in self.posts(conversation) if text in words(p.activity)]
        assert found, f"“{text}” is not in {self.reads(conversation)}"
        return found[-1]
