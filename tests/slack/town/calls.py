"""The Calls API: join cards around an address of our own."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from tests.slack.town.asked import Asked, Handler, Refused, Thing
from tests.slack.town.ids import fresh

_CHANGEABLE = ("title", "join_url", "desktop_app_join_url")


@dataclass(slots=True)
class CallCard:
    """A call as Slack knows it; `fields` are those that calls.add and calls.update gave."""

    id: str
    fields: dict[str, Any]
    users: list[dict[str, Any]] = field(default_factory=list)
    ended: bool = False
    duration: int | None = None

    @property
    def described(self) -> Thing:
        """The call as the methods give it back."""
        return {"id": self.id, **self.fields, "users": self.users}


class Calls:
    """All calls by id."""

    def __init__(self) -> None:
        self.cards: dict[str, CallCard] = {}

    @property
    def methods(self) -> Mapping[str, Handler]:
        return {
            "calls.add": self._add,
            "calls.info": self._info,
            "calls.update": self._update,
            "calls.end": self._end,
            "calls.participants.add": self._join,
            "calls.participants.remove": self._leave,
        }

    async def _add(self, asked: Asked) -> Thing:
        needed = ("external_unique_id", "join_url", "created_by")
        fields = {name: asked.text(name, "missing_argument") for name in needed}
        optional = ("title", "date_start", "desktop_app_join_url", "external_display_id")
        fields |= {k: asked.arguments[k] for k in optional if asked.arguments.get(k) is not None}
        if fields["created_by"] not in asked.workspace.emulated.users.values():
            raise Refused("invalid_created_by")
        card = CallCard(fresh("R"), fields, _users(asked, optional=True))
        self.cards[card.id] = card
        return {"ok": True, "call": card.described}

    async def _info(self, asked: Asked) -> Thing:
        return {"ok": True, "call": self._known(asked).described}

    async def _update(self, asked: Asked) -> Thing:
        card = self._active(asked)
        changed = {k: asked.arguments[k] for k in _CHANGEABLE if asked.arguments.get(k)}
        card.fields |= changed
        return {"ok": True, "call": card.described}

    async def _end(self, asked: Asked) -> Thing:
        card = self._active(asked)
        card.ended = True
        seconds = asked.arguments.get("duration")
        card.duration = None if seconds is None else int(seconds)
        return {"ok": True}

    async def _join(self, asked: Asked) -> Thing:
        card, users = self._active(asked), _users(asked)
        if any(user in card.users for user in users):
            raise Refused("bad_users")
        card.users += users
        return {"ok": True}

    async def _leave(self, asked: Asked) -> Thing:
        card, users = self._active(asked), _users(asked)
        if not all(user in card.users for user in users):
            raise Refused("bad_users")
        card.users = [user for user in card.users if user not in users]
        return {"ok": True}

    def _known(self, asked: Asked) -> CallCard:
        card = self.cards.get(asked.text("id", "missing_argument"))
        if card is None:
            raise Refused("invalid_call_id")
        return card

    def _active(self, asked: Asked) -> CallCard:
        card = self._known(asked)
        if card.ended:
            raise Refused("inactive_call")
        return card


def _users(asked: Asked, *, optional: bool = False) -> list[dict[str, Any]]:
    given = asked.arguments.get("users")
    if given is None and optional:
        return []
    users: list[dict[str, Any]] = json.loads(given) if isinstance(given, str) else given or []
    if not users:
        raise Refused("missing_argument")
    known = asked.workspace.emulated.users.values()
    if any(user["slack_id"] not in known for user in users if "slack_id" in user):
        raise Refused("user_not_found")
    return users
