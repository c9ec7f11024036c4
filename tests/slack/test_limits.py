"""Each limit holds to the character: one case just within it, one just beyond."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.slack.kit import actions, asks, button, confirm, marked, menu, option, plain, section
from tests.slack.limits import check_blocks

Thing = dict[str, Any]
Block = Callable[[int], Thing]


def _x(count: int) -> str:
    return "x" * count


def _link(length: int) -> str:
    return "https://".ljust(length, "x")


def _options(count: int) -> list[Thing]:
    return [option(str(number)) for number in range(count)]


def _boxes(kind: str) -> Block:
    return lambda n: actions({"type": kind, "options": _options(n)})


def _in_confirm(name: str) -> Block:
    return lambda n: actions(button(confirm=confirm(**{name: plain(_x(n))})))


def _in_button(**more: Callable[[int], Any]) -> Block:
    return lambda n: actions(button(**{name: make(n) for name, make in more.items()}))


def _in_option(**more: Callable[[int], Any]) -> Block:
    return lambda n: actions(
        menu(options=[option(**{name: make(n) for name, make in more.items()})])
    )


def _group(n: int) -> Thing:
    return {"label": plain(_x(n)), "options": [option()]}


def _grouped(count: int) -> Thing:
    element = menu(option_groups=[_group(1)] * count)
    del element["options"]
    return actions(element)


def _image(**more: Any) -> Thing:  # noqa: ANN401 - any field
    return {"type": "image", "alt_text": "A", "image_url": "https://x.test/a.png", **more}


MOST: dict[str, tuple[Block, int]] = {
    "section text": (lambda n: section(text=marked(_x(n))), 3000),
    "section fields": (lambda n: section(fields=[marked()] * n), 10),
    "section field": (lambda n: section(fields=[plain(_x(n))]), 2000),
    "header": (lambda n: {"type": "header", "text": plain(_x(n))}, 150),
    "markdown": (lambda n: {"type": "markdown", "text": _x(n)}, 12_000),
    "actions": (lambda n: actions(*[button()] * n), 25),
    "context": (lambda n: {"type": "context", "elements": [marked()] * n}, 10),
    "context text": (lambda n: {"type": "context", "elements": [marked(_x(n))]}, 3000),
    "button text": (_in_button(text=lambda n: plain(_x(n))), 75),
    "button value": (_in_button(value=_x), 2000),
    "button url": (_in_button(url=_link), 3000),
    "button label": (_in_button(accessibility_label=_x), 75),
    "action id": (_in_button(action_id=_x), 255),
    "block id": (lambda n: section(block_id=_x(n)), 255),
    "menu": (lambda n: actions(menu(options=_options(n))), 100),
    "menu groups": (_grouped, 100),
    "group label": (
        lambda n: actions({"type": "static_select", "option_groups": [_group(n)]}),
        75,
    ),
    "option text": (_in_option(text=lambda n: plain(_x(n))), 75),
    "option value": (_in_option(value=_x), 150),
    "option description": (_in_option(description=lambda n: plain(_x(n))), 75),
    "placeholder": (lambda n: actions(menu(placeholder=plain(_x(n)))), 150),
    "checkboxes": (_boxes("checkboxes"), 10),
    "radio buttons": (_boxes("radio_buttons"), 10),
    "overflow": (_boxes("overflow"), 5),
    "image alt": (lambda n: _image(alt_text=_x(n)), 2000),
    "image url": (lambda n: _image(image_url=_link(n)), 3000),
    "image title": (lambda n: _image(title=plain(_x(n))), 2000),
    "confirm title": (_in_confirm("title"), 100),
    "confirm text": (_in_confirm("text"), 300),
    "confirm yes": (_in_confirm("confirm"), 30),
    "confirm no": (_in_confirm("deny"), 30),
    "input label": (lambda n: asks(menu(), label=plain(_x(n))), 2000),
    "input hint": (lambda n: asks(menu(), hint=plain(_x(n))), 2000),
    "longest input": (lambda n: asks({"type": "plain_text_input", "max_length": n}), 3000),
    "initial value": (
        lambda n: asks({"type": "plain_text_input", "max_length": 9, "initial_value": _x(n)}),
        9,
    ),
    "table rows": (lambda n: {"type": "table", "rows": [[_cell()]] * n}, 100),
    "table cells": (lambda n: {"type": "table", "rows": [[_cell()] * n]}, 20),
    "call id": (lambda n: {"type": "call", "call_id": _x(n)}, 255),
}
LEAST: dict[str, tuple[Block, int]] = {
    **{
        name: (MOST[name][0], 1)
        for name in ("section text", "section fields", "header", "markdown", "actions", "context")
    },
    **{name: (MOST[name][0], 1) for name in ("button text", "menu", "option text", "placeholder")},
    **{name: (MOST[name][0], 1) for name in ("checkboxes", "radio buttons", "input label")},
    **{name: (MOST[name][0], 1) for name in ("image alt", "confirm text", "table rows")},
    "overflow": (_boxes("overflow"), 2),
}


def _cell() -> Thing:
    return {"type": "raw_text", "text": "x"}


@pytest.mark.parametrize(("block", "most"), MOST.values(), ids=MOST)
def test_no_more_than(block: Block, most: int) -> None:
    assert check_blocks([block(most)]) == []
    assert len(check_blocks([block(most + 1)])) == 1


@pytest.mark.parametrize(("block", "least"), LEAST.values(), ids=LEAST)
def test_no_less_than(block: Block, least: int) -> None:
    assert check_blocks([block(least)]) == []
    assert len(check_blocks([block(least - 1)])) == 1


@pytest.mark.parametrize(
    ("block", "said"),
    [
        ({"type": "header", "text": marked()}, "unsupported type: mrkdwn"),
        (actions(button(text=marked())), "unsupported type: mrkdwn"),
        (actions(menu(options=[option(text=marked())])), "unsupported type: mrkdwn"),
        (asks(menu(), label=marked()), "unsupported type: mrkdwn"),
        ({"type": "heading"}, "unsupported type: heading"),
        ({"type": "section"}, "must define either `text` or `fields`"),
        ({"type": "header"}, "missing required field: text"),
        (section(colour="red"), "invalid additional property: colour"),
        (section(text="words"), "unsupported type: None"),
        (section(text=marked() | {"emoji": True}), "invalid additional property: emoji"),
        (actions(button(style="default")), "must be one of 'primary', 'danger'"),
        (actions(button(url="somewhere")), "must be a URL"),
        (_image(image_url="data:image/png;base64,AAAA"), "must be a URL"),
        (actions(menu(option_groups=[_group(1)])), "must define exactly one of options"),
        (actions(menu(initial_option=option("two"))), "initial option is not one of options"),
        (asks(button()), "unsupported type: button"),
        (section(accessory={"type": "plain_text_input"}), "unsupported type: plain_text_input"),
        (actions(button(action_id="a"), button(action_id="a")), "action_id 'a' already exists"),
        (actions({"type": "datepicker", "initial_date": "soon"}), "must be a date"),
        (asks({"type": "plain_text_input", "min_length": 3, "max_length": 2}), "min_length must"),
    ],
)
def test_what_slack_would_refuse(block: Thing, said: str) -> None:
    assert [found for found in check_blocks([block]) if said in found]


def test_a_finding_names_its_place() -> None:
    found = check_blocks([section(), {"type": "header", "text": plain("x" * 151)}])

    assert found == ["must be less than 151 characters [json-pointer:/blocks/1/text/text]"]
