"""Somebody in Teams who sees what stands there, presses, fills in and writes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from tests.teams.playground import Logged, Playground, Thing, words

_numbers = count(1)


@dataclass
class Somebody:
    """One of the playground's people, in their own chat with the bot."""

    place: Playground
    name: str
    chat: str = ""
    user: Thing = field(init=False)
    _seen: int = 0

    def __post_init__(self) -> None:
        self.user = self.place.user(self.name)

    async def arrives(self) -> None:
        """Find their chat with the bot."""
        self.chat = await self.place.chat(self.user)

    @property
    def id(self) -> str:
        """Their id in the directory."""
        return str(self.user["aadObjectId"])

    async def writes(self, text: str) -> None:
        """Write in their chat. The playground lets its first user alone write in its page."""
        if self.user["id"] != self.place.config["currentUser"]["id"]:
            await self._tells({"type": "message", "text": text, "textFormat": "plain"})
            return
        said = {"text": text, "textFormat": "plain", "from": {"id": self.user["id"]}}
        await self.place.ask(f"/_conversation/v1/conversations/{self.chat}/messages", said)
        # Sent at once, two messages could overtake each other on their way to the bot.
        await self.place.log.sees(lambda e: not e.ours and e.body.get("text") == text)

    async def answers(self, text: str, thread: str) -> None:
        """Write in a channel's thread without calling the bot, which has the permission to hear."""
        where = {"id": thread, "conversationType": "channel", "isGroup": True}
        await self._tells(
            {"type": "message", "text": text, "textFormat": "plain"},
            where,
            {"team": {"id": "team-id"}, "channel": {"id": thread.partition(";")[0]}},
        )

    async def sees(self, text: str, where: str = "") -> Logged:
        """Return the newest post with these words there, waiting until one stands there."""

        def wanted(entry: Logged) -> bool:
            there = (where or self.chat) in str(entry.body)
            return entry.ours and there and text in words(entry.body)

        return await self.place.log.sees(wanted, self._seen, f"“{text}”")

    def looks_on(self) -> None:
        """See only what comes from now on."""
        self._seen = len(self.place.log.entries)

    async def presses(self, verb: str, post: Logged, where: str = "") -> Thing:
        """Press a button of a card that does something; returns what Teams was answered."""
        action = button(post.body, verb)
        invoke = {
            "name": "adaptiveCard/action",
            "value": {"action": action, "trigger": "manual"},
            "from": {"id": self.user["id"]},
            "conversation": {"id": where or self.chat},
            "replyToId": post.id,
        }
        return await self.place.ask("/_conversation/v1/invoke", invoke)

    async def opens(self, verb: str, post: Logged | None = None, **data: str) -> Thing:
        """Press a button that opens a dialog; returns the dialog."""
        carried = button(post.body, verb)["data"] if post else {"verb": verb, "value": ""}
        answer = await self._invoke("task/fetch", {**carried, **data})
        assert answer["task"]["type"] == "continue", answer
        return answer

    async def sends(self, dialog: Thing, **answers: str) -> Thing:
        """Send a dialog in, with these answers beside what stood there; returns what follows."""
        return await self._invoke("task/submit", filled(dialog) | answers)

    async def _invoke(self, name: str, data: Mapping[str, Any]) -> Thing:
        """Let Teams invoke something, as the playground's page cannot."""
        value = {"data": data, "context": {"theme": "default"}}
        number = await self._tells({"type": "invoke", "name": name, "value": value})
        entry = await self.place.log.sees(lambda e: e.body.get("id") == number)
        assert entry.status == 200, entry
        answer: Thing = entry.answer or {}
        return answer

    async def _tells(
        self, what: Thing, where: Thing | None = None, about: Thing | None = None
    ) -> str:
        """Let Teams tell the bot of something they did; returns the activity's id."""
        number, tenant = f"f:{next(_numbers)}", self.place.tenant
        personal = {"id": self.chat, "conversationType": "personal"}
        activity = {
            "id": number,
            "channelId": "msteams",
            "serviceUrl": self.place.service,
            "from": {"id": self.user["id"], "name": self.user["name"], "aadObjectId": self.id},
            "recipient": self.place.config["bot"],
            "conversation": {**(where or personal), "tenantId": tenant},
            "channelData": {"tenant": {"id": tenant}, **(about or {})},
            "localTimezone": "Europe/London",
            **what,
        }
        await self.place.ask("/_internal/v1/customActivities", activity)
        return number


def button(thing: Any, verb: str) -> Thing:  # noqa: ANN401 - any part of an activity
    """The button of a verb. Raises StopIteration where there is none."""
    return next(
        a for a in _actions(thing) if verb in {a.get("verb"), a.get("data", {}).get("verb")}
    )


def _actions(thing: Any) -> Iterator[Thing]:  # noqa: ANN401 - as above
    if isinstance(thing, Mapping):
        if str(thing.get("type", "")).startswith("Action.") and "data" in thing:
            yield thing
        for value in thing.values():
            yield from _actions(value)
    elif isinstance(thing, list | tuple):
        for value in thing:
            yield from _actions(value)


def filled(dialog: Thing) -> dict[str, Any]:
    """What a dialog sends in that nobody has touched: as Teams, without what is empty."""
    card = dialog["task"]["value"]["card"]["content"]
    stands = {i["id"]: i["value"] for i in _inputs(card) if i.get("value")}
    sends = next(a for a in _actions(card) if "form" in a["data"])
    return {**stands, **sends["data"]}


def fields(dialog: Thing) -> list[str]:
    """The names of all that a dialog asks."""
    return [i["id"] for i in _inputs(dialog["task"]["value"]["card"]["content"])]


def _inputs(thing: Any) -> Iterator[Thing]:  # noqa: ANN401 - any part of a card
    if isinstance(thing, Mapping):
        if str(thing.get("type", "")).startswith("Input."):
            yield thing
        for value in thing.values():
            yield from _inputs(value)
    elif isinstance(thing, list | tuple):
        for value in thing:
            yield from _inputs(value)
