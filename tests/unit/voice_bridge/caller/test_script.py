"""What a scripted caller is told to say, read from a file that anybody may have written."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import PracticeError
from voice_bridge.caller.script import USUAL_PAUSE_S, Step, parse


def test_a_line_of_words_is_a_thing_to_say() -> None:
    assert parse("calls.txt", "Hi Dana.\n\n  How are you?  \n") == [
        Step(say="Hi Dana."),
        Step(say="How are you?"),
    ]


def test_jsonl_says_when_and_plays_files() -> None:
    lines = [
        {"say": " Hi Dana. ", "after_s": 1},
        {"play": "greeting.wav"},
        {"say": "Wait.", "into_s": 1.5},
        {"say": "Bye.", "after_s": None},
    ]
    assert parse("s", "\n".join(map(json.dumps, lines))) == [
        Step(say="Hi Dana.", after_s=1.0),
        Step(play="greeting.wav"),
        Step(say="Wait.", into_s=1.5),
        Step(say="Bye.", after_s=USUAL_PAUSE_S),
    ]


GOOD = '{"say": "Hi."}'


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("not json", "the line is no JSON"),
        ("[" * 100_000, "the line is no JSON"),
        ("[]", "the line is not a step"),
        ('{"says": "Hi."}', "the line is not a step"),
        ("{}", "needs either say or play"),
        ('{"say": "Hi.", "play": "hi.wav"}', "needs either say or play"),
        ('{"say": 3}', "say is 3"),
        ('{"play": ["hi.wav"]}', "play is ['hi.wav']"),
        ('{"say": " "}', "say is empty"),
        ('{"say": "\U0001f600!"}', "makes no sound"),
        ('{"play": ""}', "play is empty"),
        ('{"say": "\\ud800"}', "nothing in that message"),
        (f'{{"say": "{"x" * 4_001}"}}', "4,001 characters"),
        ('{"say": "Hi.", "after_s": "1"}', "after_s is '1'"),
        ('{"say": "Hi.", "after_s": true}', "after_s is True"),
        ('{"say": "Hi.", "after_s": -0.1}', "after_s is -0.1"),
        ('{"say": "Hi.", "after_s": NaN}', "after_s is nan"),
        ('{"say": "Hi.", "into_s": 1e999}', "into_s is inf"),
        ('{"say": "Hi.", "into_s": 600.1}', "into_s is 600.1"),
        (f'{{"say": "Hi.", "into_s": 1{"0" * 400}}}', "into_s is 1000"),
        ('{"say": "Hi.", "after_s": 1, "into_s": 1}', "both after_s and into_s"),
    ],
)
def test_a_mistake_is_told_with_file_line_and_mend(line: str, expected: str) -> None:
    with pytest.raises(PracticeError) as caught:
        parse("calls.jsonl", f"{GOOD}\n\n{line}\n{GOOD}")
    assert caught.value.sentence.startswith("calls.jsonl:3: ")
    assert expected in caught.value.sentence
    assert len(caught.value.sentence) < 200
    assert caught.value.mend.endswith(".")


@pytest.mark.parametrize("text", ["", "\n \n"])
def test_a_script_needs_lines(text: str) -> None:
    with pytest.raises(PracticeError, match=r"calls\.txt has no lines for the caller"):
        parse("calls.txt", text)


_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=10),
    lambda inner: st.lists(inner, max_size=2),
    max_leaves=3,
)
_ENTRIES = st.dictionaries(
    st.sampled_from(["say", "play", "after_s", "into_s", "more"]), _VALUES, max_size=4
)


@given(st.lists(_ENTRIES, max_size=4))
def test_whatever_the_jsonl_holds_it_is_a_script_or_a_sentence(entries: list[object]) -> None:
    _is_read_or_told("\n".join(map(json.dumps, entries)))


@given(st.text())
def test_whatever_the_text_holds_it_is_a_script_or_a_sentence(text: str) -> None:
    _is_read_or_told(text)


def _is_read_or_told(text: str) -> None:
    try:
        steps = parse("s", text)
    except PracticeError:
        return
    assert steps
    for step in steps:
        assert bool(step.say) != bool(step.play)
        assert 0 <= step.after_s <= 600
        assert step.into_s is None or 0 <= step.into_s <= 600
