"""The front page: one's own training, and the people one coaches or manages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from operator import itemgetter

from aiohttp import web
from markupsafe import Markup

from bots.web.cards import View, card
from bots.web.deps import DEPS, WebDeps
from bots.web.gate import VISITOR, Visitor
from bots.web.inbound import ask
from bots.web.live import stream
from bots.web.render import page
from core import views
from core.commands import Accept
from core.glance import Glance, glances
from core.messages import BreakReported, Digest, OneToOne, Outgoing, ReviewAsked
from core.people import Person, Role
from core.ports import Unit
from core.training_words import summary
from core.views import Status, TrainingItem

_NEWS = 4
_FRESH = timedelta(days=7)
"""What asks for nothing is news for so long."""

Posted = Sequence[tuple[int, Outgoing]]


async def front(request: web.Request) -> web.StreamResponse:
    """Show what there is to do, most urgent first."""
    deps, visitor = request.app[DEPS], request[VISITOR]
    posts = await deps.posts.since(deps.settings.workspace, f"person:{visitor.person.id}", 0)
    async with deps.store.reading() as unit:
        items = await _own(unit, deps, visitor)
        people = await _people(unit, deps, visitor)
        answered = await _answered(unit, posts, visitor.person)
    return page(
        request,
        "training.html",
        groups=_groups(items),
        voice=deps.room is not None,
        summary=summary(items),
        trainee=Role.TRAINEE in visitor.person.roles,
        leads=bool(visitor.person.roles & {Role.COACH, Role.MANAGER}),
        people=people,
        news=_news(posts, answered, _view(deps, visitor)),
        last=max((number for number, _ in posts), default=0),
    )


async def events(request: web.Request) -> web.StreamResponse:
    """Bring news to the front page while it is open."""
    deps, visitor = request.app[DEPS], request[VISITOR]
    name = f"person:{visitor.person.id}"
    return await stream(request, name, lambda: _view(deps, visitor), {})


async def accept(request: web.Request) -> web.StreamResponse:
    """Take an assignment on, and lead to its briefing."""
    assignment = request.match_info["id"]
    await ask(request, Accept(assignment), lane=request[VISITOR].person.id)
    raise web.HTTPSeeOther(f"/assignments/{assignment}")


def _view(deps: WebDeps, visitor: Visitor) -> View:
    return View(visitor.person, own=False, token=visitor.token, now=deps.clock.now())


async def _own(unit: Unit, deps: WebDeps, visitor: Visitor) -> tuple[TrainingItem, ...]:
    person, now = visitor.person, deps.clock.now()
    return await views.training(unit, deps.library, person, person, now)


async def _people(unit: Unit, deps: WebDeps, visitor: Visitor) -> tuple[Glance, ...]:
    now = deps.clock.now()
    return glances(await views.learners(unit, deps.library, visitor.person, now))


def _groups(items: tuple[TrainingItem, ...]) -> list[tuple[str, list[TrainingItem]]]:
    groups = [
        ("Now", [i for i in items if i.status in {Status.RUNNING, Status.OVERDUE}]),
        ("To do", [i for i in items if i.status in {Status.ACCEPTED, Status.ASSIGNED}]),
        ("Done", [i for i in items if i.status is Status.DONE]),
    ]
    return [(name, found) for name, found in groups if found]


def _news(posts: Posted, answered: Mapping[str, datetime], view: View) -> list[Markup]:
    """Return what asks for this person's eyes, newest first: once an attempt, till answered."""
    found = {
        _about(outgoing): (number, outgoing)
        for number, outgoing in posts
        if _is_news(outgoing, answered, view.now)
    }
    newest = sorted(found.values(), reverse=True, key=itemgetter(0))[:_NEWS]
    return [card(number, outgoing, view) for number, outgoing in newest]


def _is_news(outgoing: Outgoing, answered: Mapping[str, datetime], now: datetime) -> bool:
    match outgoing.message:
        case ReviewAsked(attempt=attempt) | BreakReported(attempt=attempt):
            return answered.get(attempt, outgoing.at) <= outgoing.at
        case OneToOne(meet_at=meet_at):
            return now < (meet_at or outgoing.at + _FRESH)
        case Digest():
            return now < outgoing.at + _FRESH
        case _:
            return False


def _about(outgoing: Outgoing) -> tuple[str, str]:
    """Return what a piece of news takes the place of when there was one before."""
    kind = "review" if isinstance(outgoing.message, ReviewAsked | BreakReported) else ""
    attempt = getattr(outgoing.message, "attempt", "")
    return kind or type(outgoing.message).__name__, attempt


async def _answered(unit: Unit, posts: Posted, person: Person) -> dict[str, datetime]:
    """Return when each attempt that they were shown was reviewed, or spoken about by them."""
    asked = {o.message.attempt for _, o in posts if isinstance(o.message, ReviewAsked)}
    found: dict[str, datetime] = {}
    for attempt in asked:
        said = [c.at for c in await unit.comments(attempt) if c.author == person.id]
        said += [r.at for r in await unit.reviews(attempt)]
        if said:
            found[attempt] = max(said)
    return found
