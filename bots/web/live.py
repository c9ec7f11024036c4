"""Server-Sent Events: what has been posted since, and what passes right now.

Every post carries its number as the event's id, so a browser that comes back says where it was,
and nothing is shown twice or left out.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
from collections.abc import Callable, Sequence
from typing import Any

from aiohttp import web

from bots.web.cards import View, card
from bots.web.deps import DEPS
from bots.web.listeners import Listener
from core.messages import Outgoing

HEARTBEAT_S = 15.0
# After so long the browser comes again by itself, and who one is is looked at anew.
_LIFETIME_S = 900.0
_RETRY_MS = 1500

Show = Callable[[], View]


async def stream(
    request: web.Request, name: str, view: Show, state: dict[str, Any]
) -> web.StreamResponse:
    """Send a stream's posts from where the browser left off, until either side goes away."""
    response = web.StreamResponse(
        headers={"Content-Type": "text/event-stream", "X-Accel-Buffering": "no"}
    )
    await response.prepare(request)
    listeners = request.app[DEPS].listeners
    with contextlib.suppress(ConnectionError), listeners.listen(name) as listener:
        first = f"retry: {_RETRY_MS}\n{_event('state', state)}"
        await response.write(first.encode())
        await _feed(request, response, name, listener, view)
    return response


async def _feed(
    request: web.Request,
    response: web.StreamResponse,
    name: str,
    listener: Listener,
    view: Show,
) -> None:
    clock = asyncio.get_running_loop().time
    after, until = _resume_at(request), clock() + _LIFETIME_S
    deps = request.app[DEPS]
    while not listener.closed and clock() < until:
        posts = await deps.posts.since(deps.settings.workspace, name, after)
        await response.write(_posts(posts, view()).encode())
        after = max((number for number, _ in posts), default=after)
        passing = await listener.news(HEARTBEAT_S)
        await response.write(
            "".join(_event(p.kind, p.data) for p in passing).encode() or b": still here\n\n"
        )


def _resume_at(request: web.Request) -> int:
    """Return the number of the last post that the browser has."""
    for value in (request.headers.get("Last-Event-ID", ""), request.query.get("after", "")):
        if value.isascii() and value.isdigit():
            return int(value)
    return 0


def _posts(posts: Sequence[tuple[int, Outgoing]], view: View) -> str:
    return "".join(
        _event("post", {"html": card(number, outgoing, view)}, number) for number, outgoing in posts
    )


def _event(kind: str, data: dict[str, Any], number: int | None = None) -> str:
    """Return one event. JSON keeps the data on one line, whatever people write."""
    numbered = "" if number is None else f"id: {number}\n"
    return f"{numbered}event: {kind}\ndata: {json.dumps(data)}\n\n"
