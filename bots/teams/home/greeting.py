"""The first words to somebody, what they may ask for, and what strangers are told."""

from __future__ import annotations

from bots.chat.words.training import NO_ROLE, STRANGER, WHAT_IT_IS, WHAT_YOU_CAN, can
from bots.teams import elements
from bots.teams.buttons import Button, dialog, execute
from bots.teams.cards import Card
from bots.teams.cards.calls import ASIDE
from bots.teams.cards.card import announced
from bots.teams.elements import Element, heading, rich
from bots.teams.home.beginning import beginning, first_steps
from bots.teams.names import Verb
from bots.teams.texts import Row, bold, lined
from core.people import GIVERS, Person, Role
from core.wording import first_name

_HOW = (
    "A call comes as a message from me: you read the briefing, talk with the customer here or by "
    "voice, and see at once what went well and what to try next time."
)
_WORDS = {"end": "end call"}
_TALK = (
    "While a call runs, you talk with the customer where it began, here or in the thread of a "
    f"channel; everything you write there is said, {ASIDE}."
)
_PRACTISE = ("practise", "in a channel: begin a call there")
_PEOPLE = ("people in training", "who of those you look after may need help first")
_ALSO = (
    (Role.TRAINEE, _TALK),
    (Role.COACH, "Your answers in a review's thread reach the trainee, under your name."),
)


def welcome(person: Person | None, whom: str = "") -> Card:
    """Return the first message after the app was installed; `whom` is who adds a stranger."""
    hello = f"Welcome, {first_name(person.name)}" if person and person.name else "Welcome"
    next_step = whom if person is None else "" if person.roles else NO_ROLE
    roles = person.roles if person else frozenset()
    # An administrator has something to do first; how a call comes, trainees are told.
    how = _HOW if Role.TRAINEE in roles or Role.ADMIN not in roles else ""
    body = [heading(hello), *[e for words in (WHAT_IT_IS, how, next_step) for e in rich([words])]]
    help_ = execute("What you can ask", Verb.HELP)
    if Role.ADMIN in roles:
        body, actions = [*body, *beginning()], [*first_steps(), help_]
    else:
        actions = [execute("My Training", Verb.TRAINING), help_]
    return Card(announced(f"{hello}. {WHAT_IT_IS}"), elements.card(body, actions))


def help_card(person: Person) -> Card:
    """Return what this person may ask for, and buttons for most of it."""
    if not person.roles:
        return Card(STRANGER, elements.card([heading("Help"), *rich([STRANGER])]))
    rows: list[Row] = [[bold(_WORDS.get(word, word)), f": {what}"] for word, what in _asked(person)]
    also = [words for role, words in _ALSO if role in person.roles]
    body: list[Element] = [
        heading("Help"),
        *rich(["Write me one of these words."]),
        *rich(lined(*rows)),
        *[e for words in also for e in rich([words])],
    ]
    return Card(WHAT_YOU_CAN, elements.card(body, _buttons(person)))


def _asked(person: Person) -> list[tuple[str, str]]:
    """The words, with what Teams has besides: how to practise comes after what there is to do."""
    *asked, last = can(person)
    if Role.TRAINEE in person.roles:
        asked.insert(1, _PRACTISE)
    leads = person.roles & {Role.COACH, Role.MANAGER}
    return [*asked, *([_PEOPLE] if leads else []), last]


def _buttons(person: Person) -> list[Button | None]:
    roles = person.roles
    return [
        execute("My Training", Verb.TRAINING),
        execute("Reviews", Verb.REVIEWS) if Role.COACH in roles else None,
        dialog("Assign a call", Verb.ASSIGN) if roles & GIVERS else None,
        execute("Digest", Verb.DIGEST) if Role.MANAGER in roles else None,
        dialog("People", Verb.PEOPLE) if Role.ADMIN in roles else None,
        dialog("Settings", Verb.WAYS) if Role.ADMIN in roles else None,
    ]


def stranger(whom: str) -> Card:
    """Return what somebody is told who is not known here; `whom` says whom to ask."""
    told = f"{WHAT_IT_IS} {whom}".strip()
    return Card(told, elements.card([heading("Welcome"), *rich([WHAT_IT_IS]), *rich([whom])]))
