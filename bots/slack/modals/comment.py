"""A coach's words about a line of a call, or about the whole of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from slack_sdk.models.blocks import StaticSelectElement

from bots.chat.forms import comment
from bots.chat.forms.answers import Errors
from bots.chat.forms.comment import LINE, WHOLE, WORDS
from bots.chat.forms.questions import Group
from bots.slack.inputs import OPTIONS, text_input
from bots.slack.modals.parts import View, answers, asking, carried, chosen, menu, modal, offered
from bots.slack.names import Modal
from core.commands import Remark
from core.views import AttemptPage


def view(found: AttemptPage, turn: int | None = None) -> View:
    """Return a modal that asks for the words; `turn` is the line chosen at first."""
    groups = menu(_lines(found))
    choices = offered(groups)
    line = StaticSelectElement(
        action_id=LINE,
        option_groups=groups,
        initial_option=chosen(choices, WHOLE.value if turn is None else str(turn)) or choices[0],
    )
    words = text_input(WORDS, hint=comment.EXAMPLE, lines=True, focus=True)
    asked = comment.questions(found)
    return modal(
        comment.TITLE,
        [asking(asked[LINE], LINE, line), asking(asked[WORDS], WORDS, words)],
        sends=Modal.COMMENT,
        about={"attempt": found.attempt.id},
    )


def _lines(found: AttemptPage) -> list[Group]:
    """The whole call, then its lines by hundreds, the newest hundred first."""
    lines = comment.lines(found)
    groups: list[Group] = [
        (f"Lines {start + 1} to {start + len(part)}", part)
        for start in range(0, len(lines), OPTIONS)
        if (part := lines[start : start + OPTIONS])
    ]
    return [("The call", [WHOLE]), *groups[::-1]]


def read(view: Mapping[str, Any]) -> Remark | Errors:
    """Return the comment that was sent in, or what is wrong with it."""
    return comment.read(answers(view), carried(view).get("attempt", ""))
