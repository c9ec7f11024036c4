"""Every address of the browser surface, and the application that serves them."""

from __future__ import annotations

from aiohttp import web

from bots.web import (
    briefing,
    call_page,
    calls,
    joining,
    pictures,
    recording,
    thread,
    training,
    transcript,
)
from bots.web.deps import DEPS, WebDeps
from bots.web.failures import failures
from bots.web.gate import GATED, become, enter, gate
from bots.web.headers import harden
from bots.web.limits import MOST_BYTES
from bots.web.render import STATIC

GATED_ROUTES = (
    web.get("/", training.front),
    web.get("/events", training.events),
    web.post("/become", become),
    web.get("/pictures/{name}", pictures.picture),
    web.get("/assignments/{id}", briefing.briefing),
    web.get("/assignments/{id}/documents/{document}", briefing.document),
    web.post("/assignments/{id}/accept", training.accept),
    web.post("/assignments/{id}/start", briefing.start),
    web.get("/attempts/{id}", thread.thread),
    web.get("/attempts/{id}/events", thread.events),
    web.get("/attempts/{id}/documents/{document}", thread.document),
    web.get("/attempts/{id}/transcript", transcript.transcript),
    web.get("/attempts/{id}/transcript.txt", transcript.download),
    web.get("/attempts/{id}/recording", recording.recording),
    web.post("/attempts/{id}/say", calls.say),
    web.post("/attempts/{id}/typing", calls.typing),
    web.post("/attempts/{id}/end", calls.end),
    web.post("/attempts/{id}/report", calls.report),
    web.post("/attempts/{id}/ask", calls.ask_coach),
    web.post("/attempts/{id}/remark", calls.remark),
)
# The pages of a call by voice let people in by themselves: those of Slack and Teams too.
CALL_ROUTES = (
    web.get("/call/{token}", joining.lobby),
    web.post("/call/{token}", joining.join_by_link),
    web.get("/call/{token}/picture", joining.picture),
    web.get("/call/{token}/documents/{document}", joining.document),
    web.get("/calls/{attempt}", call_page.call),
    web.post("/calls/{attempt}/join", joining.join),
    web.get("/calls/{attempt}/state", call_page.state),
    web.get("/calls/{attempt}/picture", call_page.picture),
    web.get("/calls/{attempt}/documents/{document}", call_page.document),
)


def make_app(deps: WebDeps) -> web.Application:
    """Return the application. Other surfaces may add their routes to it."""
    app = web.Application(middlewares=[failures, gate], client_max_size=MOST_BYTES)
    app[DEPS] = deps
    app[GATED] = frozenset(route.handler for route in GATED_ROUTES)
    app.add_routes([*GATED_ROUTES, *CALL_ROUTES, web.get("/enter", enter)])
    app.router.add_static("/static/", STATIC)
    app.on_response_prepare.append(harden)
    app.on_shutdown.append(_send_listeners_away)
    return app


async def _send_listeners_away(app: web.Application) -> None:
    """Let open event streams end, so that the server can stop at once."""
    app[DEPS].listeners.close()
