"""What people do in a thread. Each answers the page's script with JSON, a bare form with a page."""

from __future__ import annotations

from aiohttp import web

from bots.web.deps import DEPS
from bots.web.failures import wants_json
from bots.web.gate import VISITOR
from bots.web.inbound import ask, envelope, hand_in, remarked, reported, said
from bots.web.thread import attempt_page, own_attempt
from core.commands import AskCoach, Command, End, Typing
from core.errors import Refusal
from core.words import Unfit

# The line is on the page already, so there is no need to wait for long.
_SAY_PATIENCE_S = 1.0


async def say(request: web.Request) -> web.StreamResponse:
    """Take the trainee's line. The same key again is the same line."""
    found = await own_attempt(request)
    sealed = await said(request, found.attempt.id)
    done = await hand_in(request, sealed, _SAY_PATIENCE_S)
    return web.json_response({"settled": done}, status=200 if done else 202)


async def typing(request: web.Request) -> web.StreamResponse:
    """Take note that the trainee is writing."""
    found = await own_attempt(request)
    if found.attempt.ended is None:
        lane = found.attempt.id
        await request.app[DEPS].desk.submit(envelope(request, Typing(lane), lane=lane))
    return web.Response(status=204)


async def end(request: web.Request) -> web.StreamResponse:
    """End the call."""
    found = await own_attempt(request)
    if found.attempt.ended is not None:
        return _done(request, found.attempt.id)
    return await _do(request, found.attempt.id, End(found.attempt.id))


async def report(request: web.Request) -> web.StreamResponse:
    """Report that the customer fell out of its part."""
    found = await own_attempt(request)
    command = await reported(request, found.attempt.id, len(found.attempt.turns))
    if not command.turns and not command.remark:
        raise Unfit("Nothing is picked yet.", "Pick a line, or say in a few words what was odd.")
    return await _do(request, found.attempt.id, command)


async def ask_coach(request: web.Request) -> web.StreamResponse:
    """Ask a coach to look at the attempt."""
    found = await own_attempt(request)
    return await _do(request, found.attempt.id, AskCoach(found.attempt.id))


async def remark(request: web.Request) -> web.StreamResponse:
    """Post a coach's words in the thread of an ended call."""
    found = await attempt_page(request)
    if found.attempt.ended is None:
        raise Refusal(
            "The call is still running, and a coach cannot talk into it.",
            "Send your feedback as soon as it has ended.",
        )
    deps, person = request.app[DEPS], request[VISITOR].person
    command = await remarked(request, found.attempt.id)
    deps.burst.take(person.id, deps.clock.now())
    return await _do(request, found.attempt.id, command)


async def _do(request: web.Request, attempt: str, command: Command) -> web.StreamResponse:
    await ask(request, command, lane=attempt)
    return _done(request, attempt)


def _done(request: web.Request, attempt: str) -> web.StreamResponse:
    if wants_json(request):
        return web.json_response({})
    raise web.HTTPSeeOther(f"/attempts/{attempt}")
