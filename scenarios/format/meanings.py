"""What each kind of mistake means, in an author's words, and how to mend it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from scenarios.problems import choice, quoted
from scenarios.yaml_scalars import reads_as

Told = tuple[str, str]  # what is wrong, and the mend
_EMPTY = "nothing stands here", "Write something, or delete the line."


@dataclass(frozen=True, slots=True)
class Mistake:
    """A mistake of shape as pydantic tells it: its kind, where, what was given, and bounds."""

    kind: str
    loc: tuple[int | str, ...]
    given: object
    bounds: dict[str, Any]
    message: str


def meaning(mistake: Mistake, text: str) -> Told:
    """Return what and mend of a mistake; `text` is what stands in the file, if it is a scalar."""
    if mistake.given is None and mistake.kind != "missing":
        return _EMPTY
    tell = _TELLERS.get(mistake.kind)
    if tell is None:
        return mistake.message[:1].lower() + mistake.message[1:], "Compare with the other files."
    return tell(mistake.given, mistake.bounds, text)


def _text(value: object, _: dict[str, Any], text: str) -> Told:
    if taken_for := reads_as(value):
        return f"{text} is read as {taken_for}, not as text", f'Put it in quotes: "{text}".'
    if isinstance(value, dict):
        what = "text should stand here, and a colon has made a mapping of it"
        return what, "Put the whole text in quotes."
    return "text should stand here, not a list", "Take the dashes or brackets away."


def _list(value: object, _: dict[str, Any], text: str) -> Told:
    if isinstance(value, dict):
        return "a list should stand here", 'Begin each item with "- ".'
    return "a list should stand here", f"Put it in brackets: [{text}]."


def _mapping(_: object, __: dict[str, Any], text: str) -> Told:
    what = f"fields should stand here, not {quoted(text)}" if text else "fields should stand here"
    return what, 'Write each on its own line as "name: value", indented.'


def _choice(value: object, ctx: dict[str, Any], text: str) -> Told:
    word = value if isinstance(value, str) else text  # a key is a value without a place
    known = re.findall(r"'([^']+)'", str(ctx.get("expected", "")))
    return f"{quoted(word)} is not known here", choice(word, known)


def _id(_: object, __: dict[str, Any], text: str) -> Told:
    what = f"{quoted(text)} cannot be used here"
    return what, "Use small letters, digits, - and _, beginning with a letter or digit."


def _number(kind: str) -> Callable[[object, dict[str, Any], str], Told]:
    return lambda _, __, text: (f"{quoted(text)} is no {kind}", f"Write a {kind}, unquoted.")


def _bound(words: str, name: str) -> Callable[[object, dict[str, Any], str], Told]:
    return lambda _, ctx, text: (f"{text} is out of bounds", f"It has to be {words} {ctx[name]}.")


def _missing(_: object, __: dict[str, Any], ___: str) -> Told:
    return "this field is missing", "Add it."


def _blank(_: object, __: dict[str, Any], ___: str) -> Told:
    return _EMPTY


def _long(_: object, ctx: dict[str, Any], __: str) -> Told:
    return "the text is too long", f"Keep it to {ctx['max_length']} characters."


def _few(_: object, ctx: dict[str, Any], __: str) -> Told:
    return "the list is too short", f"It needs at least {ctx['min_length']}."


def _many(_: object, ctx: dict[str, Any], __: str) -> Told:
    return "the list is too long", f"Keep it to {ctx['max_length']}."


def _truth(_: object, __: dict[str, Any], text: str) -> Told:
    return f"{quoted(text)} is neither true nor false", "Write true or false."


def _ours(_: object, ctx: dict[str, Any], __: str) -> Told:
    """A validator of ours, which raised ValueError(what, mend)."""
    what, mend = ctx["error"].args
    return what, mend


_TELLERS: dict[str, Callable[[Any, dict[str, Any], str], Told]] = {
    "missing": _missing,
    "string_type": _text,
    "string_too_short": _blank,
    "string_too_long": _long,
    "string_pattern_mismatch": _id,
    "tuple_type": _list,
    "too_short": _few,
    "too_long": _many,
    "dict_type": _mapping,
    "model_type": _mapping,
    "model_attributes_type": _mapping,
    "enum": _choice,
    "literal_error": _choice,
    "int_type": _number("whole number"),
    "int_from_float": _number("whole number"),
    "float_type": _number("number"),
    "bool_type": _truth,
    "bool_parsing": _truth,
    "greater_than_equal": _bound("at least", "ge"),
    "less_than_equal": _bound("at most", "le"),
    "greater_than": _bound("more than", "gt"),
    "less_than": _bound("less than", "lt"),
    "value_error": _ours,
}
