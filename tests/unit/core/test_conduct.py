"""How conduct moves the mood."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.attempt import CustomerState, new_customer
from core.conduct import CHILL, WARMTH, after_conduct, after_silence
from core.moods import Drift, Feeling, Mood
from core.reading import Reading
from core.stances import Attack, Stance
from tests.samples import scenario

CALM = new_customer(scenario(Mood.CALM))
ANGRY = new_customer(scenario(Mood.ANGRY))


def after(state: CustomerState, *stances: Stance, drift: Drift = Drift.MEDIUM) -> float:
    """Temper after a turn with these stances."""
    return after_conduct(state, Reading(frozenset(stances)), drift, helped=False).feeling.temper


@pytest.mark.parametrize("stance", sorted(WARMTH))
def test_kindness_lifts_the_mood(stance: Stance) -> None:
    assert after(CALM, stance) > CALM.feeling.temper


@pytest.mark.parametrize("stance", sorted(CHILL))
def test_unkindness_lowers_it(stance: Stance) -> None:
    assert after(CALM, stance) < CALM.feeling.temper


@pytest.mark.parametrize("stance", [Stance.ACKNOWLEDGES, Stance.RUDE])
def test_a_fast_drift_moves_further_than_a_slow_one(stance: Stance) -> None:
    moves = [abs(after(CALM, stance, drift=d) - CALM.feeling.temper) for d in Drift]
    assert moves == sorted(moves)
    assert moves[0] < moves[1] < moves[2]


def test_the_fifth_sorry_moves_next_to_nothing() -> None:
    state, steps = ANGRY, []
    for _ in range(5):
        moved = after_conduct(
            state, Reading(frozenset({Stance.APOLOGISES})), Drift.MEDIUM, helped=False
        )
        steps.append(moved.feeling.temper - state.feeling.temper)
        state = moved
    assert steps == sorted(steps, reverse=True)
    assert steps[-1] < steps[0] / 5


def test_kindness_in_the_same_breath_as_an_insult_does_not_count() -> None:
    assert after(CALM, Stance.RUDE, Stance.ACKNOWLEDGES) == after(CALM, Stance.RUDE)


def test_abuse_hurts_more_than_rudeness() -> None:
    abused = after_conduct(CALM, Reading(attack=Attack.ABUSE), Drift.MEDIUM, helped=False)
    assert abused.feeling.temper < after(CALM, Stance.RUDE)
    assert abused.affronts == 1


def test_an_offer_pressed_a_third_time_lowers_the_mood() -> None:
    state = CALM
    for _ in range(2):
        state = after_conduct(state, Reading(frozenset({Stance.OFFERS})), Drift.FAST, helped=False)
    assert state.feeling == CALM.feeling
    pushed = after_conduct(state, Reading(frozenset({Stance.OFFERS})), Drift.FAST, helped=False)
    assert pushed.feeling.temper < state.feeling.temper


def test_listening_between_offers_starts_the_count_afresh() -> None:
    state = replace(CALM, offers=2)
    heard = after_conduct(state, Reading(frozenset({Stance.ASKS})), Drift.FAST, helped=False)
    assert heard.offers == 0


def test_explaining_clears_confusion() -> None:
    confused = new_customer(scenario(Mood.CONFUSED))
    state = confused
    for _ in range(2):
        state = after_conduct(
            state, Reading(frozenset({Stance.EXPLAINS})), Drift.MEDIUM, helped=False
        )
    assert confused.feeling.mood is Mood.CONFUSED
    assert state.feeling.mood is Mood.CALM


def test_silence_is_counted_and_felt() -> None:
    state = after_silence(CALM, Drift.MEDIUM)
    assert state.nudges == 1
    assert state.feeling.temper < CALM.feeling.temper


def test_an_angry_customer_can_be_calmed_in_five_good_turns() -> None:
    turns = (
        {Stance.ACKNOWLEDGES, Stance.APOLOGISES},
        {Stance.TAKES_OWNERSHIP},
        {Stance.PROMISES},
        {Stance.HAS_DONE},
        {Stance.CHECKS_BACK, Stance.ACKNOWLEDGES},
    )
    state = ANGRY
    for stances in turns:
        state = after_conduct(state, Reading(frozenset(stances)), Drift.MEDIUM, helped=True)
    assert state.feeling.mood is Mood.CALM


@pytest.mark.parametrize("mood", list(Mood))
def test_a_feeling_begins_with_its_own_word(mood: Mood) -> None:
    assert Feeling.starting(mood).mood is mood


@given(st.lists(st.tuples(st.floats(-2, 2), st.floats(-2, 2)), max_size=20))
def test_feelings_keep_their_bounds(moves: list[tuple[float, float]]) -> None:
    feeling = Feeling.starting(Mood.CALM)
    for temper, confusion in moves:
        feeling = feeling.moved(temper, confusion)
        assert -1 <= feeling.temper <= 1
        assert 0 <= feeling.confusion <= 1
        assert feeling.mood in Mood
