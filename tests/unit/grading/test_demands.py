"""What a call demands, and what it does not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from core.scenario import Outcome
from grading.context import Context, Doubt, Reply, Wanted
from grading.demanded import demanded, required
from grading.embedded.better import acknowledge, commit
from grading.embedded.judge import EmbeddedJudge
from grading.judges import Judgement
from grading.rubric import Check, Rubric
from scenarios.loader import load_rubric
from tests.unit.grading.calls import NoVectors, call, criterion

JUDGE = EmbeddedJudge(NoVectors())
WORDS = "Calls may be recorded for training."
CALL = call(
    "I'd like to leave, please.",
    f"Of course. {WORDS} May I ask what made you decide?",
    "I'm moving.",
    "I've cancelled it as of today, and I'll write to you by Friday.",
)
ASKED = Wanted("reason", "May I ask why you're leaving?", asks=True, met=True)
PLAYED = Context(
    brief="Let people go kindly.",
    outcome=Outcome.GOOD,
    ending="She left content.",
    hung_up=True,
    replies=(Reply(0, (("open", ""),)), Reply(2, (("tell", "reason"),), gained=1)),
)


def judged(name: str, context: Context) -> Judgement:
    return JUDGE.score(criterion(name), CALL, context)


def test_a_sentence_quoted_as_word_for_word_is_required() -> None:
    text = f"## 3. Wording\nSay this **word for word**:\n\n> **{WORDS}**\n\n> A mere quote.\n"
    assert required(text) == [WORDS]
    assert required("> A quote that nobody has to say.") == []


def test_a_phrase_of_a_check_is_demanded_once() -> None:
    rubric = Rubric(
        "r", "R", 3.0, (), (Check("c", "C", phrase=WORDS), Check("d", "D", phrase=WORDS))
    )
    assert demanded(rubric) == (WORDS,)


def test_a_mandatory_check_of_a_file_is_mandatory() -> None:
    checks = Rubric.of(load_rubric("regulated")).checks
    assert [check.id for check in checks if check.mandatory] == ["disclosure"]


def test_compliance_looks_for_the_phrases_of_the_checks() -> None:
    assert judged("compliance", replace(PLAYED, phrases=(WORDS,))).score == 5
    missing = judged("compliance", replace(PLAYED, phrases=("You have fourteen days to return.",)))
    assert missing.score == 2
    assert "fourteen days" in missing.better


def test_where_nothing_is_demanded_nothing_is_missed() -> None:
    found = judged("compliance", PLAYED)
    assert found.score == 4
    assert "no rule broken" in found.rationale


def test_a_question_that_belongs_to_it_is_missed_in_its_own_words() -> None:
    left = Wanted("alarm", "Does anyone rely on the line?", asks=True, met=False)
    found = judged("compliance", replace(PLAYED, steps=(ASKED, left)))
    assert found.score == 3
    assert left.example in found.rationale


def test_a_bad_end_breaks_a_rule() -> None:
    found = judged("compliance", replace(PLAYED, outcome=Outcome.BAD, ending="She was held back."))
    assert (found.score, "she was held back" in found.rationale) == (1, True)


@pytest.mark.parametrize(
    ("outcome", "score"), [(Outcome.GOOD, 5), (Outcome.NEUTRAL, 4), (Outcome.BAD, 1)]
)
def test_resolution_follows_how_the_call_ended(outcome: Outcome, score: int) -> None:
    assert judged("resolution", replace(PLAYED, outcome=outcome)).score == score


def test_a_doubt_left_open_is_named_in_the_customers_words() -> None:
    doubt = Doubt("And what about my credit?", raised=True, resolved=False)
    found = judged("resolution", replace(PLAYED, doubts=(doubt,), open_doubts=1))
    assert found.score == 4
    assert doubt.words in found.rationale
    assert judged("objections", replace(PLAYED, doubts=(doubt,), open_doubts=1)).score in {1, 2}


def test_asking_again_what_was_told_costs_time() -> None:
    again = Reply(4, (("tell_again", "reason"),))
    once = judged("efficiency", PLAYED).score or 0
    twice = judged("efficiency", replace(PLAYED, replies=(*PLAYED.replies, again)))
    assert (once, twice.score) == (5, 4)
    assert "told already" in twice.rationale


def test_a_call_that_reached_its_goal_is_never_told_that_it_led_nowhere() -> None:
    short = call("Cancel it, please.", "Done.", "Thank you.")
    found = JUDGE.score(criterion("efficiency"), short, PLAYED)
    assert "no step" not in found.rationale
    assert (found.score or 0) >= 4


def test_a_goodbye_is_not_asked_for_once_the_customer_hung_up() -> None:
    assert judged("closing", PLAYED).score is None


def test_a_better_wording_fits_a_customer_who_is_not_upset() -> None:
    happy = call("I booked a room for my parents and wanted to see that it's in order!", "Yes.")
    for better in (acknowledge(happy, upset=False), commit(happy)):
        assert "annoying" not in better
        assert "Try" not in better
    figure = call("You've charged me $42.99 twice this month.", "Hm.")
    assert "$42’" not in commit(figure)
