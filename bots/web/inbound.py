"""From a request to a command on the desk."""

from __future__ import annotations

import json
from typing import Any

from aiohttp import web

from bots.web import limits
from bots.web.deps import DEPS
from bots.web.gate import VISITOR
from core.commands import Command, Envelope, Remark, ReportBreak, Say
from core.errors import PracticeError
from core.words import LONGEST_SAID, clean

_PATIENCE_S = 5.0


class Declined(PracticeError):  # noqa: N818 - says what happened, as its parent's other children do
    """The practice refused a command; the sentence says why."""


def envelope(request: web.Request, command: Command, *, lane: str, key: str = "") -> Envelope:
    """Return the command as it goes to the desk; with a key, a repeat changes nothing."""
    deps = request.app[DEPS]
    return Envelope(
        id=f"web:{lane}:{key}" if key else f"web:{deps.ids.new()}",
        workspace=deps.settings.workspace,
        by=request[VISITOR].person.id,
        lane=lane,
        command=command,
        at=deps.clock.now(),
    )


async def ask(
    request: web.Request, command: Command, *, lane: str, within_s: float = _PATIENCE_S
) -> bool:
    """Hand the command in and wait a little; False: still being worked on. Raises Declined."""
    return await hand_in(request, envelope(request, command, lane=lane), within_s)


async def hand_in(request: web.Request, sealed: Envelope, within_s: float) -> bool:
    """Hand an envelope in and wait a little for it to be settled. Raises Declined."""
    desk = request.app[DEPS].desk
    await desk.submit(sealed)
    refusal = await desk.settled(sealed, within_s)
    if refusal:
        raise Declined(refusal)
    return refusal is not None


async def said(request: web.Request, attempt: str) -> Envelope:
    """Return what the trainee sent. Raises Unfit, and TooFast."""
    data = await _json(request)
    key = limits.send_key(data.get("key"))
    text = limits.message(data.get("text"))
    deps = request.app[DEPS]
    deps.burst.take(request[VISITOR].person.id, deps.clock.now())
    return envelope(request, Say(attempt, text), lane=attempt, key=key)


async def reported(request: web.Request, attempt: str, lines: int) -> ReportBreak:
    """Return a report of a break of character; of its turns only those that exist."""
    form = await request.post()
    turns = {_number(value) for value in form.getall("turn", [])}
    remark = clean(str(form.get("remark", "")))[:LONGEST_SAID]
    return ReportBreak(attempt, tuple(sorted(t for t in turns if 0 <= t < lines)), remark)


async def remarked(request: web.Request, attempt: str) -> Remark:
    """Return a coach's words, anchored to a turn if the form names one. Raises Unfit."""
    form = await request.post()
    turn = _number(form.get("turn", ""))
    return Remark(attempt, limits.message(form.get("text")), turn if turn >= 0 else None)


def _number(value: object) -> int:
    """Return the number in a field, -1 when there is none."""
    text = str(value)
    return int(text) if text.isascii() and text.isdigit() and len(text) < 6 else -1  # noqa: PLR2004 - no call has more turns


async def _json(request: web.Request) -> dict[str, Any]:
    try:
        data = await request.json()
    except (json.JSONDecodeError, UnicodeDecodeError):
        data = None
    return data if isinstance(data, dict) else {}
