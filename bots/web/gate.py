"""The gate: every page but the entrance wants to know who one is."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from aiohttp import web

from bots.web.access import (
    COOKIE,
    Session,
    form_token,
    form_token_fits,
    keep_session,
    new_session,
    read_link,
    read_session,
)
from bots.web.deps import DEPS, WebDeps
from bots.web.origin import is_local, is_same_site
from core.errors import Refusal
from core.people import Person, Role

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


@dataclass(frozen=True, slots=True)
class Visitor:
    """Whoever asks for a page. `token` goes into each form; `others` are a demo's people."""

    person: Person
    token: str
    others: tuple[Person, ...] = ()


VISITOR = web.RequestKey("visitor", Visitor)
# The handlers behind the gate. Others' routes in the same application are others' business.
GATED: web.AppKey[frozenset[object]] = web.AppKey("gated")
_ASK = "Ask your administrator for a link of your own."


@web.middleware
async def gate(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Let in who is known, and keep a demo's visitor in a cookie from the first page on."""
    if request.match_info.handler not in request.app[GATED]:
        return await handler(request)
    deps = request.app[DEPS]
    known = session_of(request, deps)
    session = known or await _demo_session(request, deps)
    request[VISITOR] = await _visitor(deps, session)
    if request.method not in {"GET", "HEAD"}:
        await _require_own_form(request, deps, session)
    response = await handler(request)
    if known is None and not response.prepared:
        keep_session(response, deps.settings, session, deps.clock.now())
    return response


def session_of(request: web.Request, deps: WebDeps) -> Session | None:
    """Return the session of the browser that asks, None when there is none that counts."""
    cookie = request.cookies.get(COOKIE, "")
    session = read_session(deps.settings, cookie, deps.clock.now())
    if session and session.demo and not _demo_open(request, deps):
        return None
    return session


def _demo_open(request: web.Request, deps: WebDeps) -> bool:
    return deps.settings.demo and is_local(request)


async def _demo_session(request: web.Request, deps: WebDeps) -> Session:
    """Return a session as the first trainee, in a demo. Raises Refusal elsewhere."""
    people = await _people(deps) if _demo_open(request, deps) else ()
    first = next((p for p in people if Role.TRAINEE in p.roles), None)
    if first is None:
        raise Refusal("This practice space opens with a personal link.", _ASK)
    return new_session(first.id, demo=True)


async def _people(deps: WebDeps) -> tuple[Person, ...]:
    async with deps.store.reading() as unit:
        return tuple(await unit.people(deps.settings.workspace))


async def _visitor(deps: WebDeps, session: Session) -> Visitor:
    async with deps.store.reading() as unit:
        person = await unit.person(deps.settings.workspace, session.person)
    if person is None:
        raise Refusal("You are not, or no longer, a member of this workspace.", _ASK)
    others = await _people(deps) if session.demo else ()
    return Visitor(person, form_token(deps.settings, session), others)


async def _require_own_form(request: web.Request, deps: WebDeps, session: Session) -> None:
    token = request.headers.get("X-Form-Token")
    if token is None and request.content_type != "application/json":
        token = str((await request.post()).get("token", ""))
    same = is_same_site(request, deps.settings.base_url)
    if not (same and form_token_fits(deps.settings, session, token or "")):
        raise Refusal(
            "This page is from an earlier visit, so nothing was sent.",
            "Go back, reload it, and try once more.",
        )


async def enter(request: web.Request) -> web.StreamResponse:
    """Take a personal link, and lead on to the page it names."""
    deps = request.app[DEPS]
    now = deps.clock.now()
    person_id, to = read_link(deps.settings, request.query.get("token", ""), now)
    await _visitor(deps, new_session(person_id))
    response = web.HTTPSeeOther(to)
    keep_session(response, deps.settings, new_session(person_id), now)
    raise response


async def become(request: web.Request) -> web.StreamResponse:
    """Be somebody else, in a demo."""
    deps = request.app[DEPS]
    person_id = str((await request.post()).get("person", ""))
    if person_id not in {person.id for person in request[VISITOR].others}:
        raise Refusal("Only a demo lets you change who you are.", _ASK)
    response = web.HTTPSeeOther("/")
    session = new_session(person_id, demo=True)
    keep_session(response, deps.settings, session, deps.clock.now())
    raise response
