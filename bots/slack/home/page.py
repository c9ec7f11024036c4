"""The Home tab: My Training, and what waits for coaches, managers and administrators."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from slack_sdk.models.blocks import Block, ButtonElement

from bots.chat.words import training as words
from bots.slack.blocks import actions, button, header, section
from bots.slack.home.groups import Group, Thing, as_dicts, laid_out
from bots.slack.home.item import Eyes, ThreadLink
from bots.slack.home.reviews import waiting_group
from bots.slack.home.training import nowhere, training_groups
from bots.slack.names import Action
from core.glance import Glance, glances
from core.people import GIVERS, Person, Role
from core.training_words import summary
from core.views import Learner, TrainingItem, WaitingReview
from core.wording import first_name, greeting

_BLOCKS = 100
_FRAME = 4
_ROOM_TO_LEAD = 32
"""Blocks for reviews and people, where there is own training to show too."""
_LEADS = frozenset({Role.COACH, Role.MANAGER})


def home(  # noqa: PLR0913 - all that there is to show; all but three by name
    person: Person,
    items: Sequence[TrainingItem],
    now: datetime,
    *,
    thread_link: ThreadLink = nowhere,
    people: Sequence[Learner] = (),
    waiting: Sequence[WaitingReview] = (),
    voice: bool = True,
) -> Thing:
    """Return the Home tab for views.publish, within its 100 blocks.

    `thread_link` gives the address of an attempt's thread, None when there is none; `voice` says
    whether calls by voice can be held here.
    """
    eyes = Eyes(person.time_zone, now, thread_link, voice)
    own = training_groups(items, eyes)
    lead = _leading(person, people, waiting, now)
    room = _BLOCKS - _FRAME
    led = laid_out(lead, _ROOM_TO_LEAD if items else room)
    blocks = [
        header(f"{greeting(now, person.time_zone)}, {first_name(person.name)}"),
        *_opening(person, items),
        *actions(*_buttons(person)),
        *laid_out(own[:2], room - len(led) - 2),
        *led,
    ]
    return {"type": "home", "blocks": as_dicts([*blocks, *_done(own, _BLOCKS - len(blocks))])}


def _done(own: Sequence[Group], room: int) -> list[Block]:
    """What was done comes last: there is nothing to do about it."""
    return laid_out(own[2:], room)


def stranger(mend: str = "Ask your administrator to add you.") -> Thing:
    """Return the Home tab for somebody who is not known here."""
    said = f"{words.WHAT_IT_IS} {mend}"
    return {"type": "home", "blocks": as_dicts([header("Welcome"), section(said)])}


def _opening(person: Person, items: Sequence[TrainingItem]) -> list[Block]:
    if Role.TRAINEE in person.roles or items:
        return [section(summary(items) or words.NOTHING_YET)]
    if not person.roles:
        return [section(words.NO_ROLE)]
    return []


def _buttons(person: Person) -> list[ButtonElement | None]:
    """What this person may do besides practising."""
    roles = person.roles
    return [
        button("Assign a call", Action.ASSIGN) if roles & GIVERS else None,
        button("Digest time", Action.DIGEST_TIME) if Role.MANAGER in roles else None,
        button("People", Action.PEOPLE) if Role.ADMIN in roles else None,
        button("Settings", Action.WAYS) if Role.ADMIN in roles else None,
    ]


def _leading(
    person: Person, people: Sequence[Learner], waiting: Sequence[WaitingReview], now: datetime
) -> list[Group]:
    found = [waiting_group(waiting, now, person.time_zone)] if waiting else []
    if person.roles & _LEADS:
        nobody = section(words.nobody(admin=Role.ADMIN in person.roles))
        entries = [[_look(glance)] for glance in glances(people)] or [[nobody]]
        found.append(Group("My people", entries, "And {} more."))
    return found


def _look(glance: Glance) -> Block:
    """One person at a look, those who need help said so."""
    newest = glance.newest.attempt if glance.newest else ""
    last = button("Last call", Action.TRANSCRIPT, value=newest) if newest else None
    return section(f"{words.about(glance)}\n{words.look(glance)}", accessory=last)
