"""What a call by voice asks of the engine: lines as they were heard, marks, the way back."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from core.attempt import Attempt, CallState, EndReason, ObjectionState, Owed
from core.beats import Act
from core.customer import as_heard, decide
from core.engine import step
from core.events import HungUp, Rejoined, Replied, Sounded, Spoke, Started
from core.reading import Reading
from core.rehearsal import EPOCH, new_attempt
from core.scenario import Mode
from core.speech import MARKS, Mark
from tests.samples import scenario

SCENARIO = scenario()


def at(seconds: float) -> datetime:
    return EPOCH + timedelta(seconds=seconds)


def listening() -> Attempt:
    attempt = step(new_attempt(SCENARIO, seed=1, mode=Mode.VOICE), Started(at(0)), SCENARIO).attempt
    opened = Replied(at(2), decide(attempt, SCENARIO, None), "You charged me twice.", ())
    return step(attempt, opened, SCENARIO).attempt


def owing(key: str = "k1") -> Attempt:
    return step(listening(), Spoke(at(9), key, "What is your email?"), SCENARIO).attempt


ASKED = Reading(asked=("email", "date"))


def test_what_was_not_heard_was_not_told() -> None:
    attempt = owing()
    decision = decide(attempt, SCENARIO, ASKED)
    assert decision.customer.told == ("email", "date")
    heard = as_heard(decision, attempt, SCENARIO, 1)
    assert heard.customer.told == ("email",)
    assert [move.ref for move in heard.beat.moves] == ["email"]


def test_a_line_that_was_heard_whole_is_what_it_was() -> None:
    attempt = owing()
    decision = decide(attempt, SCENARIO, ASKED)
    assert as_heard(decision, attempt, SCENARIO, 2) is decision


def test_an_objection_that_was_not_heard_comes_again() -> None:
    attempt = step(owing(), Spoke(at(11), "k2", "Right."), SCENARIO).attempt
    decision = decide(attempt, SCENARIO, Reading())
    assert Act.OBJECT in [move.act for move in decision.beat.moves]
    heard = as_heard(decision, attempt, SCENARIO, 0)
    assert heard.customer.objection("why").state is ObjectionState.WAITING


def test_a_cut_line_is_a_turn_of_what_was_heard_with_its_marks() -> None:
    attempt = owing()
    marks = (Mark(at(10), "customer_onset"), Mark(at(11), "customer_offset", (("cut", True),)))
    decision = decide(attempt, SCENARIO, ASKED)
    result = step(attempt, Replied(at(11), decision, "It's pat –", (), marks=marks), SCENARIO)
    assert result.attempt.turns[-1].text == "It's pat –"
    logged = {e.kind: dict(e.data) for e in result.entries() if e.kind in MARKS}
    assert logged == {
        "customer_onset": {"turn": 2},
        "customer_offset": {"turn": 2, "cut": True},
    }


def test_marks_of_a_turn_name_it() -> None:
    marks = (Mark(at(8), "trainee_onset"),)
    result = step(listening(), Spoke(at(9), "k", "Hello", marks), SCENARIO)
    entry = next(e for e in result.entries() if e.kind == "trainee_onset")
    assert (entry.at, dict(entry.data)) == (at(8), {"turn": 1})


def test_marks_of_no_turn_are_taken_until_after_the_end() -> None:
    ended = step(listening(), HungUp(at(20)), SCENARIO).attempt
    result = step(ended, Sounded(at(21), (Mark(at(19), "line_lost"),)), SCENARIO)
    assert [e.kind for e in result.entries()] == ["line_lost"]
    assert result.attempt.ended == ended.ended


def test_whoever_comes_back_is_told_that_they_were_lost() -> None:
    attempt = step(listening(), Rejoined(at(60)), SCENARIO).attempt
    assert (attempt.state, attempt.owed) == (CallState.OWING, Owed.LOST)
    decision = decide(attempt, SCENARIO, None)
    assert [move.act for move in decision.beat.moves] == [Act.LOST]
    assert not decision.customer.lost


def test_a_reply_that_is_owed_is_given_after_that() -> None:
    attempt = step(owing(), Rejoined(at(60)), SCENARIO).attempt
    assert attempt.owed is Owed.REPLY
    decision = decide(attempt, SCENARIO, ASKED)
    assert [move.act for move in decision.beat.moves] == [Act.LOST, Act.TELL, Act.TELL]
    replied = Replied(at(62), decision, "I lost you. It's pat.", ())
    assert not step(attempt, replied, SCENARIO).attempt.customer.lost


def test_the_opening_line_is_said_as_it_is() -> None:
    attempt = step(new_attempt(SCENARIO, seed=1, mode=Mode.VOICE), Started(at(0)), SCENARIO).attempt
    attempt = step(attempt, Rejoined(at(30)), SCENARIO).attempt
    assert [move.act for move in decide(attempt, SCENARIO, None).beat.moves] == [Act.OPEN]


def quick() -> Attempt:
    """A trainee who speaks before the customer has said why it calls."""
    attempt = step(new_attempt(SCENARIO, seed=1, mode=Mode.VOICE), Started(at(0)), SCENARIO).attempt
    return step(attempt, Spoke(at(1), "k", "What's your e-mail?"), SCENARIO).attempt


def test_a_question_before_the_opening_is_answered_after_it() -> None:
    decision = decide(quick(), SCENARIO, ASKED)
    assert [move.act for move in decision.beat.moves] == [Act.OPEN, Act.TELL, Act.TELL]
    attempt = step(quick(), Replied(at(2), decision, "Hi. It's pat.", ()), SCENARIO).attempt
    assert len(attempt.customer.told) == 2
    assert attempt.owed is None


def test_of_an_opening_that_was_cut_off_nothing_was_told() -> None:
    decision = decide(quick(), SCENARIO, ASKED)
    assert as_heard(decision, quick(), SCENARIO, 1).customer.told == ()


def test_an_offer_of_help_before_the_opening_is_answered_by_it() -> None:
    decision = decide(quick(), SCENARIO, Reading(asked_unknown=True))
    assert [move.act for move in decision.beat.moves] == [Act.OPEN]


def test_words_said_meanwhile_are_answered_and_not_lost() -> None:
    attempt = step(listening(), Rejoined(at(60)), SCENARIO).attempt
    attempt = step(attempt, Spoke(at(61), "k", "I'm back."), SCENARIO).attempt
    assert attempt.owed is Owed.REPLY


def test_a_last_word_ends_the_call_however_much_of_it_was_heard() -> None:
    state = replace(owing().customer, idle=100)
    attempt = replace(owing(), customer=state)
    decision = decide(attempt, SCENARIO, Reading())
    assert decision.exit == "left_stuck"
    heard = as_heard(decision, attempt, SCENARIO, 0)
    ended = step(attempt, Replied(at(12), heard, "I'm –", ()), SCENARIO).attempt.ended
    assert ended is not None
    assert ended.reason is EndReason.EXIT
