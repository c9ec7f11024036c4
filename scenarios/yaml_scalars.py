"""What a YAML scalar means, and where unquoted text means something else than it says."""

from __future__ import annotations

import re
from dataclasses import dataclass

_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_YES = frozenset({"true", "yes", "on"})
_NO = frozenset({"false", "no", "off"})
_INTEGER = re.compile(r"[-+]?(?:0|[1-9][0-9]{0,14})")
_DECIMAL = re.compile(r"[-+]?(?:[0-9]{1,15}\.[0-9]{0,15}|\.[0-9]{1,15})(?:[eE][-+]?[0-9]{1,3})?")
_TIME = re.compile(r"[-+]?[0-9]+(?::[0-9]{1,2})+(?:\.[0-9]*)?")
_DATE = re.compile(r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt ].*)?")
_ODD_NUMBER = re.compile(
    r"[-+]?(?:0[bx][0-9a-fA-F_]+|0o?[0-9_]+|[0-9][0-9_]*(?:\.[0-9_]*)?|\.(?:inf|nan))",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Unquoted:
    """Plain text that YAML reads as a time, a date or an odd number; never a good value."""

    text: str
    reads_as: str


def plain(text: str) -> str | int | float | bool | Unquoted | None:
    """Return what unquoted text means: as in YAML 1.1, but with its traps told apart."""
    if text in _NULLS:
        return None
    if text.lower() in _YES | _NO:
        return text.lower() in _YES
    if _INTEGER.fullmatch(text):
        return int(text)
    if _DECIMAL.fullmatch(text):
        return float(text)
    for pattern, reads_as in ((_TIME, "a time"), (_DATE, "a date"), (_ODD_NUMBER, "a number")):
        if pattern.fullmatch(text):
            return Unquoted(text, reads_as)
    return text


def reads_as(value: object) -> str | None:
    """Tell what YAML took unquoted text for; None when it took it for text, or a collection."""
    if isinstance(value, Unquoted):
        return value.reads_as
    if isinstance(value, bool):
        return "true or false"
    return "a number" if isinstance(value, int | float) else None
