"""Events other than clicks: messages, the Home tab, a huddle."""

from __future__ import annotations

from typing import Any

from bots.slack.inbound.asking import Asker, Inbound
from bots.slack.inbound.messages import Messages
from bots.slack.inbound.newcomers import known
from core.commands import OfferCall


class Events:
    """Takes the events that the manifest asks for; any other is let pass."""

    def __init__(self, inbound: Inbound, messages: Messages) -> None:
        self._in = inbound
        self._messages = messages

    async def take(self, workspace: str, body: dict[str, Any]) -> None:
        """Save what an event asks for. Raises StorageError: Slack then sends it again."""
        event = body["event"]
        match event.get("type"):
            case "message":
                await self._messages.take(workspace, event)
            case "app_home_opened" if event.get("tab") == "home":
                self._in.here.soon.do("home", self._home(workspace, str(event["user"])))
            case "user_huddle_changed":
                await self._huddle(workspace, event)

    async def _home(self, workspace: str, person: str) -> None:
        await known(self._in, workspace, person)
        self._in.refresh(workspace, person)

    async def _huddle(self, workspace: str, event: dict[str, Any]) -> None:
        """No app can hear a huddle: who opens one is offered the call page, once for each."""
        user = event.get("user", {})
        profile = user.get("profile", {})
        if self._in.here.room is None or profile.get("huddle_state") != "in_a_huddle":
            return
        person = await self._in.here.person(workspace, str(user.get("id", "")))
        if person is None:
            return
        ends = profile.get("huddle_state_expiration_ts", "")
        occasion = str(profile.get("huddle_state_call_id") or ends)
        asker = Asker(workspace, person.id)
        await self._in.submit(asker, OfferCall(occasion), f"huddle:{person.id}:{occasion}")
