"""Links to the call page that open it once, and the cookie that they leave."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import quote

from aiohttp import web

from bots.web.access import seal, unseal
from bots.web.deps import WebSettings
from core.errors import Refusal
from core.ports import Clock

COOKIE = "scrimmage_call"


@dataclass(frozen=True, slots=True)
class Pass:
    """Opens the call page of one attempt to one person. `nonce` tells one link from another."""

    workspace: str
    attempt: str
    person: str
    nonce: str = ""

    @property
    def used_up_by(self) -> str:
        """The id of the command that uses the link up: the desk takes an id once, for good."""
        return f"link:{self.nonce}"


class WebCallRoom:
    """Implements core.ports.CallRoom by our own call page."""

    def __init__(
        self, settings: WebSettings, clock: Clock, get_ready: Callable[[], None] | None = None
    ) -> None:
        """`get_ready` is called whenever somebody is about to come."""
        self._settings = settings
        self._clock = clock
        self.get_ready = get_ready

    def expect(self) -> None:
        """Have whoever holds calls get ready."""
        if self.get_ready is not None:
            self.get_ready()

    def link(self, workspace: str, attempt: str, person: str) -> str:
        """Return an address that opens the call page for this person, once, for some minutes."""
        until = self._clock.now() + timedelta(minutes=self._settings.link_minutes)
        made = Pass(workspace, attempt, person, secrets.token_urlsafe(12))
        return f"{self._settings.base_url}/call/{seal(self._settings, 'call', _data(made), until)}"


def read_call_link(settings: WebSettings, token: str, now: datetime) -> Pass:
    """Return whom a link lets into which call. Raises Refusal."""
    data = unseal(settings, "call", token, now)
    if data is None:
        raise Refusal(
            "This link to a call has expired or is not complete.",
            "Open My Training where you got it: it sends you a fresh one.",
        )
    return _pass(data)


def keep_pass(
    response: web.StreamResponse, settings: WebSettings, held: Pass, now: datetime, until: datetime
) -> None:
    """Put the pass into the browser's cookie, for this call's page and nothing else."""
    response.set_cookie(
        COOKIE,
        seal(settings, "caller", _data(held), until),
        max_age=int((until - now).total_seconds()),
        httponly=True,
        secure=settings.secure,
        samesite="Strict",
        path=call_path(held.attempt),
    )


def read_pass(settings: WebSettings, cookie: str, now: datetime) -> Pass | None:
    """Return the pass of a cookie, None when it is forged or its time is over."""
    data = unseal(settings, "caller", cookie, now)
    return None if data is None else _pass(data)


def call_path(attempt: str) -> str:
    """Return where the call page of an attempt is."""
    return f"/calls/{quote(attempt, safe='')}"


def _data(held: Pass) -> dict[str, Any]:
    return {"w": held.workspace, "a": held.attempt, "p": held.person, "n": held.nonce}


def _pass(data: dict[str, Any]) -> Pass:
    return Pass(data["w"], data["a"], data["p"], data["n"])
