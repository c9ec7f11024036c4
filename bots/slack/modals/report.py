"""The customer fell out of its part: which lines, and what was wrong with them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from slack_sdk.models.blocks import CheckboxesElement, InputInteractiveElement, Option
from slack_sdk.models.blocks.block_elements import StaticMultiSelectElement

from bots.slack.blocks import context, section
from bots.slack.inputs import OPTIONS, question, text_input
from bots.slack.modals.parts import Answers, View, carried, choosable, modal
from bots.slack.names import Modal
from core.attempt import Attempt, Speaker
from core.commands import ReportBreak
from core.wording import line_number

LINES, REMARK = "lines", "remark"
_BOXES, _REMARK_FITS = 10, 2000


def view(attempt: Attempt, customer: str) -> View:
    """Return a modal that asks for the customer's lines in question, the newest chosen."""
    said = [turn for turn in attempt.turns if turn.speaker is Speaker.CUSTOMER]
    choices = [
        choosable(f"{line_number(turn.number)}. {turn.text}", str(turn.number))
        for turn in said[::-1][:OPTIONS]
    ]
    words = text_input(
        REMARK, hint="It spoke of being an AI.", lines=True, most=_REMARK_FITS, focus=True
    )
    ends = "" if attempt.ended else " The call ends when you send this."
    blocks = [
        section(
            f"Did {customer} say something that no customer would? Whoever looks after this "
            f"scenario will see the lines you mark.{ends}"
        ),
        *([question("Lines in question", _lines(choices), block=LINES)] if choices else []),
        question("What was wrong?", words, block=REMARK, optional=True),
        *context("It does not count against you."),
    ]
    submit = "Send" if attempt.ended else "End call and send"
    return modal(
        "Report a problem",
        blocks,
        sends=Modal.REPORT,
        submit=submit,
        about={"attempt": attempt.id},
    )


def _lines(choices: list[Option]) -> InputInteractiveElement:
    if len(choices) > _BOXES:
        return StaticMultiSelectElement(
            action_id=LINES, options=choices, initial_options=choices[:1]
        )
    return CheckboxesElement(action_id=LINES, options=choices, initial_options=choices[:1])


def read(view: Mapping[str, Any]) -> ReportBreak:
    """Return the report that was sent in."""
    answers = Answers.of(view)
    turns = tuple(sorted(int(turn) for turn in answers.choices(LINES)))
    return ReportBreak(carried(view).get("attempt", ""), turns, answers.text(REMARK))
