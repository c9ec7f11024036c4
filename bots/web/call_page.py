"""The page of a call by voice: the briefing before it, the call itself, and its end."""

from __future__ import annotations

from aiohttp import web

from bots.web.callers import Caller, caller
from bots.web.deps import DEPS, WebSettings
from bots.web.documents import markdown, readings, serve, serve_named
from bots.web.render import page
from bots.web.room import call_path
from bots.web.wording import millis
from core.errors import PracticeError, Refusal
from core.messages import Face

_PERMISSIONS = "camera=(), geolocation=(), microphone=(self)"
_PLACES = {"slack": "Slack", "teams": "Teams"}


async def call(request: web.Request) -> web.StreamResponse:
    """Show the call page to whoever is let in."""
    try:
        found = await caller(request)
    except Refusal:
        raise
    except PracticeError:
        if "new" not in request.query:
            raise
        return page(request, "waiting.html")
    return await show(request, found, call_path(found.held.attempt))


async def state(request: web.Request) -> web.StreamResponse:
    """Say how the call stands: a page that was cut off cannot see why."""
    attempt = (await caller(request)).call.attempt
    return web.json_response({"ended": attempt.ended is not None, "scored": attempt.scored})


async def document(request: web.Request) -> web.StreamResponse:
    """Serve a document of the call's."""
    return await show_document(request, await caller(request))


async def picture(request: web.Request) -> web.StreamResponse:
    """Serve the customer's picture."""
    return await show_picture(request, await caller(request))


async def show(request: web.Request, found: Caller, base: str) -> web.Response:
    """Return the page; `base` is the address below which its documents are."""
    deps, call = request.app[DEPS], found.call
    persona = call.scenario.persona
    if deps.room is not None and call.attempt.ended is None:
        deps.room.expect()
    response = page(
        request,
        "call.html",
        base=base,
        caller=found,
        attempt=call.attempt,
        scenario=call.scenario,
        face=Face(persona.name, persona.picture),
        brief=markdown(call.scenario.brief),
        readings=await readings(deps, call.documents, f"{base}/documents"),
        at_home=found.workspace.platform == "web",
        place=_PLACES.get(found.workspace.platform, "the chat you came from"),
        deadline=millis(call.attempt.deadline),
    )
    response.headers["Permissions-Policy"] = _PERMISSIONS
    response.headers["Content-Security-Policy"] = _policy(deps.settings)
    return response


async def show_document(request: web.Request, found: Caller) -> web.StreamResponse:
    """Serve the document that the address names. Raises PracticeError."""
    return await serve_named(request, found.call.documents, "the call")


async def show_picture(request: web.Request, found: Caller) -> web.StreamResponse:
    """Serve the picture of the call's customer. Raises PracticeError."""
    return await serve(request.app[DEPS].folders, found.call.scenario.persona.picture)


def _policy(settings: WebSettings) -> str:
    """Return what the page may load. Some browsers do not count wss among a site's own."""
    own = settings.base_url.replace("http", "ws", 1)
    return (
        f"default-src 'self'; connect-src 'self' {own}; object-src 'none'; base-uri 'none'; "
        "form-action 'self'; frame-ancestors 'none'"
    )
