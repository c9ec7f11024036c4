"""My Training: what is to do now, what comes next, and how it went; and whom to look after."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from bots.chat.words import training as words
from bots.teams import elements
from bots.teams.buttons import Button, dialog, execute
from bots.teams.cards import Card
from bots.teams.cards.card import announced
from bots.teams.elements import Element, heading, rich, small
from bots.teams.home import beginning as steps
from bots.teams.home.groups import Group, laid_out
from bots.teams.home.item import Eyes, entry
from bots.teams.home.people import people_group
from bots.teams.names import Verb
from bots.teams.texts import bold
from core.glance import Glance
from core.people import GIVERS, Person, Role
from core.training_words import summary
from core.views import TrainingItem
from core.wording import counted, first_name, greeting

_LEADS = frozenset({Role.COACH, Role.MANAGER})
_FEW = 5


def training(  # noqa: PLR0913 - all that there is to show; all but three by name
    person: Person,
    items: Sequence[TrainingItem],
    now: datetime,
    *,
    voice: bool = True,
    people: Sequence[Glance] = (),
    waiting: int = 0,
    beginning: bool = False,
) -> Card:
    """Return My Training, and below it whom a coach or manager looks after.

    `voice` says whether calls by voice can be held here; `people` come with those first who need
    help; `waiting` counts the calls that wait for this person's review. `beginning`: nobody is a
    trainee here yet, and this person, an administrator, is shown what to do about it.
    """
    hello = f"{greeting(now, person.time_zone)}, {first_name(person.name)}"
    do, todo, done = training_groups(items, Eyes(person.time_zone, now, voice))
    admin = Role.ADMIN in person.roles
    beginning = beginning and admin
    led = person.roles & _LEADS and not beginning
    own = [people_group(people, _FEW, admin=admin)] if led else []
    body = [
        *small("My Training"),
        heading(hello),
        *(steps.beginning() if beginning else _opening(person, items)),
        *rich([bold(f"{counted(waiting, 'call')} to review.")] if waiting else []),
        # What was done comes last: there is nothing to do about it.
        *laid_out([do, todo, *own, done]),
    ]
    asked = steps.first_steps() if beginning else _buttons(person, waiting)
    shown = elements.card(body, asked, wide=True)
    return Card(announced(f"{hello}. {summary(items)}"), shown)


def training_groups(items: Sequence[TrainingItem], eyes: Eyes) -> list[Group]:
    """Return the assignments in groups, what is most urgent first, the newest done first."""
    now, todo, done = words.grouped(items)
    later = "And {} more. They move up as you go."
    return [
        Group("Now", [entry(i, eyes) for i in now], later),
        Group("To do", [entry(i, eyes) for i in todo], later, 6),
        Group("Done", [entry(i, eyes) for i in done], "And {} done before these.", 4),
    ]


def _opening(person: Person, items: Sequence[TrainingItem]) -> list[Element]:
    if Role.TRAINEE in person.roles or items:
        return rich([summary(items) or words.NOTHING_YET])
    return rich([words.NO_ROLE]) if not person.roles else []


def _buttons(person: Person, waiting: int) -> list[Button | None]:
    """What this person may do besides practising."""
    roles = person.roles
    return [
        execute("Reviews", Verb.REVIEWS) if waiting else None,
        dialog("Assign a call", Verb.ASSIGN) if roles & GIVERS else None,
        dialog("Digest time", Verb.DIGEST_TIME) if Role.MANAGER in roles else None,
        dialog("People", Verb.PEOPLE) if Role.ADMIN in roles else None,
        dialog("Settings", Verb.WAYS) if Role.ADMIN in roles else None,
    ]
