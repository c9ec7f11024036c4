"""What a page says is read strictly, and what is wrong with it is said."""

from __future__ import annotations

import contextlib
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from voice_bridge.room.parsing import Hello, read, whole
from voice_bridge.wire import Broken, Close, HungUp, Played


def test_each_message_of_the_protocol_is_understood() -> None:
    assert read('{"type": "hello", "version": 1, "rate": 16000, "browser": "x"}') == Hello()
    assert read('{"type": "played", "line": 3, "played_ms": 1200}') == Played(3, 1200)
    assert read('{"type": "stopped", "line": 3, "played_ms": 0}') == Played(3, 0, stopped=True)
    assert read('{"type": "end"}') == HungUp()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "JSON object"),
        ("[1]", "JSON object"),
        ("[" * 9000, "JSON object"),
        ('{"type": ["end"]}', "The type of a message"),
        ('{"type": "shout"}', "The type of a message"),
        ('{"type": "played", "line": true, "played_ms": 1}', "line is a whole number"),
        ('{"type": "played", "line": 1, "played_ms": 1.5}', "played_ms is a whole number"),
        ('{"type": "stopped", "line": -1, "played_ms": 1}', "line is a whole number"),
        (f'{{"type": "end", "x": "{"x" * 16384}"}}', "at most 16384 bytes"),
    ],
)
def test_what_is_no_message_is_told_so(text: str, words: str) -> None:
    with pytest.raises(Broken, match=words) as broken:
        read(text)

    assert broken.value.close is Close.GARBAGE


def test_another_version_and_another_rate_have_codes_of_their_own() -> None:
    with pytest.raises(Broken) as version:
        read('{"type": "hello", "version": 2, "rate": 16000}')
    with pytest.raises(Broken) as rate:
        read('{"type": "hello", "version": 1, "rate": 48000}')

    assert version.value.close is Close.NO_HELLO
    assert rate.value.close is Close.WRONG_RATE


@pytest.mark.parametrize("length", [0, 1, 641, 6402])
def test_sound_is_whole_samples_and_two_hundred_milliseconds_at_most(length: int) -> None:
    with pytest.raises(Broken) as broken:
        whole(bytes(length))

    assert broken.value.close is Close.GARBAGE
    assert whole(bytes(6400)) == bytes(6400)


_json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


@given(st.text() | _json.map(json.dumps))
def test_whatever_comes_is_understood_or_broken(text: str) -> None:
    with contextlib.suppress(Broken):
        read(text)
