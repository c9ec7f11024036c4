"""The customer fell out of its part: which lines, and what was wrong with them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from slack_sdk.models.blocks import CheckboxesElement, InputInteractiveElement, Option
from slack_sdk.models.blocks.block_elements import StaticMultiSelectElement

from bots.chat.forms import report
from bots.chat.forms.report import LINES, QUESTIONS, REMARK
from bots.slack.blocks import context, section
from bots.slack.inputs import OPTIONS, text_input
from bots.slack.modals.parts import View, answers, asking, carried, choosable, modal
from bots.slack.names import Modal
from core.attempt import Attempt
from core.commands import ReportBreak


def view(attempt: Attempt, customer: str) -> View:
    """Return a modal that asks for the customer's lines in question, the newest chosen."""
    choices = [choosable(line) for line in report.lines(attempt, OPTIONS)]
    words = text_input(REMARK, hint=report.EXAMPLE, lines=True, most=report.REMARK_FITS, focus=True)
    blocks = [
        section(report.intro(attempt, customer)),
        *([asking(QUESTIONS[LINES], LINES, _lines(choices))] if choices else []),
        asking(QUESTIONS[REMARK], REMARK, words),
        *context(report.COMFORT),
    ]
    return modal(
        report.TITLE,
        blocks,
        sends=Modal.REPORT,
        submit=report.submit(attempt),
        about={"attempt": attempt.id},
    )


def _lines(choices: list[Option]) -> InputInteractiveElement:
    if len(choices) > report.BOXES:
        return StaticMultiSelectElement(
            action_id=LINES, options=choices, initial_options=choices[:1]
        )
    return CheckboxesElement(action_id=LINES, options=choices, initial_options=choices[:1])


def read(view: Mapping[str, Any]) -> ReportBreak:
    """Return the report that was sent in."""
    return report.read(answers(view), carried(view).get("attempt", ""))
