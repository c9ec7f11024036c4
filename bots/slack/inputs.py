"""What people fill in, within Slack's limits."""

from __future__ import annotations

from collections.abc import Iterable

from slack_sdk.models.blocks import (
    InputBlock,
    InputInteractiveElement,
    Option,
    PlainTextInputElement,
    StaticSelectElement,
)

from bots.chat.texts import fit
from bots.slack.blocks import plain

ANSWER, OPTION, OPTIONS = 3000, 75, 100
_LABEL, _HINT = 2000, 150


def option(words: str, value: str) -> Option:
    """A choice; `value` at most 150 characters."""
    return Option(text=plain(words, OPTION), value=value)


def select(
    action: str, choices: Iterable[Option], chosen: Option | None = None, hint: str = ""
) -> StaticSelectElement:
    """A menu of at most 100 choices."""
    return StaticSelectElement(
        action_id=str(action),
        options=list(choices)[:OPTIONS],
        initial_option=chosen,
        placeholder=plain(hint, _HINT) if hint else None,
    )


def text_input(  # noqa: PLR0913 - as many as a field has sides; all but one by name
    action: str,
    *,
    initial: str = "",
    hint: str = "",
    lines: bool = False,
    most: int = ANSWER,
    focus: bool = False,
) -> PlainTextInputElement:
    """A field to write in; `lines` makes it several lines high."""
    return PlainTextInputElement(
        action_id=str(action),
        initial_value=fit(initial, most) or None,
        placeholder=plain(hint, _HINT) if hint else None,
        multiline=lines,
        max_length=most,
        focus_on_load=focus or None,
    )


def question(  # noqa: PLR0913 - as many as an input block has sides; all but two by name
    label: str,
    element: InputInteractiveElement,
    *,
    block: str,
    optional: bool = False,
    hint: str = "",
    dispatch: bool = False,
) -> InputBlock:
    """A field with its label; `block` is where its answer is found in what is sent in."""
    return InputBlock(
        block_id=block,
        label=plain(label, _LABEL),
        element=element,
        hint=plain(hint, _LABEL) if hint else None,
        optional=optional,
        dispatch_action=dispatch or None,
    )
