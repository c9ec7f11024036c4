"""What a coach or a manager sees of their people at one look."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bots.web.wording import counted
from core.people import Person
from core.scoring import Verdict
from core.views import Learner, PastAttempt, Status, TrainingItem

_FELL = 0.5  # a loss of half a point between two attempts is worth a word


@dataclass(frozen=True, slots=True)
class Glance:
    """One person: why they may need help (empty: all is well), and their newest attempt."""

    person: Person
    needs: tuple[str, ...]
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


def glances(learners: tuple[Learner, ...]) -> tuple[Glance, ...]:
    """Return one look at each, those who need help first."""
    return tuple(sorted(map(_glance, learners), key=lambda g: (-len(g.needs), g.person.name)))


def _glance(learner: Learner) -> Glance:
    items = learner.items
    tried = [item for item in items if any(p.ended for p in item.past)]
    latest = max(tried, key=_last_at, default=None)
    ended = [p for p in latest.past if p.ended] if latest else []
    glance = Glance(
        person=learner.person,
        needs=(),
        newest=ended[0] if ended else None,
        before=ended[1] if len(ended) > 1 else None,
        running=next((item.running for item in items if item.running), None),
        done=sum(item.status is Status.DONE for item in items),
        of=len(items),
    )
    return _with_needs(glance, items)


def _last_at(item: TrainingItem) -> datetime:
    return next(p.at for p in item.past if p.ended)


def _with_needs(glance: Glance, items: tuple[TrainingItem, ...]) -> Glance:
    overdue = sum(item.status is Status.OVERDUE for item in items)
    now, before = glance.score, glance.score_before
    needs = {
        f"{counted(overdue, 'assignment')} overdue": overdue > 0,
        "did not pass the last call": _failed(glance.newest),
        "score went down": now is not None and before is not None and before - now >= _FELL,
    }
    found = tuple(words for words, true in needs.items() if true)
    return Glance(
        glance.person, found, glance.newest, glance.before, glance.running, glance.done, glance.of
    )


def _failed(attempt: PastAttempt | None) -> bool:
    return bool(attempt and attempt.run and attempt.run.verdict is Verdict.FAILED)


def _overall(attempt: PastAttempt | None) -> float | None:
    return attempt.run.overall if attempt and attempt.run else None
