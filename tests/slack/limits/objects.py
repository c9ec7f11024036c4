"""Texts, options and confirmations: what blocks and elements are made of.

Source: docs.slack.dev/reference/block-kit/composition-objects.
"""

from __future__ import annotations

from collections.abc import Iterator

from tests.slack.limits.checks import (
    Check,
    Thing,
    boolean,
    many,
    matching,
    one_of,
    shape,
    string,
    typed,
    wrong,
)

LINK = matching(r"(https?|slack)://\S+|mailto:\S+", "a URL")
WEB_LINK = matching(r"https?://\S+", "a URL")
IDENTIFIER = string(255)


def plain(most: int) -> Check:
    """A text object that may only be plain_text."""
    return typed({"plain_text": _plain(most)})


def text(most: int) -> Check:
    """A text object: plain_text or mrkdwn."""
    return typed({"plain_text": _plain(most), "mrkdwn": _mrkdwn(most)})


def _plain(most: int) -> Check:
    return shape({"type": one_of("plain_text"), "text": string(most)}, {"emoji": boolean})


def _mrkdwn(most: int) -> Check:
    return shape({"type": one_of("mrkdwn"), "text": string(most)}, {"verbatim": boolean})


def option(words: Check, describing: Check) -> Check:
    """One choice of a menu or of a group of boxes."""
    return shape({"text": words, "value": string(150)}, {"description": describing})


MENU_OPTION = option(plain(75), plain(75))
BOX_OPTION = option(text(75), text(75))
OVERFLOW_OPTION = shape(
    {"text": plain(75), "value": string(150)}, {"description": plain(75), "url": LINK}
)
GROUP = shape({"label": plain(75), "options": many(MENU_OPTION, 1, 100)}, {})
CONFIRM = shape(
    {"title": plain(100), "text": plain(300), "confirm": plain(30), "deny": plain(30)},
    {"style": one_of("primary", "danger")},
)
DISPATCH = shape(
    {"trigger_actions_on": many(one_of("on_enter_pressed", "on_character_entered"), 1, 2)}, {}
)
SLACK_FILE = shape({}, {"url": string(3000), "id": string(255)})


def chosen_from_options(element: Thing, place: str) -> Iterator[str]:
    """A rule: what is chosen at first is exactly one of the options, its words included."""
    chosen = element.get("initial_options", [])
    alone = [element["initial_option"]] if "initial_option" in element else []
    offered = options_of(element)
    for number, choice in enumerate(chosen if isinstance(chosen, list) else []):
        if choice not in offered:
            yield wrong("initial option is not one of options", f"{place}/initial_options/{number}")
    if any(choice not in offered for choice in alone):
        yield wrong("initial option is not one of options", f"{place}/initial_option")


def options_of(element: Thing) -> list[Thing]:
    """All options of a menu, those in groups included."""
    groups = [*(element.get("option_groups") or []), element]
    return [each for group in groups for each in group.get("options") or []]
