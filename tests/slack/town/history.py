"""What was said, read back; and who people are."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tests.slack.town.asked import Asked, Handler, Refused, Thing
from tests.slack.town.posts import dressed
from tests.slack.town.workspace import Workspace

_ALL = 1000
_HIDDEN = ("admin",)


async def messages(workspace: Workspace, channel: str, thread: str = "") -> list[Thing]:
    """Messages of this test in a channel or thread, oldest first, with their metadata."""
    method = "conversations.replies" if thread else "conversations.history"
    answer = await workspace.forward(method, {"channel": channel, "ts": thread, "limit": _ALL})
    if not answer["ok"]:
        raise Refused(answer["error"])
    found = [dressed(each, workspace) for each in answer["messages"]]
    return sorted((m for m in found if m["ts"] > workspace.floor), key=lambda m: str(m["ts"]))


async def _history(asked: Asked) -> Thing:
    found = await messages(asked.workspace, asked.text("channel", "channel_not_found"))
    return _page(asked, found[::-1])


async def _replies(asked: Asked) -> Thing:
    channel, thread = asked.text("channel", "channel_not_found"), asked.text("ts")
    found = await messages(asked.workspace, channel, thread)
    if not found:
        raise Refused("thread_not_found")
    return _page(asked, found)


def _page(asked: Asked, found: list[Thing]) -> Thing:
    """The part that was asked for; metadata only where include_all_metadata is true."""
    within = [each for each in found if _within(each["ts"], asked)]
    limit, after = int(asked.arguments.get("limit") or 100), asked.arguments.get("cursor")
    begin = [each["ts"] for each in within].index(after) if after else 0
    page, rest = within[begin : begin + limit], within[begin + limit :]
    if not asked.flag("include_all_metadata"):
        page = [{k: v for k, v in each.items() if k != "metadata"} for each in page]
    cursor = {"response_metadata": {"next_cursor": rest[0]["ts"]}} if rest else {}
    return {"ok": True, "messages": page, "has_more": bool(rest), **cursor}


def _within(ts: str, asked: Asked) -> bool:
    oldest = float(asked.arguments.get("oldest") or 0)
    latest = float(asked.arguments.get("latest") or "inf")
    at = float(ts)
    return oldest < at < latest or (asked.flag("inclusive") and at in {oldest, latest})


async def _user(asked: Asked) -> Thing:
    answer = await asked.workspace.forward(asked.method, asked.arguments)
    if answer["ok"]:
        answer["user"] = _seen(answer["user"], asked)
    return answer


async def _users(asked: Asked) -> Thing:
    answer = await asked.workspace.forward(asked.method, asked.arguments)
    if answer["ok"]:
        residents = [each for each in answer["members"] if each["name"] not in _HIDDEN]
        answer["members"] = [_seen(each, asked) for each in residents]
    return answer


def _seen(user: Mapping[str, Any], asked: Asked) -> Thing:
    """A user; their address only to a token that may read it."""
    described = asked.workspace.described(user)
    if "users:read.email" not in asked.scopes:
        described["profile"] = {k: v for k, v in described["profile"].items() if k != "email"}
    return described


async def _join(asked: Asked) -> Thing:
    answer = await asked.workspace.forward(asked.method, asked.arguments)
    if answer["ok"]:
        asked.workspace.joined.add(asked.text("channel"))
    return answer


METHODS: Mapping[str, Handler] = {
    "conversations.history": _history,
    "conversations.replies": _replies,
    "conversations.join": _join,
    "users.info": _user,
    "users.lookupByEmail": _user,
    "users.list": _users,
}
