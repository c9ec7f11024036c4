"""The briefing of an assignment, and the start of a call."""

from __future__ import annotations

from dataclasses import dataclass

from aiohttp import web

from bots.web.deps import DEPS, WebDeps
from bots.web.documents import markdown, readings, serve_named
from bots.web.gate import VISITOR
from bots.web.inbound import Declined, ask
from bots.web.render import page
from bots.web.room import call_path
from core import views
from core.commands import Accept, Start
from core.errors import PracticeError
from core.people import Person
from core.ports import Unit
from core.scenario import Mode, Scenario
from core.views import TrainingItem


@dataclass(frozen=True, slots=True)
class Assigned:
    """An assignment as its page needs it."""

    item: TrainingItem
    trainee: Person
    scenario: Scenario


async def assigned(unit: Unit, deps: WebDeps, viewer: Person, assignment_id: str) -> Assigned:
    """Return the assignment. Raises Refusal, and PracticeError when there is none."""
    found = await unit.assignment(viewer.workspace, assignment_id)
    trainee = await unit.person(viewer.workspace, found.trainee) if found else None
    if found is None or trainee is None:
        raise PracticeError("There is no assignment at this address.", "Open My Training.")
    items = await views.training(unit, deps.library, viewer, trainee, deps.clock.now())
    item = next(item for item in items if item.assignment.id == assignment_id)
    return Assigned(item, trainee, deps.library.scenario(found.scenario_id))


async def _assigned(request: web.Request) -> Assigned:
    deps = request.app[DEPS]
    async with deps.store.reading() as unit:
        return await assigned(unit, deps, request[VISITOR].person, request.match_info["id"])


async def briefing(request: web.Request) -> web.StreamResponse:
    """Show what to know before the call; not what will be scored."""
    found = await _assigned(request)
    base = f"/assignments/{found.item.assignment.id}/documents"
    return page(
        request,
        "briefing.html",
        item=found.item,
        scenario=found.scenario,
        own=found.trainee.id == request[VISITOR].person.id,
        trainee=found.trainee,
        brief=markdown(found.scenario.brief),
        readings=await readings(request.app[DEPS], found.scenario.documents, base),
        voice=request.app[DEPS].room is not None,
    )


async def document(request: web.Request) -> web.StreamResponse:
    """Serve one of the assignment's documents."""
    found = await _assigned(request)
    return await serve_named(request, found.scenario.documents, "the briefing")


async def start(request: web.Request) -> web.StreamResponse:
    """Begin an attempt and lead to it; accepts the assignment where that is to do."""
    found = await _assigned(request)
    assignment, person = found.item.assignment, request[VISITOR].person
    mode = await _mode(request, found.item.mode)
    if mode is Mode.VOICE and request.app[DEPS].room is None:
        raise Declined(
            "This is a voice call, and voice calls are not set up here.", "Ask your administrator."
        )
    if assignment.accepted_at is None:
        await ask(request, Accept(assignment.id), lane=person.id)
    attempt = request.app[DEPS].ids.new()
    try:
        await ask(request, Start(assignment.id, attempt, mode), lane=person.id)
    except Declined:
        # A second click comes after the first has begun a call: lead there.
        running = (await _assigned(request)).item.running
        if running is None:
            raise
        # It may be held the other way: its thread leads to either.
        raise web.HTTPSeeOther(f"/attempts/{running}?new=1") from None
    to = call_path(attempt) if mode is Mode.VOICE else f"/attempts/{attempt}"
    raise web.HTTPSeeOther(f"{to}?new=1")


async def _mode(request: web.Request, mode: Mode) -> Mode:
    """Return how the call will be held; where both are possible, as the form says."""
    if mode is not Mode.HYBRID:
        return mode
    form = await request.post()
    return Mode.VOICE if form.get("mode") == Mode.VOICE.value else Mode.CHAT
