"""The customer fell out of its part: which lines, and what was wrong with them."""

from __future__ import annotations

from bots.chat.forms.answers import Answers
from bots.chat.forms.questions import Choice, Question
from core.attempt import Attempt, Speaker
from core.commands import ReportBreak
from core.wording import line_number

TITLE = "Report a problem"
LINES, REMARK = "lines", "remark"
BOXES, REMARK_FITS = 10, 2000
"""So many lines are shown as boxes to tick, and more as a menu; characters of the remark."""
QUESTIONS = {
    LINES: Question("Lines in question", missing="Mark at least one line."),
    REMARK: Question("What was wrong?"),
}
EXAMPLE = "It spoke of being an AI."
COMFORT = "It does not count against you."


def intro(attempt: Attempt, customer: str) -> str:
    """Return what the form says first."""
    ends = "" if attempt.ended else " The call ends when you send this."
    return (
        f"Did {customer} say something that no customer would? Whoever looks after this "
        f"scenario will see the lines you mark.{ends}"
    )


def submit(attempt: Attempt) -> str:
    """Return what the button says."""
    return "Send" if attempt.ended else "End call and send"


def lines(attempt: Attempt, most: int) -> list[Choice]:
    """Return the customer's lines, the newest first; the value is the turn's number."""
    said = [turn for turn in attempt.turns if turn.speaker is Speaker.CUSTOMER]
    return [Choice(f"{line_number(t.number)}. {t.text}", str(t.number)) for t in said[::-1][:most]]


def read(answers: Answers, attempt: str) -> ReportBreak:
    """Return the report that was sent in."""
    turns = sorted(int(turn) for turn in answers.choices(LINES) if turn.isdecimal())
    return ReportBreak(attempt, tuple(turns), answers.text(REMARK))
