"""My Training: what is to do now, what comes next, and how it went."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from bots.chat.words.training import NOTHING_YET, grouped
from bots.slack.blocks import header, section
from bots.slack.home.groups import Group, Thing, as_dicts, laid_out
from bots.slack.home.item import Eyes, ThreadLink, entry
from core.people import Person
from core.training_words import summary
from core.views import TrainingItem

_ROOM = 40
"""Blocks of a message: its words together may have 13,200 characters, so fewer than 50."""


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
    return as_dicts([header("My Training"), section(summary(items) or NOTHING_YET), *groups])


def training_groups(items: Sequence[TrainingItem], eyes: Eyes) -> list[Group]:
    """Return the assignments in groups, what is most urgent first, the newest done first."""
    now, todo, done = grouped(items)
    return [
        Group("Now", [entry(i, eyes) for i in now], "And {} more. They move up as you go."),
        Group("To do", [entry(i, eyes) for i in todo], "And {} more. They move up as you go."),
        Group("Done", [entry(i, eyes) for i in done], "And {} done before these."),
    ]
