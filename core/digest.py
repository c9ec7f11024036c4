"""The manager's digest: a period of the people they manage, at one look."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from statistics import fmean

from core.glance import glances
from core.messages import CriterionMean, Digest, HelpNeeded
from core.people import Person, Role
from core.ports import Library, Unit
from core.review import standing
from core.scoring import ScoreRun
from core.views import Learner, Status, training


async def digest(
    unit: Unit, library: Library, manager: Person, since: datetime, until: datetime
) -> Digest:
    """Return the digest of `since` to `until`; movements are against as long a time before."""
    everybody = await unit.people(manager.workspace)
    people = [p for p in everybody if Role.TRAINEE in p.roles and _manages(manager, p)]
    learners = [Learner(p, await training(unit, library, manager, p, until)) for p in people]
    now = await _runs(unit, people, since, until)
    before = await _runs(unit, people, since - (until - since), since)
    ids = {p.id for p in people}
    waiting = [r for r in await unit.waiting_reviews(manager.workspace) if r.trainee in ids]
    items = [item for learner in learners for item in learner.items]
    return Digest(
        since=since,
        until=until,
        teams=tuple(sorted({p.team for p in people})),
        people=len(people),
        attempts=sum(run.overall is not None for run in now),
        done=sum(item.status is Status.DONE for item in items),
        overdue=sum(item.status is Status.OVERDUE for item in items),
        waiting=len(waiting),
        overall=_mean([r.overall for r in now]),
        overall_before=_mean([r.overall for r in before]),
        criteria=_criteria(now, before),
        help=tuple(
            HelpNeeded(g.person.id, g.person.name, g.needs, g.begin_with)
            for g in glances(learners)
            if g.needs
        ),
    )


def _manages(manager: Person, trainee: Person) -> bool:
    return trainee.id != manager.id and trainee.team != "" and trainee.team in manager.manages


async def _runs(
    unit: Unit, people: Sequence[Person], since: datetime, until: datetime
) -> list[ScoreRun]:
    """The scores that count, of the attempts that ended in the period."""
    found: list[ScoreRun] = []
    for person in people:
        attempts = await unit.attempts(person.workspace, person.id)
        counted = [a for a in attempts if a.ended and not a.broke_character]
        ended = {a.id for a in counted if a.ended and since <= a.ended.at < until}
        reviews = {r.attempt: r for r in await unit.last_reviews(person.workspace, person.id)}
        runs = await unit.last_runs(person.workspace, person.id)
        found += [standing(r, reviews.get(r.attempt)) for r in runs if r.attempt in ended]
    return found


def _criteria(now: Sequence[ScoreRun], before: Sequence[ScoreRun]) -> tuple[CriterionMean, ...]:
    """Averages by criterion, the lowest first: that is where help pays."""
    scores, old = _by_name(now), _by_name(before)
    means = [
        CriterionMean(name, round(fmean(found), 2), _mean(old.get(name, [])), len(found))
        for name, found in scores.items()
    ]
    return tuple(sorted(means, key=lambda c: (c.mean, c.name)))


def _by_name(runs: Sequence[ScoreRun]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for run in runs:
        for criterion in run.criteria:
            if criterion.score is not None:
                found.setdefault(criterion.name, []).append(criterion.score)
    return found


def _mean(values: Sequence[float | None]) -> float | None:
    told = [v for v in values if v is not None]
    return round(fmean(told), 2) if told else None
