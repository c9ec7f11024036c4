"""Properties that many elements have, and the words of each kind."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tests.slack.limits.checks import Check, Fields, boolean, matching, string, wrong

WORDS = 40_000
_FUNCTION = re.compile(
    r"\{\{(?:DATE\(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ, (?:SHORT|LONG|COMPACT)\)"
    r"|TIME\(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ\))\}\}"
)
_MENTION = re.compile(r"<at>[^<>]+</at>")
_MARKUP = re.compile(r"[*_`~\[\]<>{}\\]|^\s*(?:[-+>#]|\d+[.)])\s", re.MULTILINE)
_BARE = re.compile(r"(?<!\\)(?:\\\\)*[*_`~\[\]]")
_READ_IN_RUNS = re.compile(r"\{\{(?:DATE|TIME)\(|</?at\b", re.IGNORECASE)

https = matching(r"https://\S+", "an https address", 2_000)
label = string(200)


def named(*names: str) -> Check:
    """One of these names; clients do not mind the case."""

    def check(value: object, place: str) -> Iterator[str]:
        if not isinstance(value, str) or value.lower() not in {n.lower() for n in names}:
            yield wrong(f"must be one of {', '.join(names)}", place)

    return check


def block_words(value: object, place: str) -> Iterator[str]:
    """The words of a TextBlock: nothing in them is markup but dates and mentions."""
    yield from string(WORDS)(value, place)
    rest = _MENTION.sub("", _FUNCTION.sub("", str(value)))
    if found := _MARKUP.search(rest):
        yield wrong(f"unescaped markup: {found[0]!r}", place)


def run_words(value: object, place: str) -> Iterator[str]:
    """The words of a text run: some clients read dates and mentions there too."""
    yield from string(WORDS)(value, place)
    if found := _READ_IN_RUNS.search(str(value)):
        yield wrong(f"would be replaced: {found[0]!r}", place)


def escaped_words(value: object, place: str) -> Iterator[str]:
    """Words where Markdown is read: each of its characters is escaped."""
    yield from run_words(value, place)
    if found := _BARE.search(str(value)):
        yield wrong(f"unescaped markup: {found[0]!r}", place)


def number(value: object, place: str) -> Iterator[str]:
    """A number, and no string that says one."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        yield wrong("must be a number", place)


EVERYWHERE: Fields = {
    "id": string(400),
    "isVisible": boolean,
    "separator": boolean,
    "spacing": named("None", "Small", "Default", "Medium", "Large", "ExtraLarge", "Padding"),
    "horizontalAlignment": named("Left", "Center", "Right"),
    "height": named("auto", "stretch"),
}
TEXT: Fields = {
    "size": named("Small", "Default", "Medium", "Large", "ExtraLarge"),
    "weight": named("Lighter", "Default", "Bolder"),
    "color": named("Default", "Dark", "Light", "Accent", "Good", "Warning", "Attention"),
    "isSubtle": boolean,
    "fontType": named("Default", "Monospace"),
}
GROUND = named("default", "emphasis", "good", "attention", "warning", "accent")
