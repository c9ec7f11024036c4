"""Whatever the store writes as JSON, it reads back exactly, class and all."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from adapters.storage.attempt_rows import entry_from_row, entry_to_row
from adapters.storage.codec import Codec
from adapters.storage.mail_rows import COMMANDS, MESSAGES
from core.attempt import CustomerState, Entry
from core.commands import Command, Say
from core.errors import StorageError
from core.messages import Message, Noted
from core.scenario import Scenario
from core.scoring import ScoreRun

st.register_type_strategy(datetime, st.datetimes(timezones=st.just(UTC)))
st.register_type_strategy(float, st.floats(allow_nan=False))

OTHERS = (CustomerState, Scenario, ScoreRun)


@pytest.mark.parametrize("kind", get_args(Message))
@settings(deadline=None)  # The first reading of a class builds what reads it.
@given(data=st.data())
def test_messages(kind: type, data: st.DataObject) -> None:
    message: Message = data.draw(st.from_type(kind))
    assert MESSAGES.decode(MESSAGES.encode(message)) == message
    assert type(MESSAGES.decode(MESSAGES.encode(message))) is kind


@pytest.mark.parametrize("kind", get_args(Command))
@settings(deadline=None)
@given(data=st.data())
def test_commands(kind: type, data: st.DataObject) -> None:
    command: Command = data.draw(st.from_type(kind))
    decoded = COMMANDS.decode(COMMANDS.encode(command))
    assert decoded == command
    assert type(decoded) is kind


@pytest.mark.parametrize("kind", OTHERS)
@settings(deadline=None, max_examples=25)  # A scenario drawn at random is large.
@given(data=st.data())
def test_what_is_kept_whole(kind: type, data: st.DataObject) -> None:
    codec = Codec[object](kind)
    value = data.draw(st.from_type(kind))
    assert codec.decode(codec.encode(value)) == value


_PLAIN = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**53), 2**53)
    | st.floats(allow_nan=False)
    | st.text(),
    lambda inner: st.lists(inner, max_size=3).map(tuple),
    max_leaves=5,
)


@settings(deadline=None)
@given(st.lists(st.tuples(st.text(), _PLAIN), max_size=4).map(tuple))
def test_data_of_log_entries(data: tuple[tuple[str, object], ...]) -> None:
    entry = Entry(3, datetime(2026, 1, 1, tzinfo=UTC), "noted", data)
    row = entry_to_row("call", entry)
    assert entry_from_row([row[name] for name in ("number", "at", "kind", "data")]) == entry


@pytest.mark.parametrize("text", ["\ud83d", "a\udfffb", "\0", "\N{GRINNING FACE}"])
def test_any_words_can_be_written(text: str) -> None:
    decoded = COMMANDS.decode(COMMANDS.encode(Say("call", text)))
    assert isinstance(decoded, Say)
    assert decoded.text == text.translate({0xD83D: 0xFFFD, 0xDFFF: 0xFFFD})


@dataclass(frozen=True)
class _Foreign:
    """Not a message."""


def test_a_class_that_could_not_be_read_back_is_not_written() -> None:
    with pytest.raises(TypeError, match="_Foreign"):
        MESSAGES.encode(_Foreign())  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "text",
    [
        MESSAGES.encode(Noted("Done.")).replace("Noted", "NotYetInvented"),
        MESSAGES.encode(Noted("Done.")).replace("sentence", "phrase"),
    ],
)
def test_what_another_version_wrote_is_an_error_of_the_store(text: str) -> None:
    with pytest.raises(StorageError, match="cannot read"):
        MESSAGES.decode(text)


def test_a_field_that_a_newer_version_added_is_passed_over() -> None:
    text = MESSAGES.encode(Noted("Done.")).replace('"sentence"', '"tone":"kind","sentence"')
    assert MESSAGES.decode(text) == Noted("Done.")
