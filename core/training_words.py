"""My Training in a sentence, the same on every surface."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from core.views import Status, TrainingItem
from core.wording import counted


def summary(items: Sequence[TrainingItem]) -> str:
    """Return what there is to do, in a sentence that frightens nobody; "" for no assignments."""
    by = Counter(item.status for item in items)
    todo = by[Status.ASSIGNED] + by[Status.ACCEPTED] + by[Status.OVERDUE]
    if by[Status.RUNNING]:
        if any(item.under_way and not item.under_way.begun for item in items):
            return "A call waits for you. Its time begins when you join."
        return "Your call is still running. Pick it up where you left it."
    if by[Status.OVERDUE]:
        return f"{counted(todo, 'practice call')} to do; let us begin with the one that is late."
    if todo:
        return f"{counted(todo, 'practice call')} to do. Ten quiet minutes will do for one."
    return "All done. Try one again whenever you like." if items else ""
