"""What holds for a whole message or view."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.slack.kit import actions, asks, button, home, marked, menu, modal, plain, section
from tests.slack.limits import TOGETHER, check_blocks, check_message, check_view

Thing = dict[str, Any]


def _x(count: int) -> str:
    return "x" * count


def _sections(characters: int) -> list[Thing]:
    whole, rest = divmod(characters, 3000)
    lengths = [3000] * whole + [rest] * bool(rest)
    return [section(text=marked(_x(length))) for length in lengths]


MESSAGES: dict[str, tuple[Callable[[int], Thing], int]] = {
    "blocks": (lambda n: {"blocks": [{"type": "divider"}] * n}, 50),
    "text": (lambda n: {"text": _x(n)}, 40_000),
    "all blocks together": (lambda n: {"blocks": _sections(n)}, 13_200),
    "all markdown together": (
        lambda n: {"blocks": [{"type": "markdown", "text": _x(k)} for k in (6000, n - 6000)]},
        12_000,
    ),
    "markdown text": (lambda n: {"markdown_text": _x(n)}, 12_000),
}
VIEWS: dict[str, tuple[Callable[[int], Thing], int]] = {
    "modal title": (lambda n: modal(section(), title=plain(_x(n))), 24),
    "modal submit": (lambda n: modal(section(), submit=plain(_x(n))), 24),
    "modal close": (lambda n: modal(section(), close=plain(_x(n))), 24),
    "modal blocks": (lambda n: modal(*[section()] * n), 100),
    "home blocks": (lambda n: home(*[section()] * n), 100),
    "private metadata": (lambda n: modal(private_metadata=_x(n)), 3000),
    "callback id": (lambda n: modal(callback_id=_x(n)), 255),
    "external id": (lambda n: modal(external_id=_x(n)), 255),
}


@pytest.mark.parametrize(("message", "most"), MESSAGES.values(), ids=MESSAGES)
def test_a_message_is_no_larger(message: Callable[[int], Thing], most: int) -> None:
    assert check_message(message(most)) == []
    assert len(check_message(message(most + 1))) == 1


@pytest.mark.parametrize(("view", "most"), VIEWS.values(), ids=VIEWS)
def test_a_view_is_no_larger(view: Callable[[int], Thing], most: int) -> None:
    assert check_view(view(most)) == []
    assert len(check_view(view(most + 1))) == 1


def test_a_view_weighs_no_more_than_250_kb() -> None:
    heavy = modal(*[section(text=marked(_x(2400)))] * 100)

    assert check_view(heavy) == []
    heavy["blocks"] = [section(text=marked(_x(2500)))] * 100
    assert check_view(heavy) == ["view must not be larger than 250 kB [json-pointer:/view]"]


def test_a_message_too_long_together_is_told_from_others() -> None:
    assert check_message({"blocks": _sections(13_201)})[0].startswith(TOGETHER)


@pytest.mark.parametrize(
    ("message", "said"),
    [
        ({}, "no text"),
        ({"text": ""}, "no text"),
        ({"markdown_text": "a", "text": "b"}, "markdown_text stands alone"),
        ({"text": "a", "metadata": {"event_type": "a"}}, "missing required field: event_payload"),
        ({"blocks": [section(block_id="a"), section(block_id="a")]}, "block_id 'a' already exists"),
        ({"blocks": [asks({"type": "number_input", "is_decimal_allowed": False})]}, "available"),
        ({"attachments": [{"blocks": [{"type": "header"}]}]}, "/attachments/0/blocks/0"),
    ],
)
def test_messages_that_slack_would_refuse(message: Thing, said: str) -> None:
    assert [found for found in check_message(message) if said in found]


@pytest.mark.parametrize(
    ("view", "said"),
    [
        ({"type": "page", "blocks": []}, "unsupported type: page"),
        (home() | {"title": plain()}, "invalid additional property: title"),
        (home({"type": "markdown", "text": "a"}), "markdown is not available in a home"),
        (modal({"type": "call", "call_id": "R1"}), "call is not available in a modal"),
        (modal(title=marked()), "unsupported type: mrkdwn"),
        (modal(section(block_id="a"), section(block_id="a")), "block_id 'a' already exists"),
        (modal(actions(menu(focus_on_load=True)), asks(menu(focus_on_load=True))), "focus_on_load"),
    ],
)
def test_views_that_slack_would_refuse(view: Thing, said: str) -> None:
    assert [found for found in check_view(view) if said in found]


def test_a_modal_that_asks_must_have_a_submit_button() -> None:
    asking = modal(asks(menu()))

    assert check_view(asking) == []
    del asking["submit"]
    assert "submit is required" in check_view(asking)[0]


def test_input_blocks_may_stand_in_messages_too() -> None:
    assert check_blocks([asks(menu()), actions(button())]) == []
