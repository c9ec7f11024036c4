"""The link to a call: a page that looks and does nothing, and a button that uses the link up.

Chats fetch links to show what is behind them, so fetching must not use one up.
"""

from __future__ import annotations

from datetime import timedelta

from aiohttp import web

from bots.web.call_page import show, show_document, show_picture
from bots.web.callers import Caller, caller, caller_of, require_same_site
from bots.web.deps import DEPS, WebDeps
from bots.web.inbound import Declined
from bots.web.render import page
from bots.web.room import call_path, keep_pass, read_call_link
from core.commands import Envelope, Join
from core.errors import Refusal

_PATIENCE_S = 5.0
# A restart gives time back to the trainee, and the end is there to be read.
_AFTERWARDS = timedelta(minutes=15)


_USED = "This link has been used already.", "My Training sends you a fresh one."


class Used(Refusal):
    """The link has been used."""


async def lobby(request: web.Request) -> web.StreamResponse:
    """Show what a link leads to; it can be used afterwards as before."""
    try:
        found = await _by_link(request)
    except Used as used:
        return _used(request, used)
    return await show(request, found, request.path.rstrip("/"))


async def document(request: web.Request) -> web.StreamResponse:
    """Serve a document to whoever has not joined yet."""
    return await show_document(request, await _by_link(request))


async def picture(request: web.Request) -> web.StreamResponse:
    """Serve the customer's picture to whoever has not joined yet."""
    return await show_picture(request, await _by_link(request))


async def join_by_link(request: web.Request) -> web.StreamResponse:
    """Use the link up, and let this browser into the call. Raises Refusal and Declined."""
    require_same_site(request)
    found = await _by_link(request)
    return await _join(request, found, found.held.used_up_by)


async def join(request: web.Request) -> web.StreamResponse:
    """Let somebody who is at home here into their own call. Raises Refusal and Declined."""
    require_same_site(request)
    return await _join(request, await caller(request), f"web:{request.app[DEPS].ids.new()}")


async def _by_link(request: web.Request) -> Caller:
    deps = request.app[DEPS]
    held = read_call_link(deps.settings, request.match_info["token"], deps.clock.now())
    found = await caller_of(deps, held)
    async with deps.store.reading() as unit:
        if await unit.refusal(held.used_up_by) is not None:
            raise Used(*_USED)
    return found


async def _join(request: web.Request, found: Caller, key: str) -> web.StreamResponse:
    deps, held = request.app[DEPS], found.held
    joins, now = Join(held.attempt), deps.clock.now()
    sealed = Envelope(key, held.workspace, held.person, held.attempt, joins, now)
    if not await deps.desk.submit(sealed):
        raise Used(*_USED)
    refusal = await deps.desk.settled(sealed, _PATIENCE_S)
    if refusal:
        raise Declined(refusal)
    response = web.json_response({"url": call_path(held.attempt)})
    _let_in(response, deps, found)
    return response


def _let_in(response: web.StreamResponse, deps: WebDeps, found: Caller) -> None:
    now = deps.clock.now()
    ends = now + timedelta(seconds=found.call.scenario.time_limit_s)
    until = max(ends, found.call.attempt.deadline or ends) + _AFTERWARDS
    keep_pass(response, deps.settings, found.held, now, until)


def _used(request: web.Request, used: Used) -> web.StreamResponse:
    deps = request.app[DEPS]
    held = read_call_link(deps.settings, request.match_info["token"], deps.clock.now())
    url = call_path(held.attempt)
    return page(request, "link_used.html", status=410, used=used, url=url)
