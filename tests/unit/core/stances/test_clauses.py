"""Clause by clause: where one ends, what each does, and on what it leans."""

import pytest

from core.stances import Stance, read


def stances(text: str) -> list[set[Stance]]:
    return [set(clause.stances) for clause in read(text)]


def test_a_refusal_and_a_promise_are_two_clauses() -> None:
    first, second = read("I can't waive the fee, but I will refund the charge.")
    assert first.stances == {Stance.REFUSES}
    assert first.negated
    assert second.stances == {Stance.PROMISES}
    assert not second.negated


def test_a_wish_before_a_refusal_is_nothing() -> None:
    wish, refusal = stances("I'd be happy to refund you, but I can't.")
    assert not wish & {Stance.PROMISES, Stance.OFFERS, Stance.HEDGES}
    assert refusal == {Stance.REFUSES}


def test_a_condition_holds_for_what_is_joined_to_it() -> None:
    first, second = read("If the bank confirms, we'll refund it and we'll send you a letter.")
    assert first.conditional
    assert second.conditional
    assert first.stances == second.stances == {Stance.HEDGES}


def test_a_run_on_without_marks_is_cut() -> None:
    texts = [clause.text for clause in read("ill do that now whats your email")]
    assert texts == ["ill do that now", "whats your email"]


def test_a_question_keeps_its_mark() -> None:
    first, second = read("It's done. Anything else?")
    assert (first.question, second.question) == (False, True)
    assert second.text == "Anything else?"


@pytest.mark.parametrize(
    "text",
    [
        "I'll do that for you now",
        "yes, of course",
        "done!",
        "it's been processed",
        "We don't offer that",
        "I'll take care of it",
        "consider it done",
    ],
)
def test_it_leans_on_what_was_said(text: str) -> None:
    assert all(clause.anaphoric for clause in read(text))


@pytest.mark.parametrize(
    "text", ["I'll refund the second charge", "your parcel is on its way", "I'll send the label"]
)
def test_it_names_its_own_topic(text: str) -> None:
    assert not any(clause.anaphoric for clause in read(text))


def test_illness_is_no_promise() -> None:
    assert Stance.PROMISES not in stances("im ill and cant come in")[0]
