"""What may be said at once: the one rule for every surface, for trainees and coaches alike."""

from __future__ import annotations

import unicodedata

from core.errors import PracticeError

LONGEST_SAID = 4_000
"""Characters in one message; a customer would not read more in a chat."""
_LINES = "\n\t"
_NEVER_KEPT = frozenset({"Cc", "Cs"})
_UNSEEN = frozenset({"Cf", "Zs", "Zl", "Zp", "Cc"})


class Unfit(PracticeError):  # noqa: N818 - says what happened, as its parent's other children do
    """What was said cannot be taken as it is."""


class TooLong(Unfit):
    """More than a message may hold."""


def clean(text: str) -> str:
    """Return the text without control characters and broken halves of characters, trimmed.

    Line breaks and tabs stay, and so do the joiners that emoji and many scripts need.
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    kept = (c for c in lines if c in _LINES or unicodedata.category(c) not in _NEVER_KEPT)
    return "".join(kept).strip()


def fit(text: str) -> str:
    """Return the text, cleaned, if it may be said. Raises Unfit or TooLong, with the mend."""
    words = clean(text)
    if not any(unicodedata.category(c) not in _UNSEEN for c in words):
        raise Unfit("There is nothing in that message yet.", "Write a few words, then send.")
    if len(words) > LONGEST_SAID:
        raise TooLong(
            f"That message has {len(words):,} characters; {LONGEST_SAID:,} fit.",
            "Shorten it, or send it in two parts.",
        )
    return words
