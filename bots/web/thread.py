"""The thread of an attempt: the call itself, its result, and the coach's words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from aiohttp import web

from bots.web.cards import View, card
from bots.web.deps import DEPS
from bots.web.documents import readings, serve_named
from bots.web.gate import VISITOR
from bots.web.live import stream
from bots.web.render import page
from bots.web.wording import millis
from core import views
from core.attempt import CallState
from core.errors import PracticeError, Refusal
from core.messages import Face, Outgoing, ScoreCard, Scoring
from core.scenario import Mode
from core.views import AttemptPage
from core.words import LONGEST_SAID


async def attempt_page(request: web.Request) -> AttemptPage:
    """Return the attempt of this address. Raises Refusal, and PracticeError when there is none."""
    async with request.app[DEPS].store.reading() as unit:
        return await views.attempt_page(unit, request[VISITOR].person, request.match_info["id"])


async def own_attempt(request: web.Request) -> AttemptPage:
    """Return the attempt if it is the visitor's own practice. Raises Refusal."""
    found = await attempt_page(request)
    if found.trainee.id != request[VISITOR].person.id:
        raise Refusal(
            f"Only {found.trainee.name} talks in this call.",
            "You can give feedback as soon as it has ended.",
        )
    return found


async def thread(request: web.Request) -> web.StreamResponse:
    """Show the whole thread; the page's script goes on from the last post."""
    deps = request.app[DEPS]
    try:
        found = await attempt_page(request)
    except Refusal:
        raise
    except PracticeError:
        if "new" not in request.query:
            raise
        return page(request, "waiting.html")
    posts = await posted(request)
    view = _view(request, found)
    return page(
        request,
        "thread.html",
        **_about(found, view),
        voice=found.attempt.mode is Mode.VOICE,
        room=deps.room is not None,
        cards=[card(number, outgoing, view) for number, outgoing in _current(posts)],
        last=max((number for number, _ in posts), default=0),
        readings=await readings(deps, found.documents, f"/attempts/{found.attempt.id}/documents"),
    )


async def events(request: web.Request) -> web.StreamResponse:
    """Bring the thread's posts, typing and drafts to an open page."""
    found = await attempt_page(request)
    name = f"attempt:{found.attempt.id}"
    return await stream(request, name, lambda: _view(request, found), _state(request, found))


async def document(request: web.Request) -> web.StreamResponse:
    """Serve a document of the trainee's, or what the customer has sent."""
    found = await attempt_page(request)
    return await serve_named(request, found.documents, "the call")


async def posted(request: web.Request) -> Sequence[tuple[int, Outgoing]]:
    """Return every post of the attempt of this address."""
    deps = request.app[DEPS]
    name = f"attempt:{request.match_info['id']}"
    return await deps.posts.since(deps.settings.workspace, name, 0)


def _current(posts: Sequence[tuple[int, Outgoing]]) -> list[tuple[int, Outgoing]]:
    """Leave out "being scored" where the score has come."""
    scored = max((n for n, o in posts if isinstance(o.message, ScoreCard)), default=0)
    return [(n, o) for n, o in posts if not (isinstance(o.message, Scoring) and n < scored)]


def _view(request: web.Request, found: AttemptPage) -> View:
    visitor = request[VISITOR]
    own = visitor.person.id == found.trainee.id
    return View(visitor.person, own=own, token=visitor.token, now=request.app[DEPS].clock.now())


def _state(request: web.Request, found: AttemptPage) -> dict[str, Any]:
    """Return what the page's clock needs; a restart gives time back, so it is told each time."""
    return {
        "now": millis(request.app[DEPS].clock.now()),
        "deadline": millis(found.attempt.deadline),
        "ended": found.attempt.ended is not None,
    }


def _about(found: AttemptPage, view: View) -> dict[str, Any]:
    attempt, persona = found.attempt, found.scenario.persona
    return {
        "attempt": attempt,
        "own": view.own,
        "trainee": found.trainee,
        "title": found.scenario.title,
        "goal": found.scenario.goal,
        "face": Face(persona.name, persona.picture),
        "ended": attempt.state is CallState.ENDED,
        "most": LONGEST_SAID,
    }
