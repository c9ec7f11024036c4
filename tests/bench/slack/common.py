"""What the programs of this measurement have in common: the workspace, and how they are run."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable, Mapping

from aiohttp import web

from bots.slack.settings import EVENTS_PATH

SECRET = "0123456789abcdef0123456789abcdef"
TOKEN = "xoxb-bench"
TEAM, BOT = "T0ACME", "U0ACMEBOT"


def trainee(number: int) -> str:
    """The member id of a trainee."""
    return f"U0BENCH{number:04}"


def direct(user: str) -> str:
    """The channel of direct messages with a member."""
    return f"D{user[1:]}"


def app_of(handler: Callable[[web.Request], Awaitable[web.StreamResponse]]) -> web.Application:
    """An application that hears Slack's events."""
    app = web.Application()
    app.router.add_post(EVENTS_PATH, handler)
    return app


async def serve(runner: web.BaseRunner, threads: Mapping[str, str] | None = None) -> None:
    """Serve on a free port, say where as one line of JSON, and go on until killed.

    `threads` are the timestamps of the threads to write in, by channel.
    """
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0, backlog=1024).start()
    host, port = runner.addresses[0][:2]
    ready = {"url": f"http://{host}:{port}", "threads": dict(threads or {})}
    print(json.dumps(ready), flush=True)
    await asyncio.Event().wait()
