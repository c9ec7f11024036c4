"""The smallest checks, of which all others are made.

A check takes a value and its place, a JSON pointer, and gives what is wrong in words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

Check = Callable[[object, str], Iterable[str]]
Fields = Mapping[str, Check]
Thing = dict[str, Any]


def wrong(what: str, place: str) -> str:
    """One finding, with its place at the end."""
    return f"{what} [json-pointer:{place}]"


def string(most: int, least: int = 1) -> Check:
    """A string of `least` to `most` characters."""

    def check(value: object, place: str) -> Iterator[str]:
        if not isinstance(value, str):
            yield wrong("must be a string", place)
        elif len(value) < least:
            yield wrong(f"must be more than {least - 1} characters", place)
        elif len(value) > most:
            yield wrong(f"must be less than {most + 1} characters", place)

    return check


def matching(pattern: str, what: str, most: int = 3000) -> Check:
    """A string of this form; `what` names the form."""

    def check(value: object, place: str) -> Iterator[str]:
        yield from string(most)(value, place)
        if isinstance(value, str) and not re.fullmatch(pattern, value, re.DOTALL):
            yield wrong(f"must be {what}", place)

    return check


def one_of(*allowed: object) -> Check:
    """One of these values."""

    def check(value: object, place: str) -> Iterator[str]:
        if value not in allowed:
            yield wrong(f"must be one of {', '.join(map(repr, allowed))}", place)

    return check


def boolean(value: object, place: str) -> Iterator[str]:
    """True or false, and no string that says so."""
    if not isinstance(value, bool):
        yield wrong("must be a boolean", place)


def integer(least: int, most: int) -> Check:
    """A whole number from `least` to `most`."""

    def check(value: object, place: str) -> Iterator[str]:
        if isinstance(value, bool) or not isinstance(value, int):
            yield wrong("must be an integer", place)
        elif not least <= value <= most:
            yield wrong(f"must be from {least} to {most}", place)

    return check


def many(check_item: Check, least: int, most: int) -> Check:
    """A list of `least` to `most` items, each checked."""

    def check(value: object, place: str) -> Iterator[str]:
        if not isinstance(value, list):
            yield wrong("must be an array", place)
            return
        if len(value) < least:
            yield wrong(f"no fewer than {least} items allowed", place)
        if len(value) > most:
            yield wrong(f"no more than {most} items allowed", place)
        for number, item in enumerate(value):
            yield from check_item(item, f"{place}/{number}")

    return check


def shape(
    required: Fields, optional: Fields, *rules: Callable[[Thing, str], Iterable[str]]
) -> Check:
    """An object with these fields and no others, which keeps these rules between its fields."""
    known = {**required, **optional}

    def check(value: object, place: str) -> Iterator[str]:
        if not isinstance(value, dict):
            yield wrong("must be an object", place)
            return
        for name in sorted(required.keys() - value.keys()):
            yield wrong(f"missing required field: {name}", place)
        for name, inner in value.items():
            if name in known:
                yield from known[name](inner, f"{place}/{name}")
            else:
                yield wrong(f"invalid additional property: {name}", place)
        for rule in rules:
            yield from rule(value, place)

    return check


def typed(kinds: Mapping[str, Check]) -> Check:
    """An object whose `type` says which of these it is."""

    def check(value: object, place: str) -> Iterator[str]:
        kind = value.get("type") if isinstance(value, dict) else None
        if not isinstance(kind, str) or kind not in kinds:
            yield wrong(f"unsupported type: {kind}", place)
        else:
            yield from kinds[kind](value, place)

    return check


def exactly_one(*names: str) -> Callable[[Thing, str], Iterator[str]]:
    """A rule: one of these fields is there, and only one."""

    def rule(thing: Thing, place: str) -> Iterator[str]:
        if sum(name in thing for name in names) != 1:
            yield wrong(f"must define exactly one of {' and '.join(names)}", place)

    return rule


def anything(_value: object, _place: str) -> Iterator[str]:
    """Whatever it is: Slack's own part, which the product never builds."""
    return iter(())
