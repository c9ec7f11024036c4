"""What the programs of this measurement have in common: the workspace, and where it is heard."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

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
