"""Whether somebody said anything besides emoji."""

from __future__ import annotations

import re

_PICTURES = re.compile(
    r"[\U0001F000-\U0001FAFF\u2600-\u27BF\u200d\ufe0f\u2190-\u21FF\u2B00-\u2BFF\s]+"
)


def only_emoji(text: str) -> bool:
    """Whether the text is an emoji or a few, and nothing else; nothing at all is none."""
    return bool(text.strip()) and _PICTURES.fullmatch(text) is not None
