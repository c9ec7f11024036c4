"""What the modals are made of: the frame, menus of any length, and reading the answers."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from slack_sdk.models.blocks import Block, Option, OptionGroup

from bots.chat.texts import clean, fit
from bots.slack.blocks import plain
from bots.slack.inputs import OPTION, OPTIONS
from core.scenario import Scenario
from core.wording import sentence

View = dict[str, Any]
Errors = dict[str, str]
"""What is wrong with an answer, by the `block_id` at which it is to be shown."""

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


def choosable(words: str, value: str, more: str = "") -> Option:
    """A choice of boxes or radio buttons, with small print below it."""
    description = plain(more, OPTION) if more else None
    return Option(text=plain(words, OPTION), value=value, description=description)


def chosen(choices: Iterable[Option], value: str) -> Option | None:
    """Return the choice of this value: what is chosen at first must be one of the choices."""
    return next((each for each in choices if each.value == value), None)


def menu(groups: Iterable[tuple[str, Sequence[Option]]]) -> list[OptionGroup]:
    """Return choices in groups of at most 100, as many as a view can hold.

    A choice whose value Slack would refuse or change is left out.
    """
    found: list[OptionGroup] = []
    room = _MENU_BYTES
    for label, choices in groups:
        fitting = [c for c in choices if 0 < len(c.value) <= _VALUE and c.value == clean(c.value)]
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


def scenario_menu(scenarios: Sequence[Scenario]) -> list[OptionGroup]:
    """All scenarios, by category."""
    by: dict[str, list[Option]] = {}
    for one in scenarios:
        by.setdefault(one.category, []).append(choosable(one.title, one.id))
    return menu((sentence(category), found) for category, found in sorted(by.items()))


@dataclass(frozen=True, slots=True)
class Answers:
    """What stands in the fields of a submitted view, by `block_id`."""

    values: Mapping[str, Mapping[str, Mapping[str, Any]]]

    @classmethod
    def of(cls, view: Mapping[str, Any]) -> Answers:
        """Return the answers of a submitted view."""
        return cls((view.get("state") or {}).get("values") or {})

    def asked(self, block: str) -> bool:
        """Whether the view had this field."""
        return block in self.values

    def text(self, block: str) -> str:
        """What was written, cleaned and trimmed; "" for nothing."""
        return clean(str(self._answer(block).get("value") or "")).strip()

    def choice(self, block: str) -> str:
        """The value of the one choice, "" for none."""
        return str((self._answer(block).get("selected_option") or {}).get("value") or "")

    def choices(self, block: str) -> tuple[str, ...]:
        """The values of all that was chosen."""
        return tuple(str(o["value"]) for o in self._answer(block).get("selected_options") or ())

    def people(self, block: str) -> tuple[str, ...]:
        """The ids of the people chosen."""
        return tuple(map(str, self._answer(block).get("selected_users") or ()))

    def channel(self, block: str) -> str:
        """The id of the one conversation chosen, "" for none."""
        return next(map(str, self._answer(block).get("selected_conversations") or ()), "")

    def moment(self, block: str) -> datetime | None:
        """The moment chosen, in UTC."""
        stamp = self._answer(block).get("selected_date_time")
        return datetime.fromtimestamp(int(stamp), UTC) if stamp else None

    def number(self, block: str, least: float, most: float) -> float | None:
        """The number written, None for nothing. Raises ValueError for any other than allowed."""
        words = self.text(block)
        number = float(words.replace(",", ".")) if words else None
        if number is not None and not least <= number <= most:
            raise ValueError(words)
        return number

    def whole(self, block: str, least: int, most: int) -> int | None:
        """The whole number written, as `number` does."""
        number = self.number(block, least, most)
        if number is not None and number != int(number):
            raise ValueError(number)
        return None if number is None else int(number)

    def _answer(self, block: str) -> Mapping[str, Any]:
        # A block of ours asks one thing, so its one answer is found whatever its action is called.
        return next(iter(self.values.get(block, {}).values()), {})
