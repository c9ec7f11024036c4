"""Words on their way to people: cleaned, shortened at a word, and split."""

from __future__ import annotations

import re

MORE = "…"
# Control characters but for line breaks and tabs, and halves of characters that have no UTF-8.
_UNSENDABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
_JOINERS = "\u200d\ufe0e\ufe0f"  # what would end a cut emoji half-way
_BREAKS = ("\n\n", "\n", ". ", "! ", "? ", " ")


def clean(words: str) -> str:
    """Return the words without characters that no platform takes; line breaks and tabs stay."""
    return _UNSENDABLE.sub("", words.replace("\r\n", "\n").replace("\r", "\n"))


def fit(words: str, limit: int) -> str:
    """Return the words, shortened at a word and ended with “…” where they pass the limit."""
    words = clean(words)
    if len(words) <= limit:
        return words
    room = words[: max(0, limit - len(MORE))]
    at = max(room.rfind(" "), room.rfind("\n"))
    # A word as long as half the room is cut through: better than losing the half.
    room = room[:at] if at > len(room) // 2 else room
    return room.rstrip(_JOINERS + " \n,;:") + MORE


def pieces(words: str, limit: int) -> list[str]:
    """Split the words into pieces within the limit, at paragraphs before sentences before words.

    Nothing is lost: the pieces joined are the words, cleaned.
    """
    rest, found = clean(words), []
    while len(rest) > limit:
        at = _break(rest[:limit])
        found.append(rest[:at])
        rest = rest[at:]
    return [*found, rest] if rest else found


def _break(room: str) -> int:
    """Where to break: after the last best break in the second half, or at the end."""
    for mark in _BREAKS:
        at = room.rfind(mark)
        # A blank piece would be an empty block.
        if at > len(room) // 2 and room[: at + len(mark)].strip():
            return at + len(mark)
    return len(room)
