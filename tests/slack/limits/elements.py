"""Buttons and pictures, and which element may stand in which block.

Source: docs.slack.dev/reference/block-kit/block-elements.
"""

from __future__ import annotations

from collections.abc import Mapping

from tests.slack.limits.checks import Check, anything, exactly_one, many, one_of, shape, string
from tests.slack.limits.fields import DATES, FIELDS, MOMENT
from tests.slack.limits.menus import ACTION, BOXES, MENUS, OVERFLOW
from tests.slack.limits.objects import CONFIRM, IDENTIFIER, LINK, SLACK_FILE, WEB_LINK, plain

BUTTON = shape(
    {"type": anything, "text": plain(75)},
    {
        **ACTION,
        "url": LINK,
        "value": string(2000),
        "style": one_of("primary", "danger"),
        "confirm": CONFIRM,
        "accessibility_label": string(75),
    },
)
IMAGE = shape(
    {"type": anything, "alt_text": string(2000)},
    {"image_url": WEB_LINK, "slack_file": SLACK_FILE},
    exactly_one("image_url", "slack_file"),
)
_FEEDBACK = shape({"text": plain(75), "value": string(2000)}, {"accessibility_label": string(75)})
FEEDBACK = shape({"positive_button": _FEEDBACK, "negative_button": _FEEDBACK}, ACTION)
ICON_BUTTON = shape(
    {"icon": one_of("trash"), "text": plain(75)},
    {
        **ACTION,
        "value": string(2000),
        "confirm": CONFIRM,
        "accessibility_label": string(75),
        "visible_to_user_ids": many(IDENTIFIER, 1, 100),
    },
)

IN_ACTIONS: Mapping[str, Check] = {
    "button": BUTTON,
    "overflow": OVERFLOW,
    "datetimepicker": MOMENT,
    **MENUS,
    **BOXES,
    **DATES,
}
IN_SECTION: Mapping[str, Check] = {
    "button": BUTTON,
    "image": IMAGE,
    "overflow": OVERFLOW,
    **MENUS,
    **BOXES,
    **DATES,
}
IN_INPUT: Mapping[str, Check] = {
    "datetimepicker": MOMENT,
    **MENUS,
    **BOXES,
    **DATES,
    **FIELDS,
}
