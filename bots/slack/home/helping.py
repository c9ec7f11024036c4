"""What `/practice` can do for somebody: only what they may do."""

from __future__ import annotations

from bots.chat.words.training import STRANGER, WHAT_YOU_CAN, can
from bots.slack.names import COMMAND
from core.people import Person, Role

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
        return STRANGER
    lines = [f"`{COMMAND} {word}`: {what}" for word, what in can(person)]
    also = [words for role, words in _ALSO if role in person.roles]
    return "\n".join([WHAT_YOU_CAN, *lines, "", *also]).strip()
