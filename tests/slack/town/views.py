"""Modals and Home tabs, which the Town keeps itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from tests.slack.people import APP
from tests.slack.town.asked import Asked, Handler, Refused, Thing
from tests.slack.town.ids import fresh, with_ids
from tests.slack.town.workspace import Workspace

_MOST_STACKED = 3
_KEPT = ("private_metadata", "callback_id", "external_id", "clear_on_close", "notify_on_close")


@dataclass(frozen=True, slots=True)
class ShownView:
    """A view as it stands. `view` is what the app sent; `user` is empty for a stranger's trigger.

    `payload` is the view as Slack gives it back, and as a submission of it carries it.
    """

    id: str
    user: str
    view: Mapping[str, Any]
    payload: Mapping[str, Any]
    root: str
    open: bool = True

    @property
    def is_home(self) -> bool:
        return self.view.get("type") == "home"


class Views:
    """All views by id, in the order in which they were first shown."""

    def __init__(self) -> None:
        self.shown: dict[str, ShownView] = {}
        self._triggers: dict[str, str] = {}
        self._expired: set[str] = set()
        self._exchanged: set[str] = set()

    @property
    def methods(self) -> Mapping[str, Handler]:
        return {
            "views.open": self._open,
            "views.push": self._push,
            "views.update": self._update,
            "views.publish": self._publish,
        }

    def trigger(self, user: str) -> str:
        """A trigger_id as one gets by pressing something; a view opened with it is this user's."""
        made = fresh("1.2.")
        self._triggers[made] = user
        return made

    def expire(self, trigger: str) -> None:
        """Let three seconds pass for this trigger_id."""
        self._expired.add(trigger)

    def close(self, view: str) -> None:
        """The user closed or sent it: it can no longer be updated."""
        self.shown[view] = replace(self.shown[view], open=False)

    def home(self, user: str) -> Mapping[str, Any] | None:
        """What this user's Home tab shows; None before anything was published."""
        homes = [each.view for each in self.shown.values() if each.is_home and each.user == user]
        return homes[-1] if homes else None

    async def _open(self, asked: Asked) -> Thing:
        user = self._exchange(asked)
        made = fresh("V")
        return self._show(made, user, made, asked)

    async def _push(self, asked: Asked) -> Thing:
        user = self._exchange(asked)
        below = [each for each in self.shown.values() if each.open and not each.is_home]
        mine = [each for each in below if each.user == user]
        if not mine:
            raise Refused("not_found")
        stack = [each for each in mine if each.root == mine[-1].root]
        if len(stack) >= _MOST_STACKED:
            raise Refused("push_limit_reached")
        return self._show(fresh("V"), user, stack[0].root, asked, previous=stack[-1].id)

    async def _update(self, asked: Asked) -> Thing:
        old = self._meant(asked)
        if asked.arguments.get("hash") not in {None, "", old.payload["hash"]}:
            raise Refused("hash_conflict")
        previous = old.payload["previous_view_id"]
        return self._show(old.id, old.user, old.root, asked, previous=previous)

    async def _publish(self, asked: Asked) -> Thing:
        user = asked.text("user_id")
        if user not in asked.workspace.emulated.users.values():
            raise Refused("invalid_arguments", "invalid `user_id` [json-pointer:/user_id]")
        homes = [each.id for each in self.shown.values() if each.is_home and each.user == user]
        made = homes[0] if homes else fresh("V")
        return self._show(made, user, made, asked)

    def _meant(self, asked: Asked) -> ShownView:
        wanted, external = asked.arguments.get("view_id"), asked.arguments.get("external_id")
        for each in self.shown.values():
            named = external and each.view.get("external_id") == external
            if each.open and (each.id == wanted or named):
                return each
        raise Refused("not_found")

    def _exchange(self, asked: Asked) -> str:
        trigger = asked.text("trigger_id")
        if trigger in self._expired:
            raise Refused("expired_trigger_id")
        if trigger in self._exchanged:
            raise Refused("exchanged_trigger_id")
        self._exchanged.add(trigger)
        return self._triggers.get(trigger, "")

    def _show(self, made: str, user: str, root: str, asked: Asked, previous: str = "") -> Thing:
        view = asked.arguments["view"]
        payload = _payload(made, view, asked.workspace)
        payload |= {"root_view_id": root, "previous_view_id": previous or None}
        self.shown[made] = ShownView(made, user, view, payload, root)
        return {"ok": True, "view": payload}


def _payload(made: str, view: Mapping[str, Any], workspace: Workspace) -> Thing:
    kept = {name: view.get(name, "") for name in _KEPT[:3]}
    kept |= {name: bool(view.get(name)) for name in _KEPT[3:]}
    return {
        "id": made,
        "team_id": workspace.team,
        "app_id": APP,
        "bot_id": workspace.bot,
        "type": view["type"],
        "title": view.get("title"),
        "close": view.get("close"),
        "submit": view.get("submit"),
        "blocks": with_ids(view["blocks"]),
        "state": {"values": {}},
        "hash": fresh("1760000000."),
        **kept,
    }
