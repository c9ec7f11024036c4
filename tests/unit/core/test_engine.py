"""The state machine: what each state takes, and what can never happen."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.attempt import Attempt, CallState, EndReason, Owed, Speaker, Turn
from core.beats import Act, Beat, Move
from core.customer import Decision, decide
from core.engine import TABLE, Warned, step
from core.errors import IllegalStep
from core.events import (
    CameBack,
    Elapsed,
    Event,
    HungUp,
    Replied,
    Reported,
    Spoke,
    Started,
    Wrote,
)
from core.moods import Mood
from core.patience import due
from core.reading import Reading
from core.rehearsal import EPOCH, new_attempt
from core.scenario import Mode
from tests.samples import scenario

SCENARIO = scenario()


def at(seconds: float) -> datetime:
    return EPOCH + timedelta(seconds=seconds)


def ready() -> Attempt:
    return new_attempt(SCENARIO, seed=1, mode=Mode.CHAT)


def reply(attempt: Attempt, moment: datetime, reading: Reading | None = None) -> Replied:
    decision = decide(attempt, SCENARIO, reading or Reading())
    return Replied(moment, decision, f"line {len(attempt.turns)}", ())


def listening() -> Attempt:
    """A call in which the customer has opened and waits, at second 2."""
    attempt = step(ready(), Started(at(0)), SCENARIO).attempt
    return step(attempt, reply(attempt, at(2)), SCENARIO).attempt


def test_the_customer_speaks_first() -> None:
    attempt = step(ready(), Started(at(0)), SCENARIO).attempt
    assert (attempt.state, attempt.owed) == (CallState.OWING, Owed.OPENING)
    assert attempt.deadline == at(600)
    attempt = step(attempt, reply(attempt, at(2)), SCENARIO).attempt
    assert attempt.state is CallState.LISTENING
    assert [turn.speaker for turn in attempt.turns] == [Speaker.CUSTOMER]


def test_words_of_the_trainee_owe_a_reply() -> None:
    result = step(listening(), Spoke(at(9), "k1", "Hello"), SCENARIO)
    assert (result.attempt.state, result.attempt.owed) == (CallState.OWING, Owed.REPLY)
    assert [t.text for t in result.attempt.unanswered] == ["Hello"]


def test_the_same_words_by_key_are_entered_once() -> None:
    once = step(listening(), Spoke(at(9), "k1", "Hello"), SCENARIO).attempt
    again = step(once, Spoke(at(10), "k1", "Hello"), SCENARIO)
    assert again.attempt == once
    assert again.effects == ()


def test_several_messages_are_answered_together() -> None:
    attempt = step(listening(), Spoke(at(9), "k1", "Hello"), SCENARIO).attempt
    attempt = step(attempt, Spoke(at(10), "k2", "I can help"), SCENARIO).attempt
    assert [t.text for t in attempt.unanswered] == ["Hello", "I can help"]


def test_silence_brings_a_second_message_and_then_the_customer_leaves() -> None:
    attempt, moment, acts = listening(), at(2), []
    while attempt.state is not CallState.ENDED:
        next_due = due(attempt, SCENARIO)
        assert next_due is not None
        moment = next_due
        attempt = step(attempt, Elapsed(moment), SCENARIO).attempt
        if attempt.state is CallState.OWING:
            decision = decide(attempt, SCENARIO, None)
            acts.append(decision.beat.moves[0].act)
            attempt = step(attempt, reply(attempt, moment), SCENARIO).attempt
    assert acts == [Act.NUDGE, Act.NUDGE, Act.LEAVE_SILENCE]
    assert attempt.ended is not None
    assert (attempt.ended.reason, attempt.ended.exit) == (EndReason.EXIT, "left_waiting")


def test_writing_is_no_silence() -> None:
    attempt = step(listening(), Wrote(at(70)), SCENARIO).attempt
    assert step(attempt, Elapsed(at(80)), SCENARIO).attempt.state is CallState.LISTENING


def test_the_trainee_is_told_once_when_a_minute_is_left() -> None:
    attempt = step(listening(), Wrote(at(540)), SCENARIO).attempt
    first = step(attempt, Elapsed(at(541)), SCENARIO)
    assert [e.left_s for e in first.effects if isinstance(e, Warned)] == [59]
    second = step(first.attempt, Elapsed(at(550)), SCENARIO)
    assert not [e for e in second.effects if isinstance(e, Warned)]


def test_the_time_limit_ends_the_call_even_while_a_reply_is_owed() -> None:
    attempt = step(listening(), Spoke(at(599), "k", "Wait"), SCENARIO).attempt
    attempt = step(attempt, Elapsed(at(600)), SCENARIO).attempt
    assert attempt.ended is not None
    assert attempt.ended.reason is EndReason.TIME


def test_a_report_of_a_break_ends_the_call_and_is_remembered() -> None:
    attempt = step(listening(), Reported(at(9), (0,)), SCENARIO).attempt
    assert attempt.broke_character
    assert attempt.ended is not None
    assert attempt.ended.reason is EndReason.TRAINEE


def test_time_that_the_process_was_away_is_given_back() -> None:
    attempt = step(listening(), CameBack(at(302)), SCENARIO).attempt
    assert attempt.deadline == at(900)
    assert attempt.silent_since == at(302)


def test_a_short_pause_gives_nothing_back() -> None:
    attempt = listening()
    assert step(attempt, CameBack(at(4)), SCENARIO).attempt == attempt


def test_a_beat_that_is_the_last_ends_the_call_with_its_exit() -> None:
    attempt = step(listening(), Spoke(at(9), "k", "Refunded"), SCENARIO).attempt
    beat = Beat((Move(Act.CLOSE, "agreed"),), Mood.CALM)
    decision = Decision(attempt.customer, beat, exit="agreed")
    attempt = step(attempt, Replied(at(11), decision, "Bye.", ("x",)), SCENARIO).attempt
    assert attempt.ended is not None
    assert attempt.ended.exit == "agreed"
    assert attempt.customer.said == ("x",)


@pytest.mark.parametrize("state", list(CallState))
def test_what_the_table_does_not_allow_raises_and_changes_nothing(state: CallState) -> None:
    attempts = {
        CallState.READY: ready(),
        CallState.LISTENING: listening(),
        CallState.OWING: step(ready(), Started(at(0)), SCENARIO).attempt,
        CallState.ENDED: step(listening(), HungUp(at(5)), SCENARIO).attempt,
    }
    attempt = attempts[state]
    refused = [event for event in _one_of_each(attempt) if type(event) not in TABLE[state]]
    assert refused
    for event in refused:
        with pytest.raises(IllegalStep):
            step(attempt, event, SCENARIO)


def _one_of_each(attempt: Attempt) -> list[Event]:
    decision = Decision(attempt.customer, Beat((Move(Act.PRESS),), Mood.CALM))
    return [
        Started(at(9)),
        Spoke(at(9), "k", "Hi"),
        Wrote(at(9)),
        Replied(at(9), decision, "So?", ()),
        Elapsed(at(9)),
        HungUp(at(9)),
        Reported(at(9), ()),
        CameBack(at(9)),
    ]


events = st.lists(
    st.tuples(st.sampled_from(["say", "reply", "wait", "write", "back", "end"]), st.floats(0, 90)),
    max_size=40,
)


@given(events)
def test_whatever_happens_the_call_stays_whole(happenings: list[tuple[str, float]]) -> None:
    attempt, moment = step(ready(), Started(at(0)), SCENARIO).attempt, at(0)
    logged = 1
    for number, (kind, pause) in enumerate(happenings):
        moment += timedelta(seconds=pause)
        event = _event(kind, attempt, moment, str(number))
        if event is None or type(event) not in TABLE[attempt.state]:
            continue
        result = step(attempt, event, SCENARIO)
        assert [e.number for e in result.entries()] == list(
            range(logged, logged + len(result.entries()))
        )
        logged += len(result.entries())
        attempt = result.attempt
    _assert_whole(attempt)


def _event(kind: str, attempt: Attempt, moment: datetime, key: str) -> Event | None:
    match kind:
        case "say":
            return Spoke(moment, key, "words")
        case "reply":
            return reply(attempt, moment) if attempt.state is CallState.OWING else None
        case "wait":
            return Elapsed(moment)
        case "write":
            return Wrote(moment)
        case "back":
            return CameBack(moment)
    return HungUp(moment)


def _assert_whole(attempt: Attempt) -> None:
    numbers = [turn.number for turn in attempt.turns]
    assert numbers == list(range(len(numbers)))
    moments = [turn.at for turn in attempt.turns]
    assert moments == sorted(moments)
    assert (attempt.owed is not None) == (attempt.state is CallState.OWING)
    assert (attempt.ended is not None) == (attempt.state is CallState.ENDED)
    assert (attempt.silent_since is not None) <= (attempt.state is CallState.LISTENING)
    last: Turn | None = attempt.turns[-1] if attempt.turns else None
    if attempt.state is CallState.LISTENING:
        assert last is not None
        assert last.speaker is Speaker.CUSTOMER
