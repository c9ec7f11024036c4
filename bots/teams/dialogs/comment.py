"""A coach's words about a line of a call, or about the whole of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bots.chat.forms import comment
from bots.chat.forms.answers import Answers, Errors
from bots.chat.forms.comment import LINE, WHOLE, WORDS
from bots.chat.forms.questions import Choice
from bots.teams.dialogs.dialog import Dialog, Sends, form
from bots.teams.dialogs.fields import Fields
from bots.teams.dialogs.menus import within
from bots.teams.names import Verb
from core.commands import Remark
from core.views import AttemptPage
from core.words import LONGEST_SAID

_LINES = 40_000  # bytes


def dialog(
    found: AttemptPage,
    turn: int | None = None,
    *,
    errors: Errors | None = None,
    answers: Answers | None = None,
) -> Dialog:
    """Return a dialog that asks for the words; `turn` is the line chosen at first."""
    fields, asked = Fields(errors or {}, answers), comment.questions(found)
    choices = _choices(found, turn)
    first = str(turn) if str(turn) in {choice.value for choice in choices} else WHOLE.value
    parts = [
        fields.choice(asked[LINE], LINE, choices, value=first, style="filtered"),
        fields.text(asked[WORDS], WORDS, most=LONGEST_SAID, example=comment.EXAMPLE, lines=True),
    ]
    return form(comment.TITLE, parts, Sends(Verb.COMMENT, found.attempt.id), fields.errors)


def _choices(found: AttemptPage, turn: int | None) -> list[Choice]:
    """The whole call, and its lines; of a call that is too long, the newest and the one wanted."""
    lines = comment.lines(found)
    return [WHOLE, *within(lines[::-1], _LINES, {str(turn)})[::-1]]


def read(answers: Answers, data: Mapping[str, Any]) -> Remark | Errors:
    """Return the comment that was sent in, or what is wrong with it."""
    return comment.read(answers, str(data.get("value") or ""))
