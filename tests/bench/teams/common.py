"""What the programs of this measurement have in common: the tenant, its people and their chats."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from aiohttp import web

from bots.teams.references import Reference, Scope
from bots.teams.settings import MESSAGES_PATH
from tests.integration.teams_install.entra import APP, TENANT

BOT, BOT_NAME = f"28:{APP}", "Scrimmage"
OPENID_PATH, TOKEN_PATH = "/openid", "/token"


def trainee(number: int) -> str:
    """The Entra object id of a trainee."""
    return f"00000000-0000-4000-8000-{number:012}"


def chat(person: str) -> str:
    """The personal chat with somebody."""
    return f"a:{person}"


def attempt(person: str) -> str:
    """The call that a trainee has under way."""
    return f"t-{person}"


def reference(url: str, person: str = "") -> Reference:
    """The personal chat with somebody, of a connector service at this address."""
    return Reference(url, TENANT, BOT, BOT_NAME, chat(person), Scope.PERSONAL)


def app_of(handler: Callable[[web.Request], Awaitable[web.StreamResponse]]) -> web.Application:
    """An application that takes Teams' activities."""
    app = web.Application()
    app.router.add_post(MESSAGES_PATH, handler)
    return app
