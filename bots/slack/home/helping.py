"""What `/practice` can do for somebody: only what they may do."""

from __future__ import annotations

from bots.slack.names import COMMAND
from core.people import GIVERS, Person, Role

_EVERYBODY = frozenset(Role)
_CAN = (
    ("training", frozenset({Role.TRAINEE}), "what you have to practise, and how it went"),
    ("end", frozenset({Role.TRAINEE}), "end the call that is running"),
    ("review", frozenset({Role.COACH}), "the calls that wait for your review"),
    ("assign", GIVERS, "give somebody a call to practise"),
    ("digest", frozenset({Role.MANAGER}), "how your teams are doing"),
    ("digest time", frozenset({Role.MANAGER}), "when your digest comes by itself"),
    ("people", frozenset({Role.ADMIN}), "add people, change roles and teams"),
    ("settings", frozenset({Role.ADMIN}), "channels, what teams see, what comes up for review"),
    ("help", _EVERYBODY, "this list"),
)
_ALSO = (
    (
        Role.TRAINEE,
        "In the thread of a call you talk with the customer; everything you write there is said.",
    ),
    (Role.COACH, "Your answers in a review's thread reach the trainee, under your name."),
)


def help_text(person: Person | None) -> str:
    """Return what this person may ask for, as the text of a message. None for a stranger."""
    if person is None or not person.roles:
        return (
            "Here you practise calls with customers before you hold them. I don't know yet what "
            "you do here: ask your administrator to make you a trainee, a coach or a manager."
        )
    lines = [f"`{COMMAND} {word}`: {what}" for word, roles, what in _CAN if roles & person.roles]
    also = [words for role, words in _ALSO if role in person.roles]
    return "\n".join(["This is what you can ask me for:", *lines, "", *also]).strip()
