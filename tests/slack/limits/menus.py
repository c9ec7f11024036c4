"""Menus and boxes: what people choose from.

Source: docs.slack.dev/reference/block-kit/block-elements.
"""

from __future__ import annotations

from collections.abc import Mapping

from tests.slack.limits.checks import (
    Check,
    Fields,
    anything,
    boolean,
    exactly_one,
    integer,
    many,
    shape,
)
from tests.slack.limits.objects import (
    BOX_OPTION,
    CONFIRM,
    GROUP,
    IDENTIFIER,
    MENU_OPTION,
    OVERFLOW_OPTION,
    chosen_from_options,
    plain,
)

ACTION: Fields = {"type": anything, "action_id": IDENTIFIER}
HINTED: Fields = {**ACTION, "placeholder": plain(150), "focus_on_load": boolean}
CHOICE: Fields = {**HINTED, "confirm": CONFIRM}
CONFIRMED: Fields = {**ACTION, "confirm": CONFIRM, "focus_on_load": boolean}
_SEVERAL: Fields = {"max_selected_items": integer(1, 100)}
_LISTED: Fields = {"options": many(MENU_OPTION, 1, 100), "option_groups": many(GROUP, 1, 100)}


def _menu(more: Fields) -> Check:
    fields = {**CHOICE, **_LISTED, **more}
    return shape({}, fields, exactly_one("options", "option_groups"), chosen_from_options)


def _pickers(kind: str, more: Fields) -> dict[str, Check]:
    """The two menus that Slack fills itself: for one, and for several."""
    one = {f"initial_{kind}": IDENTIFIER, "response_url_enabled": boolean}
    several = {f"initial_{kind}s": many(IDENTIFIER, 1, 100), **_SEVERAL}
    return {
        f"{kind}s_select": shape({}, {**CHOICE, **more, **one}),
        f"multi_{kind}s_select": shape({}, {**CHOICE, **more, **several}),
    }


def _asked(more: Fields) -> Check:
    return shape({}, {**CHOICE, "min_query_length": integer(0, 1000), **more})


MENUS: Mapping[str, Check] = {
    "static_select": _menu({"initial_option": MENU_OPTION}),
    "multi_static_select": _menu({"initial_options": many(MENU_OPTION, 1, 100), **_SEVERAL}),
    "external_select": _asked({"initial_option": MENU_OPTION}),
    "multi_external_select": _asked({"initial_options": many(MENU_OPTION, 1, 100), **_SEVERAL}),
    **_pickers("user", {}),
    **_pickers("channel", {}),
    **_pickers("conversation", {"default_to_current_conversation": boolean, "filter": anything}),
}
BOXES: Mapping[str, Check] = {
    "checkboxes": shape(
        {"options": many(BOX_OPTION, 1, 10)},
        {**CONFIRMED, "initial_options": many(BOX_OPTION, 1, 10)},
        chosen_from_options,
    ),
    "radio_buttons": shape(
        {"options": many(BOX_OPTION, 1, 10)},
        {**CONFIRMED, "initial_option": BOX_OPTION},
        chosen_from_options,
    ),
}
OVERFLOW = shape({"options": many(OVERFLOW_OPTION, 2, 5)}, {**ACTION, "confirm": CONFIRM})
