"""Who one is: signed links that let people in, and the signed session that they leave.

The secret signs several things, each with a salt of its own, so that none passes for another.
"""

from __future__ import annotations

import hmac
import secrets
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from aiohttp import web
from itsdangerous import BadData, URLSafeSerializer

from bots.web.deps import WebSettings
from core.errors import Refusal

COOKIE = "scrimmage_session"
SESSION_DAYS = 7


@dataclass(frozen=True, slots=True)
class Session:
    """A browser in which somebody is at home. `nonce` tells one such browser from another."""

    person: str
    nonce: str
    demo: bool = False


def sign_link(
    settings: WebSettings, person_id: str, to: str = "/", *, now: datetime | None = None
) -> str:
    """Return an address that lets this person in and leads to the page `to`, for a while."""
    until = (now or datetime.now(UTC)) + timedelta(minutes=settings.link_minutes)
    token = seal(settings, "link", {"p": person_id, "to": to}, until)
    return f"{settings.base_url}/enter?token={token}"


def read_link(settings: WebSettings, token: str, now: datetime) -> tuple[str, str]:
    """Return the person and the page of a link. Raises Refusal."""
    data = unseal(settings, "link", token, now)
    if data is None:
        raise Refusal(
            "This link has expired or is not complete.",
            "Ask whoever sent it, or your administrator, for a new one.",
        )
    return data["p"], _local(data["to"])


def new_session(person_id: str, *, demo: bool = False) -> Session:
    """Return a session that no other browser has."""
    return Session(person_id, secrets.token_urlsafe(12), demo)


def keep_session(
    response: web.StreamResponse, settings: WebSettings, session: Session, now: datetime
) -> None:
    """Put the session into the browser's cookie."""
    until = now + timedelta(days=SESSION_DAYS)
    data = {"p": session.person, "n": session.nonce, "d": session.demo}
    response.set_cookie(
        COOKIE,
        seal(settings, "session", data, until),
        max_age=SESSION_DAYS * 24 * 3600,
        httponly=True,
        secure=settings.secure,
        samesite="Lax",
        path="/",
    )


def read_session(settings: WebSettings, cookie: str, now: datetime) -> Session | None:
    """Return the session of a cookie, None when it is forged, expired or of another workspace."""
    data = unseal(settings, "session", cookie, now)
    return None if data is None else Session(data["p"], data["n"], data["d"])


def form_token(settings: WebSettings, session: Session) -> str:
    """Return what every form of this session carries, so that no other site can send one."""
    data = {"p": session.person, "n": session.nonce}
    return str(_signer(settings, "form").dumps(data)).rpartition(".")[2]


def form_token_fits(settings: WebSettings, session: Session, token: str) -> bool:
    """Whether a form was written for this session."""
    return hmac.compare_digest(form_token(settings, session).encode(), token.encode())


def _local(to: str) -> str:
    """Return the path if it stays on this server, else the front page."""
    safe = to.startswith("/") and not to.startswith(("//", "/\\")) and to.isprintable()
    return to if safe else "/"


def _signer(settings: WebSettings, salt: str) -> URLSafeSerializer:
    return URLSafeSerializer(settings.secret, salt=f"scrimmage.{salt}.{settings.workspace}")


def seal(settings: WebSettings, salt: str, data: dict[str, Any], until: datetime) -> str:
    """Return the data signed, good until then, fit for an address or a cookie."""
    return str(_signer(settings, salt).dumps(data | {"until": int(until.timestamp())}))


def unseal(settings: WebSettings, salt: str, token: str, now: datetime) -> dict[str, Any] | None:
    """Return what was signed, None when it is forged or its time is over."""
    try:
        data: dict[str, Any] = _signer(settings, salt).loads(token)
    except BadData:
        return None
    return data if now.timestamp() < data["until"] else None
