"""All blocks that the product may build, with what may stand in them.

Source: docs.slack.dev/reference/block-kit/blocks.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from tests.slack.limits.checks import (
    Check,
    Fields,
    Thing,
    anything,
    boolean,
    exactly_one,
    many,
    one_of,
    shape,
    string,
    typed,
    wrong,
)
from tests.slack.limits.elements import (
    FEEDBACK,
    ICON_BUTTON,
    IMAGE,
    IN_ACTIONS,
    IN_INPUT,
    IN_SECTION,
)
from tests.slack.limits.objects import IDENTIFIER, SLACK_FILE, WEB_LINK, plain, text

_BLOCK: Fields = {"type": anything, "block_id": IDENTIFIER}


def _text_or_fields(section: Thing, place: str) -> Iterator[str]:
    if "text" not in section and "fields" not in section:
        yield wrong("must define either `text` or `fields`", place)


def _unique_actions(block: Thing, place: str) -> Iterator[str]:
    seen = set()
    elements = block.get("elements")
    for number, element in enumerate(elements if isinstance(elements, list) else []):
        name = element.get("action_id") if isinstance(element, dict) else None
        if name is not None and name in seen:
            yield wrong(f"action_id {name!r} already exists", f"{place}/elements/{number}")
        seen.add(name)


_RICH = many(
    typed(
        {
            kind: shape({"type": anything, "elements": many(anything, 0, 1000)}, more)
            for kind, more in {
                "rich_text_section": {},
                "rich_text_quote": {"border": anything},
                "rich_text_preformatted": {"border": anything, "language": anything},
                "rich_text_list": dict.fromkeys(("style", "indent", "offset", "border"), anything),
            }.items()
        }
    ),
    1,
    1000,
)
RICH_TEXT = shape({"elements": _RICH}, _BLOCK)
_CELL = typed(
    {"raw_text": shape({"type": anything, "text": string(3000)}, {}), "rich_text": RICH_TEXT}
)
_IN_CONTEXT = typed({"image": IMAGE, **dict.fromkeys(("plain_text", "mrkdwn"), text(3000))})
_COLUMN = shape({}, {"align": one_of("left", "center", "right"), "is_wrapped": boolean})

BLOCKS: Mapping[str, Check] = {
    "divider": shape({}, _BLOCK),
    "header": shape({"text": plain(150)}, _BLOCK),
    "section": shape(
        {},
        {
            **_BLOCK,
            "text": text(3000),
            "fields": many(text(2000), 1, 10),
            "accessory": typed(IN_SECTION),
            "expand": boolean,
        },
        _text_or_fields,
    ),
    "context": shape({"elements": many(_IN_CONTEXT, 1, 10)}, _BLOCK),
    "actions": shape({"elements": many(typed(IN_ACTIONS), 1, 25)}, _BLOCK, _unique_actions),
    "context_actions": shape(
        {"elements": many(typed({"feedback_buttons": FEEDBACK, "icon_button": ICON_BUTTON}), 1, 5)},
        _BLOCK,
        _unique_actions,
    ),
    "image": shape(
        {"alt_text": string(2000)},
        {**_BLOCK, "image_url": WEB_LINK, "slack_file": SLACK_FILE, "title": plain(2000)},
        exactly_one("image_url", "slack_file"),
    ),
    "input": shape(
        {"label": plain(2000), "element": typed(IN_INPUT)},
        {**_BLOCK, "hint": plain(2000), "optional": boolean, "dispatch_action": boolean},
    ),
    # Its 12,000 characters are those of all markdown blocks of a message, counted there.
    "markdown": shape({"text": string(40_000)}, _BLOCK),
    "rich_text": RICH_TEXT,
    "table": shape(
        {"rows": many(many(_CELL, 1, 20), 1, 100)},
        {**_BLOCK, "column_settings": many(_COLUMN, 1, 20)},
    ),
    "call": shape({"call_id": IDENTIFIER}, {**_BLOCK, "api_decoration_available": boolean}),
    "file": shape({"external_id": IDENTIFIER, "source": one_of("remote")}, _BLOCK),
    "video": shape(
        {
            "alt_text": string(2000),
            "title": plain(199),
            "thumbnail_url": WEB_LINK,
            "video_url": WEB_LINK,
        },
        {
            **_BLOCK,
            "author_name": string(49),
            "description": plain(200),
            "provider_icon_url": WEB_LINK,
            "provider_name": string(255),
            "title_url": WEB_LINK,
        },
    ),
}
BLOCK = typed(BLOCKS)
