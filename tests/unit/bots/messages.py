"""Messages of every kind, with any words in them."""

from __future__ import annotations

import types
from dataclasses import fields, is_dataclass
from datetime import UTC, datetime, timedelta
from enum import Enum
from typing import Any, Union, get_args, get_origin, get_type_hints

from hypothesis import strategies as st

from core.messages import Message

NOW = datetime(2026, 3, 4, 15, 30, tzinfo=UTC)  # a Wednesday
# Ids are the product's own, and a platform's for people: never words that somebody wrote.
_IDS = {"attempt", "assignment", "run", "comment", "review", "person", "other", "trainee_id", "id"}
_ODD = (
    "",
    " \n\t",
    "\x00\x07\x1b[0m",
    "\ud800",
    "<!channel> <@U012AB3CD> <https://example.com|here> & co",
    "*bold* _italic_ ~struck~ `code` ```block``` > quote :tada:",
    "مرحبا، لقد دُفع المبلغ مرتين \u202eabc",
    "👩‍👩‍👧‍👦🏳️‍🌈" * 40,
    "## Title\n\n1. one\n   - two\n\n| a | b |\n|---|---|\n| c | d |\n\n> **well**",
    "a" * 10_000,
    "You charged me twice, and I would like it back. " * 210,
    '"\\\n' * 1500,
)
WORDS = st.one_of(st.sampled_from(_ODD), st.text(max_size=60))
_MEMBERS = st.sampled_from(["U012AB3CD", "W0A1B2C3D", "9f1c7b52-0d6e", "pat@example.com"])
_MOMENTS = st.integers(-500_000, 500_000).map(lambda s: NOW + timedelta(seconds=s))


def any_message() -> st.SearchStrategy[Message]:
    """Any message that the product may send."""
    return st.one_of([made(kind) for kind in Message.__args__])


def made(kind: Any) -> st.SearchStrategy[Any]:  # noqa: ANN401 - whichever class it is
    """Any message or part of one, of this class."""
    hints = get_type_hints(kind)
    return st.builds(kind, **{f.name: _field(f.name, hints[f.name]) for f in fields(kind)})


def _field(name: str, hint: Any) -> st.SearchStrategy[Any]:  # noqa: ANN401
    if name in _IDS:
        return _MEMBERS | st.none() if type(None) in get_args(hint) else _MEMBERS
    if name == "score" or name in {"was", "before"}:
        return st.none() | st.integers(1, 5)
    return _value(hint)


def _value(hint: Any) -> st.SearchStrategy[Any]:  # noqa: ANN401 - one for each kind
    if get_origin(hint) in {Union, types.UnionType}:
        return st.one_of([_value(each) for each in get_args(hint)])
    if get_origin(hint) is tuple:
        return _several(get_args(hint))
    if is_dataclass(hint):
        return made(hint)
    if isinstance(hint, type) and issubclass(hint, Enum):
        return st.sampled_from(hint)
    return {
        str: WORDS,
        int: st.integers(0, 10_000),
        float: st.floats(0, 5),
        bool: st.booleans(),
        datetime: _MOMENTS,
        type(None): st.none(),
    }[hint]


def _several(inner: tuple[Any, ...]) -> st.SearchStrategy[Any]:
    """None, a few, or a hundred of the same."""
    if len(inner) == 2 and inner[1] is ...:
        one = _value(inner[0])
        few = st.lists(one, max_size=4).map(tuple)
        return few | one.map(lambda each: (each,) * 100)
    return st.tuples(*map(_value, inner))
