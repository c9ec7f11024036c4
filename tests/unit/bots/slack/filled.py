"""Forms filled in as people fill them in, in the shape in which Slack sends them back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from tests.slack.limits import check_view

Thing = dict[str, Any]
_INITIAL = {
    "plain_text_input": ("value", "initial_value"),
    "number_input": ("value", "initial_value"),
    "static_select": ("selected_option", "initial_option"),
    "radio_buttons": ("selected_option", "initial_option"),
    "checkboxes": ("selected_options", "initial_options"),
    "multi_static_select": ("selected_options", "initial_options"),
    "multi_users_select": ("selected_users", "initial_users"),
    "multi_conversations_select": ("selected_conversations", "initial_conversations"),
    "datetimepicker": ("selected_date_time", "initial_date_time"),
}


def sent(view: Thing, answers: Mapping[str, Any] | None = None) -> Thing:
    """Return the view as it is sent in: what stood there at first, and these answers by block."""
    answers = answers or {}
    asked = inputs(view)
    assert set(answers) <= set(asked), "an answer to what was not asked"
    values = {
        block: {element["action_id"]: _state(element, answers, block)}
        for block, element in asked.items()
    }
    return {**view, "state": {"values": values}}


def inputs(view: Thing) -> dict[str, Thing]:
    """The elements that are to be filled in, by block."""
    return {b["block_id"]: b["element"] for b in view["blocks"] if b["type"] == "input"}


def options(element: Thing) -> list[Thing]:
    """All choices of a menu."""
    groups = element.get("option_groups") or [element]
    return [option for group in groups for option in group["options"]]


def chosen_at_first(view: Thing) -> dict[str, Any]:
    """What stands in each field before anybody touches it, empty ones left out."""
    found = {}
    for block, element in inputs(view).items():
        state = _state(element, {}, block)
        value = next(v for name, v in state.items() if name != "type")
        if value:
            found[block] = _plain(value)
    return found


def words_of(blocks: Any) -> str:  # noqa: ANN401 - JSON
    """All words, in the order in which they are read."""
    return " ".join(" ".join(_words(blocks)).split())


def buttons_of(blocks: list[Thing]) -> list[tuple[str, str, str]]:
    """The buttons: what they say, their action, and their value or address."""
    found = [e for b in blocks for e in [*b.get("elements", []), b.get("accessory", {})]]
    return [
        (e["text"]["text"], e["action_id"], e.get("value") or e.get("url", ""))
        for e in found
        if e.get("type") == "button"
    ]


def accepted(view: Thing) -> Thing:
    """Return the view, which Slack would take."""
    assert check_view(view) == []
    return view


def _state(element: Thing, answers: Mapping[str, Any], block: str) -> Thing:
    kind = element["type"]
    name, initial = _INITIAL[kind]
    if block not in answers:
        return {"type": kind, name: element.get(initial)}
    answer = answers[block]
    if name == "selected_option":
        answer = _option(element, answer) if answer else None
    elif name == "selected_options":
        answer = [_option(element, each) for each in answer]
    elif isinstance(answer, datetime):
        answer = int(answer.timestamp())
    return {"type": kind, name: answer}


def _option(element: Thing, value: str) -> Thing:
    return next(option for option in options(element) if option["value"] == value)


def _plain(value: Any) -> Any:  # noqa: ANN401 - JSON
    if isinstance(value, dict):
        return value["value"]
    return [_plain(each) for each in value] if isinstance(value, list) else value


def _words(thing: Any) -> Iterator[str]:  # noqa: ANN401 - JSON
    if isinstance(thing, list):
        for each in thing:
            yield from _words(each)
    elif isinstance(thing, dict):
        text = thing.get("text", thing.get("fallback", ""))
        if isinstance(text, str):
            yield text
        for name in ("text", "label", "hint", "elements", "accessory", "element", "options"):
            if isinstance(thing.get(name), (dict, list)):
                yield from _words(thing[name])
