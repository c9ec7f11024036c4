"""Lets in only what Slack signed, and notices a signing secret that cannot be the right one."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta

import structlog
from slack_bolt.middleware.async_middleware import AsyncMiddleware
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_bolt.response import BoltResponse
from slack_sdk.signature import Clock as SdkClock
from slack_sdk.signature import SignatureVerifier

from bots.slack.findings import APPS, SIGNING_SECRET
from core.ports import Clock

log = structlog.get_logger()
_SECONDS = re.compile(r"[0-9]{1,12}")
_FRESH = timedelta(minutes=5)
_QUIET = timedelta(minutes=1)
_MEND = f"Copy it from {APPS} → Basic Information → App Credentials → Signing Secret."


class Signing(AsyncMiddleware):
    """Goes into Bolt's app in place of its own check of signatures.

        AsyncApp(before_authorize=Signing(secret, clock), request_verification_enabled=False, …)

    Bolt's own would write the body, with what people said, into the log. What is not signed, or
    was sent more than five minutes ago, gets 401.
    """

    def __init__(self, secret: str, clock: Clock) -> None:
        """An empty secret lets nothing in but what comes by Socket Mode, which is not signed."""
        self._verifier = SignatureVerifier(secret, _Clock(clock)) if secret else None
        self._clock = clock
        self._proven = False
        self._told_at: datetime | None = None

    async def async_process(
        self,
        *,
        req: AsyncBoltRequest,
        resp: BoltResponse,
        next: Callable[[], Awaitable[BoltResponse]],  # noqa: A002 - Bolt passes it by this name
    ) -> BoltResponse:
        """Go on with what Slack signed, or answer 401."""
        del resp
        if req.mode == "socket_mode":
            return await next()
        at = _header(req, "x-slack-request-timestamp")
        if not self._fresh(at):
            return _refusal("the timestamp of this request is missing or too old")
        signature = _header(req, "x-slack-signature")
        if not self._fits(req.raw_body, at, signature):
            self._notice(signed=bool(signature))
            return _refusal("the signature of this request does not fit the signing secret")
        self._proven = True
        return await next()

    def _fits(self, body: str, at: str, signature: str) -> bool:
        # What is not ASCII cannot be compared without betraying how long it took.
        if self._verifier is None or not signature.isascii():
            return False
        return self._verifier.is_valid(body, at, signature)

    def _fresh(self, at: str) -> bool:
        if not _SECONDS.fullmatch(at):
            return False
        age = self._clock.now().timestamp() - int(at)
        return abs(age) <= _FRESH.total_seconds()

    def _notice(self, *, signed: bool) -> None:
        """Tell of it once a minute at most: anybody could send such a request."""
        now = self._clock.now()
        if not signed or (self._told_at is not None and now - self._told_at < _QUIET):
            return
        self._told_at = now
        if self._proven:
            # Slack's own were let in, so the secret is right and somebody else was at the door.
            log.warning("slack_request_forged")
        else:
            log.error("slack_signature_refused", setting=SIGNING_SECRET, mend=_MEND)


class _Clock(SdkClock):
    def __init__(self, clock: Clock) -> None:
        self._clock = clock

    def now(self) -> float:
        return self._clock.now().timestamp()


def _header(req: AsyncBoltRequest, name: str) -> str:
    return str(next(iter(req.headers.get(name, ())), ""))


def _refusal(why: str) -> BoltResponse:
    return BoltResponse(status=401, body={"error": why})
