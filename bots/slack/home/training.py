"""My Training: what is to do now, what comes next, and how it went."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from bots.slack.blocks import header, section
from bots.slack.home.groups import Group, Thing, as_dicts, laid_out
from bots.slack.home.item import Eyes, ThreadLink, entry
from core.people import Person
from core.training_words import summary
from core.views import Status, TrainingItem

_ROOM = 40
"""Blocks of a message: its words together may have 13,200 characters, so fewer than 50."""
_EMPTY = (
    "Nothing to practise yet: your coach will send you a first call. It comes as a message from "
    "me, with everything you need to know, and waits here too. If you expected one, ask your "
    "coach."
)


def nowhere(_attempt: str) -> None:
    """Threads cannot be linked to."""
    return


def training_blocks(
    person: Person,
    items: Sequence[TrainingItem],
    now: datetime,
    thread_link: ThreadLink = nowhere,
    *,
    voice: bool = True,
) -> list[Thing]:
    """Return My Training as the blocks of a message."""
    eyes = Eyes(person.time_zone, now, thread_link, voice)
    groups = laid_out(training_groups(items, eyes), _ROOM)
    return as_dicts([header("My Training"), section(summary(items) or _EMPTY), *groups])


def nothing_yet() -> str:
    """What to know while there is nothing to practise."""
    return _EMPTY


def training_groups(items: Sequence[TrainingItem], eyes: Eyes) -> list[Group]:
    """Return the assignments in groups, what is most urgent first, the newest done first."""
    # Running ones before those overdue, each in the order in which they were given.
    now = [i for s in (Status.RUNNING, Status.OVERDUE) for i in items if i.status is s]
    todo = [i for s in (Status.ACCEPTED, Status.ASSIGNED) for i in items if i.status is s]
    done = sorted((i for i in items if i.status is Status.DONE), key=_held_at, reverse=True)
    return [
        Group("Now", [entry(i, eyes) for i in now], "And {} more. They move up as you go."),
        Group("To do", [entry(i, eyes) for i in todo], "And {} more. They move up as you go."),
        Group("Done", [entry(i, eyes) for i in done], "And {} done before these."),
    ]


def _held_at(item: TrainingItem) -> datetime:
    return max((past.at for past in item.past), default=datetime.min.replace(tzinfo=UTC))
