"""A coach's words about a line of a call, or about the whole of it."""

from __future__ import annotations

from bots.chat.forms.answers import Answers, Errors
from bots.chat.forms.questions import Choice, Question
from core.attempt import Speaker
from core.commands import Remark
from core.errors import PracticeError
from core.views import AttemptPage
from core.wording import first_name, line_number
from core.words import fit

TITLE = "Comment"
LINE, WORDS = "line", "words"
WHOLE = Choice("The whole call", "all")
EXAMPLE = "What worked, or what to try."


def questions(found: AttemptPage) -> dict[str, Question]:
    """Return what is asked."""
    name = first_name(found.trainee.name)
    return {
        LINE: Question("About", missing="Choose a line, or the whole call."),
        WORDS: Question(
            "Your words", f"{name} sees them where the call was held.", missing="Write a few words."
        ),
    }


def lines(found: AttemptPage) -> list[Choice]:
    """Return the lines of the call in their order; the value is the turn's number."""
    names = {
        Speaker.TRAINEE: first_name(found.trainee.name),
        Speaker.CUSTOMER: first_name(found.scenario.persona.name),
    }
    return [
        Choice(f"{line_number(t.number)}. {names[t.speaker]}: {t.text}", str(t.number))
        for t in found.attempt.turns
    ]


def read(answers: Answers, attempt: str) -> Remark | Errors:
    """Return the comment that was sent in, or what is wrong with it."""
    line = answers.choice(LINE)
    try:
        words = fit(answers.text(WORDS))
    except PracticeError as error:
        return {WORDS: str(error)}
    return Remark(attempt, words, int(line) if line.isdecimal() else None)
