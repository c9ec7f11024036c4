"""What the modals are made of: the frame, menus of any length, fields and their answers."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from slack_sdk.models.blocks import Block, InputBlock, InputInteractiveElement, Option, OptionGroup

from bots.chat.forms.answers import Answers
from bots.chat.forms.questions import Choice, Group, Question
from bots.chat.texts import clean, fit
from bots.slack.blocks import plain
from bots.slack.inputs import OPTION, OPTIONS
from bots.slack.inputs import question as field

View = dict[str, Any]

BLOCKS = 100
_TITLE, _VALUE = 24, 150
_MENU_BYTES = 60_000  # a view may have 250 kB, and three long menus


def modal(  # noqa: PLR0913 - as many as a modal has sides; all but two by name
    title: str,
    blocks: Sequence[Block],
    *,
    sends: str = "",
    submit: str = "Send",
    close: str = "Cancel",
    about: Mapping[str, str] | None = None,
) -> View:
    """Return a modal. `sends` is its `callback_id`: without one it only shows something.

    `about` travels to Slack and back; its JSON may have 3,000 characters.
    """
    view: View = {
        "type": "modal",
        "title": plain(title, _TITLE).to_dict(),
        "close": plain(close if sends else "Close", _TITLE).to_dict(),
        "blocks": [block.to_dict() for block in blocks[:BLOCKS]],
    }
    if sends:
        view |= {"callback_id": str(sends), "submit": plain(submit, _TITLE).to_dict()}
    if about:
        view["private_metadata"] = json.dumps(about, ensure_ascii=False)
    return view


def carried(view: Mapping[str, Any]) -> dict[str, str]:
    """Return what travelled along with a view; nothing where it carries nothing of ours."""
    try:
        found = json.loads(str(view.get("private_metadata") or "{}"))
    except ValueError:
        return {}
    return {str(k): str(v) for k, v in found.items()} if isinstance(found, dict) else {}


def choosable(choice: Choice) -> Option:
    """A choice of a menu, of boxes or of radio buttons."""
    more = plain(choice.more, OPTION) if choice.more else None
    return Option(text=plain(choice.words, OPTION), value=choice.value, description=more)


def chosen(choices: Iterable[Option], value: str) -> Option | None:
    """Return the choice of this value: what is chosen at first must be one of the choices."""
    return next((each for each in choices if each.value == value), None)


def menu(groups: Iterable[Group]) -> list[OptionGroup]:
    """Return choices in groups of at most 100, as many as a view can hold.

    A choice whose value Slack would refuse or change is left out.
    """
    found: list[OptionGroup] = []
    room = _MENU_BYTES
    for label, choices in groups:
        known = [c for c in choices if 0 < len(c.value) <= _VALUE and c.value == clean(c.value)]
        fitting = [choosable(choice) for choice in known]
        for start in range(0, len(fitting), OPTIONS):
            part = fitting[start : start + OPTIONS]
            room -= size(part)
            if room < 0 or len(found) == OPTIONS:
                return found
            name = f"{fit(label, OPTION - 10)} ({start + 1} on)" if start else label
            found.append(OptionGroup(label=plain(name, OPTION), options=part))
    return found


def offered(groups: Iterable[OptionGroup]) -> list[Option]:
    """All choices of a menu."""
    return [option for group in groups for option in group.options or ()]


def size(parts: Iterable[Block | Option]) -> int:
    """How many bytes these take in a view."""
    return sum(len(json.dumps(part.to_dict())) for part in parts)


def asking(
    question: Question,
    block: str,
    element: InputInteractiveElement,
    *,
    more: str = "",
    dispatch: bool = False,
) -> InputBlock:
    """A field for a question; `more` follows its hint."""
    return field(
        question.label,
        element,
        block=block,
        optional=not question.missing,
        hint=f"{question.hint} {more}".strip(),
        dispatch=dispatch,
    )


def answers(view: Mapping[str, Any]) -> Answers:
    """Return what stands in the fields of a submitted view, by `block_id`."""
    texts: dict[str, str] = {}
    picked: dict[str, tuple[str, ...]] = {}
    moments: dict[str, datetime | None] = {}
    for block, states in ((view.get("state") or {}).get("values") or {}).items():
        # A block of ours asks one thing, so its one answer is found whatever its action is called.
        state: Mapping[str, Any] = next(iter(states.values()), {})
        if "value" in state:
            texts[block] = str(state["value"] or "")
        elif "selected_date_time" in state:
            stamp = state["selected_date_time"]
            moments[block] = datetime.fromtimestamp(int(stamp), UTC) if stamp else None
        else:
            picked[block] = tuple(_picked(state))
    return Answers(texts, picked, moments)


def _picked(state: Mapping[str, Any]) -> Iterator[str]:
    """The values or ids of all that was chosen."""
    options = state.get("selected_options") or [state.get("selected_option")]
    yield from (str(option["value"]) for option in options if option)
    for kind in ("selected_users", "selected_conversations"):
        yield from map(str, state.get(kind) or ())
