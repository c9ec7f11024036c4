"""Somebody in Slack who sees what stands there, presses, fills in and writes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import count
from typing import Any

from tests.slack.requests import Caller
from tests.slack.town import Town
from tests.slack.town.views import ShownView

Thing = Mapping[str, Any]
_clicks = count(1_760_000_000)


def buttons(blocks: Any) -> dict[str, Thing]:  # noqa: ANN401 - blocks as they travel
    """Every button and menu in these blocks by its action_id."""
    found: dict[str, Thing] = {}
    for block in blocks or ():
        elements = [*block.get("elements", ()), block.get("accessory"), block.get("element")]
        for element in elements:
            if isinstance(element, dict) and "action_id" in element:
                found[element["action_id"]] = {**element, "block_id": block.get("block_id", "b")}
    return found


def words(thing: Any) -> str:  # noqa: ANN401 - any part of a message or view
    """All that can be read in a message, a block or a view."""
    if isinstance(thing, str):
        return thing
    if isinstance(thing, Mapping):
        keys = ("text", "title", "label", "elements", "fields", "blocks", "element", "options")
        return " ".join(words(thing[key]) for key in keys if key in thing)
    if isinstance(thing, list | tuple):
        return " ".join(words(each) for each in thing)
    return ""


_FIRST = {
    "initial_option": "selected_option",
    "initial_options": "selected_options",
    "initial_conversations": "selected_conversations",
    "initial_users": "selected_users",
    "initial_value": "value",
}


def filled(view: Thing) -> dict[str, dict[str, Thing]]:
    """What stands in the fields of a form that nobody has touched."""
    found: dict[str, dict[str, Thing]] = {}
    for block in view["blocks"]:
        if block["type"] == "input":
            element = block["element"]
            given = {now: element[first] for first, now in _FIRST.items() if first in element}
            found[block["block_id"]] = {element["action_id"]: given}
    return found


@dataclass(frozen=True, slots=True)
class Somebody:
    """A person of the Town's first workspace, who speaks to our server."""

    town: Town
    caller: Caller
    name: str

    @property
    def id(self) -> str:
        """Their member id."""
        return self.town.acme.user(self.name)

    async def direct(self) -> str:
        """Their channel with the bot."""
        return await self.town.direct(self.name)

    async def command(self, text: str) -> None:
        """Write `/practice …`."""
        trigger = self.town.trigger(self.id)
        channel = await self.direct()
        teller = self.town.teller()
        answer = await self.caller.send(
            teller.slash(self.id, "/practice", text, channel=channel, trigger=trigger)
        )
        assert answer.status == 200, answer.text

    async def writes(self, channel: str, text: str, thread: str = "") -> Thing:
        """Write a message, of which our server is told."""
        said = await self.town.say(self.name, channel, text, thread)
        more = {"thread_ts": thread} if thread else {}
        payload = self.town.teller().message(self.id, channel, text, **more, ts=said["ts"])
        answer = await self.caller.send(payload)
        assert answer.status == 200, answer.text
        return said

    async def presses(self, action: str, message: Thing, channel: str) -> None:
        """Press a button of a message."""
        button = buttons(message["blocks"])[action]
        await self._presses(button, channel=channel, message=message)

    async def presses_in(self, view: ShownView, action: str, **chosen: object) -> None:
        """Press a button, or choose something, in a view."""
        element = buttons(view.view["blocks"])[action]
        await self._presses({**element, **chosen}, view=view.payload)

    async def _presses(self, element: Thing, **where: Any) -> None:  # noqa: ANN401 - a place
        teller = self.town.teller()
        at = f"{next(_clicks)}.000200"
        trigger = self.town.trigger(self.id)
        payload = teller.block_action(
            self.id, {**element, "action_ts": at}, trigger=trigger, **where
        )
        answer = await self.caller.send(payload)
        assert answer.status == 200, answer.text

    async def sends(self, view: ShownView, values: Mapping[str, Any]) -> Thing:
        """Fill a form in and send it; returns what our server says to it."""
        payload = self.town.teller().view_submission(self.id, view.payload, values)
        answer = await self.caller.send(payload)
        assert answer.status == 200, answer.text
        if not answer.body:
            self.town.close_view(view.id)
        return answer.body or {}

    async def sees(self, part: str, *, thread: str = "", channel: str = "") -> Thing:
        """Wait for a message with these words; returns it as it stands then."""

        async def look() -> Thing | None:
            where = channel or await self.direct()
            found = await (self.town.thread(where, thread) if thread else self.town.messages(where))
            return next((m for m in found[::-1] if part in f"{words(m)}"), None)

        try:
            seen = await self.town.until(look)
        except TimeoutError:
            where = channel or await self.direct()
            there = await (self.town.thread(where, thread) if thread else self.town.messages(where))
            raise AssertionError(f"{part!r} is not in {[words(m) for m in there]}") from None
        assert seen is not None
        return seen

    async def opens(self, title: str) -> ShownView:
        """Wait for a modal of this title."""

        async def look() -> ShownView | None:
            modal = self.town.modal
            fits = modal is not None and title in words(modal.view["title"])
            return modal if fits else None

        seen = await self.town.until(look)
        assert seen is not None
        return seen

    async def hears(self, part: str) -> str:
        """Wait for an answer that only they see, or a direct message, with these words."""

        async def look() -> str:
            mine = [e.arguments for e in self.town.ephemerals if e.user == self.id]
            return next((words(each) for each in mine if part in words(each)), "")

        return await self.town.until(look)
