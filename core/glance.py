"""Who needs help, and with what: one look at somebody's assignments."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from core.people import Person
from core.scoring import ScoreRun, Verdict
from core.views import Learner, PastAttempt, Status, TrainingItem
from core.wording import counted

_FELL = 0.5
"""A loss of half a point between two attempts is worth a word."""


@dataclass(frozen=True, slots=True)
class Glance:
    """One person: why they may need help (empty: all is well), and their newest attempt.

    `begin_with` names the criterion that scored lowest in it, "" where none stands out.
    """

    person: Person
    needs: tuple[str, ...]
    begin_with: str
    newest: PastAttempt | None
    before: PastAttempt | None
    running: str | None
    done: int
    of: int

    @property
    def score(self) -> float | None:
        """The newest attempt's overall score."""
        return _overall(self.newest)

    @property
    def score_before(self) -> float | None:
        """The overall score of the attempt before it, at the same assignment."""
        return _overall(self.before)


def glances(learners: Sequence[Learner]) -> tuple[Glance, ...]:
    """Return one look at each, those who need help first."""
    return tuple(sorted(map(glance, learners), key=lambda g: (-len(g.needs), g.person.name)))


def glance(learner: Learner) -> Glance:
    """Return one look at somebody."""
    items = learner.items
    tried = [item for item in items if any(map(_scored, item.past))]
    latest = max(tried, key=_last_at, default=None)
    scored = [p for p in latest.past if _scored(p)] if latest else []
    newest, before = (*scored, None, None)[:2]
    return Glance(
        person=learner.person,
        needs=_needs(items, newest, before),
        begin_with=_weakest(newest.run) if newest and newest.run else "",
        newest=newest,
        before=before,
        running=next((item.running for item in items if item.running), None),
        done=sum(item.status is Status.DONE for item in items),
        of=len(items),
    )


def _last_at(item: TrainingItem) -> datetime:
    return next(p.at for p in item.past if _scored(p))


def _scored(attempt: PastAttempt) -> bool:
    """Whether it says how somebody did: a call in which nothing was said does not."""
    return _overall(attempt) is not None


def _not_passed(item: TrainingItem) -> bool:
    """Whether the newest score of an assignment is no pass."""
    newest = next(filter(_scored, item.past), None)
    return newest is not None and newest.run is not None and newest.run.verdict is Verdict.FAILED


def _needs(
    items: Sequence[TrainingItem], newest: PastAttempt | None, before: PastAttempt | None
) -> tuple[str, ...]:
    overdue = sum(item.status is Status.OVERDUE for item in items)
    now, then = _overall(newest), _overall(before)
    failed = sum(map(_not_passed, items))
    needs = {
        f"{counted(overdue, 'assignment')} overdue": overdue > 0,
        f"{counted(failed, 'call')} not passed yet": failed > 0,
        "score went down": now is not None and then is not None and then - now >= _FELL,
    }
    return tuple(words for words, true in needs.items() if true)


def _weakest(run: ScoreRun) -> str:
    """The criterion with the lowest score, where it is below the others."""
    scored = sorted((c.score, c.name) for c in run.criteria if c.score is not None)
    return scored[0][1] if scored and scored[0][0] < scored[-1][0] else ""


def _overall(attempt: PastAttempt | None) -> float | None:
    return attempt.run.overall if attempt and attempt.run else None
