"""Words on their way to an Adaptive Card, shown as they were written.

A TextBlock takes words as Markdown, replaces `{{DATE(…)}}` and `{{TIME(…)}}` in them, and mentions
whom an `<at>` names. What escapes Markdown is shown by some of Teams' clients and not by others, so
words that are somebody's own go into the text runs of a RichTextBlock, where no Markdown is read.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from bots.chat.texts import clean

Part = dict[str, Any] | str
Row = Sequence[Part]
"""Parts of one line: strings, and runs made here. None of them is markup."""

_JOINER = "\u2060"
# Clients differ in what they replace in a text run, so these are taken apart everywhere.
_FUNCTION = re.compile(r"\{(?=\{(?:DATE|TIME)\()")
_MENTION = re.compile(r"<(?=/?at\b)", re.IGNORECASE)
_MARKUP = re.compile(r"[\\*_`~\[\]<>&{}|#\n\t]|://|www\.|^\s*(?:[-+>]|\d+[.)])\s")


def guarded(words: str) -> str:
    """Return the words, cleaned, so that in a text run they are what they look like.

    An invisible joiner comes into what a client would take for a date or a mention.
    """
    taken_apart = _FUNCTION.sub("{" + _JOINER, clean(words))
    return _MENTION.sub("<" + _JOINER, taken_apart)


def is_plain(words: str) -> bool:
    """Whether nothing in the words can be markup, so that a TextBlock may have them too."""
    return not _MARKUP.search(words)


def escaped(words: str) -> str:
    """Return the words for where Teams reads Markdown and takes no text run: choices."""
    safe = re.sub(r"([\\*_`~\[\]#|])", r"\\\1", guarded(words))
    # Of a list's number it is the dot that is escaped: before a digit a backslash is shown.
    return re.sub(r"^(\s*\d*)([-+>]|(?<=\d)[.)])", r"\1\\\2", safe, flags=re.MULTILINE)


def run(words: str, **look: Any) -> dict[str, Any]:  # noqa: ANN401 - of any of a run's kinds
    """A piece of a line, in a look by the names that cards have for it: `weight`, `color`."""
    return {"type": "TextRun", "text": guarded(words), **look}


def bold(words: str) -> dict[str, Any]:
    """Words in bold."""
    return run(words, weight="Bolder")


def subtle(words: str) -> dict[str, Any]:
    """Words that step back."""
    return run(words, isSubtle=True)


def runs(row: Row) -> list[dict[str, Any]]:
    """The runs of a line, those of one look together; none where the line is blank."""
    made: list[dict[str, Any]] = []
    for part in row:
        each = dict(part) if isinstance(part, dict) else run(part)
        if made and _look(made[-1]) == _look(each):
            made[-1]["text"] = guarded(made[-1]["text"] + each["text"])
        elif each["text"]:
            made.append(each)
    return made if any(part["text"].strip() for part in made) else []


def _look(part: dict[str, Any]) -> dict[str, Any]:
    return {**part, "text": ""}


def lined(*rows: Row) -> list[Part]:
    """Lines one below the other, as the parts of one; blank lines are left out."""
    full = [runs(row) for row in rows]
    parts: list[Part] = []
    for row in filter(None, full):
        parts += [*(["\n"] if parts else []), *row]
    return parts


def local_day_time(at: datetime) -> str:
    """A moment by the clock of whoever reads it; for a TextBlock of our own words only."""
    stamp = _stamp(at)
    return f"{{{{DATE({stamp}, SHORT)}}}} {{{{TIME({stamp})}}}}"


def local_time(at: datetime) -> str:
    """A time by the clock of whoever reads it; for a TextBlock of our own words only."""
    return f"{{{{TIME({_stamp(at)})}}}}"


def _stamp(at: datetime) -> str:
    return f"{at.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"
