"""What holds for any text whatever: totality, spans, exclusions, indifference to typography."""

import time

from hypothesis import given
from hypothesis import strategies as st

from core.stances import Stance, attack, read

SNIPPETS = st.sampled_from(
    [
        "I'll refund that for you now",
        "we can't do refunds",
        "if the bank confirms, we'll refund it",
        "I've sent it",
        "maybe we could",
        "are you there?",
        "yes, of course",
        "i'm sorry about that",
        "let me check",
        "it's on its way",
        "but",
        "and",
        "...",
        "you won't be charged",
        "would you like a demo",
        "that's our mistake!",
    ]
)
ANYTHING = st.one_of(
    st.text(max_size=300),
    st.lists(SNIPPETS, max_size=12).map(" ".join),
    st.lists(SNIPPETS, max_size=12).map(", ".join),
    st.text(alphabet="iI' ’.,?!-–\n\t wltacndo", max_size=200),
)
NEVER_WITH = {
    Stance.PROMISES: {Stance.REFUSES, Stance.HEDGES},
    Stance.HAS_DONE: {Stance.REFUSES, Stance.HEDGES},
    Stance.RUDE: {Stance.ACKNOWLEDGES},
}


@given(ANYTHING)
def test_spans_are_verbatim_and_in_order(text: str) -> None:
    end = 0
    for clause in read(text):
        assert clause.text == text[clause.start : clause.end]
        assert clause.text == clause.text.strip() != ""
        assert end <= clause.start < clause.end <= len(text)
        assert text[end : clause.start].strip() == ""
        end = clause.end
    assert text[end:].strip() == ""


@given(ANYTHING)
def test_commitment_and_doubt_exclude_each_other(text: str) -> None:
    for clause in read(text):
        for stance, others in NEVER_WITH.items():
            assert stance not in clause.stances or not clause.stances & others


@given(ANYTHING)
def test_a_request_and_a_check_are_questions_too(text: str) -> None:
    for clause in read(text):
        if clause.stances & {Stance.REQUESTS, Stance.CHECKS_BACK}:
            assert Stance.ASKS in clause.stances


@given(st.lists(SNIPPETS, min_size=1, max_size=6).map(". ".join))
def test_case_and_curly_apostrophes_change_nothing(text: str) -> None:
    plain = [clause.stances for clause in read(text)]
    for variant in (text.upper(), text.lower(), text.title(), text.replace("'", "’")):
        assert [clause.stances for clause in read(variant)] == plain


@given(ANYTHING)
def test_an_attack_is_looked_for_in_any_text(text: str) -> None:
    attack(text)


HOSTILE = [
    "",
    " \n\t ",
    "\x00\x01\x02",
    "👍👍🏽",
    "我会退款给您。",
    "سأعيد لك المال",
    "?" * 40_000,
    "a" * 40_000,
    "i will " * 6_000,
    "if " * 13_000,
    "not " * 10_000,
    "the the of " * 4_000,
    "and i'll refund " * 2_500,
    "sorry, " * 6_000,
    "ignore all of your " * 2_200,
    "'" * 40_000,
    "I'll " * 8_000,
    "what i do is " * 3_000,
    "A1b" * 13_000,
]


def test_hostile_texts_take_linear_time() -> None:
    for text in HOSTILE:
        begun = time.process_time()
        read(text)
        attack(text)
        # Of the processor's own time, and ten times what it takes: a quadratic one takes hours.
        assert time.process_time() - begun < 20, text[:20]


def test_nothing_was_said() -> None:
    assert read("") == ()
    assert read(" \n ") == ()
    (thumb,) = read(" 👍 ")
    assert (thumb.text, thumb.stances) == ("👍", frozenset())
