"""The customer fell out of its part: which lines, and what was wrong with them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bots.chat.forms import report
from bots.chat.forms.answers import Answers, Errors
from bots.chat.forms.report import BOXES, LINES, QUESTIONS, REMARK
from bots.chat.words.figures import name
from bots.teams.dialogs.dialog import Dialog, Sends, form
from bots.teams.dialogs.fields import Asked, Fields, Style
from bots.teams.dialogs.menus import within
from bots.teams.elements import Element, rich, small
from bots.teams.names import Verb
from core.attempt import Attempt
from core.commands import ReportBreak

_MOST, _LINES = 100, 40_000  # lines, and bytes of them


def dialog(
    attempt: Attempt,
    customer: str,
    *,
    errors: Errors | None = None,
    answers: Answers | None = None,
) -> Dialog:
    """Return a dialog that asks for the customer's lines in question, the newest chosen."""
    fields = Fields(errors or {}, answers)
    remark = fields.text(
        QUESTIONS[REMARK], REMARK, most=report.REMARK_FITS, example=report.EXAMPLE, lines=True
    )
    parts: list[Asked | Element] = [
        *rich([report.intro(attempt, name(customer))]),
        *_lines(fields, attempt),
        remark,
        *small(report.COMFORT),
    ]
    sends = Sends(Verb.REPORT, attempt.id, report.submit(attempt))
    return form(report.TITLE, parts, sends, fields.errors)


def _lines(fields: Fields, attempt: Attempt) -> list[Asked]:
    choices = within(report.lines(attempt, _MOST), _LINES)
    style: Style = "filtered" if len(choices) > BOXES else "expanded"
    first = [choice.value for choice in choices[:1]]
    made = fields.choices(QUESTIONS[LINES], LINES, choices, values=first, style=style)
    return [made] if choices else []


def read(answers: Answers, data: Mapping[str, Any]) -> ReportBreak:
    """Return the report that was sent in."""
    return report.read(answers, str(data.get("value") or ""))
