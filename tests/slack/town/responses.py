"""Addresses to which an app may answer what was pressed: response_url."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from tests.slack.town.asked import Refused
from tests.slack.town.ids import fresh
from tests.slack.town.judge import Judge
from tests.slack.town.posts import stored
from tests.slack.town.records import Response
from tests.slack.town.workspace import Workspace

PATH = "/response"
_TIMES = 5
_SECONDS = 30 * 60


@dataclass(slots=True)
class _Address:
    workspace: Workspace
    channel: str
    user: str
    ts: str
    until: float
    left: int = _TIMES


class Responses:
    """Each address works 5 times within 30 minutes of the Town's clock."""

    def __init__(self, judge: Judge) -> None:
        self.all: list[Response] = []
        self._judge = judge
        self._addresses: dict[str, _Address] = {}

    def make(self, workspace: Workspace, channel: str, user: str, ts: str, now: float) -> str:
        """The path of a new address for something in this channel, at the message `ts` if any."""
        made = fresh("r")
        self._addresses[made] = _Address(workspace, channel, user, ts, now + _SECONDS)
        return f"{PATH}/{made}"

    async def take(self, name: str, body: Mapping[str, Any], now: float) -> None:
        """Do what was answered. Raises Refused."""
        address = self._addresses.get(name)
        if address is None or now > address.until:
            raise Refused("expired_url")
        if not address.left:
            raise Refused("used_url")
        if not body.get("delete_original"):
            self._judge.check("response_url", body)
        address.left -= 1
        self.all.append(Response(address.channel, address.user, dict(body)))
        await _apply(address, body)


async def _apply(address: _Address, body: Mapping[str, Any]) -> None:
    where = {"channel": address.channel, "ts": address.ts}
    said = {name: body[name] for name in ("text", "blocks", "thread_ts") if name in body}
    if body.get("delete_original"):
        await address.workspace.forward("chat.delete", where)
    elif body.get("replace_original"):
        await address.workspace.forward("chat.update", stored({**said, **where}))
    elif body.get("response_type") == "in_channel":
        posted = stored({**said, "channel": address.channel})
        await address.workspace.forward("chat.postMessage", posted)
