"""A coach's words about a line of a call, or about the whole of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from slack_sdk.models.blocks import Option, StaticSelectElement

from bots.slack.inputs import OPTIONS, question, text_input
from bots.slack.modals.parts import (
    Answers,
    Errors,
    View,
    carried,
    choosable,
    chosen,
    menu,
    modal,
    offered,
)
from bots.slack.names import Modal
from core.attempt import Speaker
from core.commands import Remark
from core.errors import PracticeError
from core.views import AttemptPage
from core.wording import first_name, line_number
from core.words import fit

LINE, WORDS = "line", "words"
_WHOLE = "all"


def view(found: AttemptPage, turn: int | None = None) -> View:
    """Return a modal that asks for the words; `turn` is the line chosen at first."""
    groups = menu(_lines(found))
    choices = offered(groups)
    line = StaticSelectElement(
        action_id=LINE,
        option_groups=groups,
        initial_option=chosen(choices, _WHOLE if turn is None else str(turn)) or choices[0],
    )
    name = first_name(found.trainee.name)
    words = text_input(WORDS, hint="What worked, or what to try.", lines=True, focus=True)
    return modal(
        "Comment",
        [
            question("About", line, block=LINE),
            question("Your words", words, block=WORDS, hint=f"{name} sees them in the thread."),
        ],
        sends=Modal.COMMENT,
        about={"attempt": found.attempt.id},
    )


def _lines(found: AttemptPage) -> list[tuple[str, list[Option]]]:
    """The whole call, then its lines by hundreds, the newest hundred first."""
    names = {
        Speaker.TRAINEE: first_name(found.trainee.name),
        Speaker.CUSTOMER: first_name(found.scenario.persona.name),
    }
    lines = [
        choosable(f"{line_number(t.number)}. {names[t.speaker]}: {t.text}", str(t.number))
        for t in found.attempt.turns
    ]
    groups = [
        (f"Lines {start + 1} to {start + len(part)}", part)
        for start in range(0, len(lines), OPTIONS)
        if (part := lines[start : start + OPTIONS])
    ]
    return [("The call", [choosable("The whole call", _WHOLE)]), *groups[::-1]]


def read(view: Mapping[str, Any]) -> Remark | Errors:
    """Return the comment that was sent in, or what is wrong with it."""
    answers = Answers.of(view)
    line = answers.choice(LINE)
    try:
        words = fit(answers.text(WORDS))
    except PracticeError as error:
        return {WORDS: str(error)}
    attempt = carried(view).get("attempt", "")
    return Remark(attempt, words, int(line) if line.isdecimal() else None)
