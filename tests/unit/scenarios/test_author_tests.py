from __future__ import annotations

from dataclasses import replace

import pytest

from core.moods import Mood
from core.stances import Attack
from scenarios.author_tests import Expectation, StepOutcome, check

OUTCOME = StepOutcome(
    told=("name",),
    raised=("price",),
    resolved=("delay",),
    mood=Mood.FRUSTRATED,
    ended=None,
    tools=("app",),
    attack=Attack.INSTRUCTIONS,
    lines=("It’s Dana\n Whitfield.", "And now?"),
)


@pytest.mark.parametrize(
    "then",
    [
        Expectation(),
        Expectation(tells=("name",)),
        Expectation(not_tells=("date",)),
        Expectation(raises=("price",), resolves=("delay",)),
        Expectation(mood=Mood.FRUSTRATED),
        Expectation(mood_at_least=Mood.ANGRY, mood_at_most=Mood.FRUSTRATED),
        Expectation(not_ends="any"),
        Expectation(tool="app", attack=Attack.INSTRUCTIONS),
        Expectation(says=("it's DANA whitfield", "now?")),
    ],
)
def test_what_came_as_expected_is_passed_over(then: Expectation) -> None:
    assert check(then, OUTCOME) == ()


@pytest.mark.parametrize(
    ("then", "sentence"),
    [
        (Expectation(tells=("date",)), "The customer did not tell date: there was name."),
        (Expectation(tells_nothing=True), "The customer told name, which it should have kept."),
        (Expectation(not_tells=("name",)), "The customer told name, which it should have kept."),
        (Expectation(raises=("delay",)), "The customer did not raise delay: there was price."),
        (
            Expectation(resolves=("price",)),
            "The customer did not count as answered price: there was delay.",
        ),
        (Expectation(mood=Mood.CALM), "The mood is frustrated, and not calm."),
        (
            Expectation(mood_at_least=Mood.CONFUSED),
            "The mood is frustrated, which is worse than confused.",
        ),
        (
            Expectation(mood_at_most=Mood.ANGRY),
            "The mood is frustrated, which is better than angry.",
        ),
        (
            Expectation(ends="agreed"),
            "The call should have ended with agreed, and it goes on.",
        ),
        (Expectation(tool="camera"), "The customer did not use camera: there was app."),
        (
            Expectation(attack=Attack.IDENTITY),
            "The turn was taken for instructions, and not for identity.",
        ),
    ],
)
def test_what_came_otherwise_is_told_in_a_sentence(then: Expectation, sentence: str) -> None:
    assert check(then, OUTCOME) == (sentence,)


def test_words_that_were_not_said_are_told_with_those_that_were() -> None:
    (sentence,) = check(Expectation(says=("goodbye",)), OUTCOME)

    assert sentence.startswith('"goodbye" is not in what the customer said: It’s Dana')


def test_all_that_came_otherwise_is_told() -> None:
    then = Expectation(tells=("a", "b"), mood=Mood.HAPPY, ends="agreed")

    assert len(check(then, OUTCOME)) == 4


@pytest.mark.parametrize("not_ends", ["any", "agreed"])
def test_an_end_that_should_not_be(not_ends: str) -> None:
    ended = replace(OUTCOME, ended="agreed")

    assert check(Expectation(not_ends=not_ends), ended) == (
        "The call ended with agreed, and should not have.",
    )
    assert check(Expectation(not_ends="refused"), ended) == ()
    assert check(Expectation(ends="agreed"), ended) == ()


def test_confused_counts_as_calm() -> None:
    confused = replace(OUTCOME, mood=Mood.CONFUSED)

    assert check(Expectation(mood_at_least=Mood.CALM, mood_at_most=Mood.CALM), confused) == ()
