"""Who may be at a call page: whoever a link let in, and the web surface's own trainees.

People of Slack and Teams have no session here, and their workspace is not this server's own: it
comes from what their link says, which is signed.
"""

from __future__ import annotations

from dataclasses import dataclass

from aiohttp import web

from bots.web.deps import DEPS, WebDeps
from bots.web.gate import session_of
from bots.web.origin import is_same_site
from bots.web.room import COOKIE, Pass, read_pass
from core import views
from core.errors import PracticeError, Refusal
from core.people import Workspace
from core.scenario import Mode
from core.views import AttemptPage

_FRESH = "My Training, or the call's own thread, has a fresh link for you."


@dataclass(frozen=True, slots=True)
class Caller:
    """A trainee and their call. `joined` is whether this browser has joined it already."""

    held: Pass
    call: AttemptPage
    workspace: Workspace
    joined: bool = False


async def admit(request: web.Request) -> Pass:
    """Return the pass of whoever asks for the sound of a call, from our own page only.

    Raises Refusal, and PracticeError when there is no such call.
    """
    require_same_site(request)
    return (await caller(request)).held


async def caller(request: web.Request) -> Caller:
    """Return who asks for the call of this address. Raises Refusal and PracticeError."""
    deps = request.app[DEPS]
    attempt = request.match_info["attempt"]
    held = read_pass(deps.settings, request.cookies.get(COOKIE, ""), deps.clock.now())
    if held is not None and held.attempt == attempt:
        return await caller_of(deps, held, joined=True)
    session = session_of(request, deps)
    if session is None:
        raise Refusal("This call opens with a link of its own.", _FRESH)
    return await caller_of(deps, Pass(deps.settings.workspace, attempt, session.person))


async def caller_of(deps: WebDeps, held: Pass, *, joined: bool = False) -> Caller:
    """Return the trainee and the call of a pass. Raises Refusal and PracticeError."""
    if deps.room is None:
        raise PracticeError("Calls by voice are not set up here.", "Ask your administrator.")
    async with deps.store.reading() as unit:
        person = await unit.person(held.workspace, held.person)
        workspace = await unit.workspace(held.workspace)
        if person is None or workspace is None:
            raise Refusal(
                "You are not, or no longer, a member of this workspace.", "Ask your administrator."
            )
        found = await views.attempt_page(unit, person, held.attempt)
    if found.trainee.id != person.id:
        raise Refusal(f"Only {found.trainee.name} talks in this call.", "Its thread shows it all.")
    if found.attempt.mode is not Mode.VOICE:
        raise PracticeError("This call is held in the chat.", "Go on in its thread.")
    return Caller(held, found, workspace, joined)


def require_same_site(request: web.Request) -> None:
    """Raise a Refusal unless one of our own pages asks."""
    if not is_same_site(request, request.app[DEPS].settings.base_url):
        raise Refusal("Another site asked for this call.", "Open its call page, and join there.")
