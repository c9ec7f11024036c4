"""Menus of any length, as far as a card holds them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from bots.chat.forms.questions import Choice, Group, by_category
from bots.chat.texts import clean, fit
from bots.teams.dialogs.reading import packed
from bots.teams.inputs import CHOICE
from bots.teams.sizes import size
from core.scenario import Scenario

NONE = Choice("None", "")
"""What a menu of one needs so that a choice can be taken back."""


def within(
    choices: Sequence[Choice], room: int, wanted: Collection[str] = frozenset()
) -> list[Choice]:
    """Return the choices that fit so many bytes, in their order, the wanted ones before others.

    One whose value Teams would change is left out.
    """
    found: set[int] = set()
    for number in sorted(range(len(choices)), key=lambda n: choices[n].value not in wanted):
        choice = choices[number]
        if not choice.value or choice.value != clean(choice.value).strip():
            continue
        title = fit(f"{choice.words} {choice.more}", CHOICE)
        room -= size({"title": title, "value": packed([choice.value])}) + 4
        if room < 0:
            break
        found.add(number)
    return [choices[number] for number in sorted(found)]


def flat(groups: Iterable[Group]) -> list[Choice]:
    """Return the choices of groups, each with its heading: a ChoiceSet has no groups."""
    return [
        Choice(f"{choice.words} · {heading}", choice.value)
        for heading, choices in groups
        for choice in choices
    ]


def left_out(choices: Collection[object], shown: Collection[object]) -> str:
    """Return a word about choices that did not fit, "" where all did."""
    more = len(choices) - len(shown)
    return f"{more} more do not fit in this list." if more > 0 else ""


def scenarios_within(
    scenarios: Sequence[Scenario], room: int, wanted: Collection[str] = frozenset()
) -> tuple[list[Choice], str]:
    """Return the scenarios that fit, by category, and a word about those that do not."""
    shown = within(flat(by_category(scenarios)), room, wanted)
    return shown, left_out(scenarios, shown)
