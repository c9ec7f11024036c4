"""A coach's review in Teams: what it begins with, what is sent in, and what is wrong with it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from bots.teams.dialogs import review
from bots.teams.dialogs.reading import read
from core.commands import GiveReview
from core.review import Adjustment, NextStep, Review
from core.scoring import Verdict
from core.views import AttemptPage
from scenarios.library import FolderLibrary
from tests.samples import scenario
from tests.unit.bots.slack.held import EMPATHY, HOUR, NOW, RESOLUTION, criterion, page, run
from tests.unit.bots.teams.dialog_filled import TZ, accepted, choices, inputs, sent, words_of

LIBRARY = list(FolderLibrary().all())
FOUND = page()
LAST = Review(
    "v1",
    "t1",
    "r1",
    "U0CLEO001",
    NOW,
    Verdict.CONDITIONAL,
    "Nearly there.",
    (Adjustment("empathy", 2, "No apology."),),
    NextStep.REMEDIAL,
    "late-parcel",
)
LONG = "🦊" * 4000


def give(filled: dict[str, Any], found: AttemptPage = FOUND) -> GiveReview | dict[str, str]:
    """Fill the form in and send it; a form with mistakes must come back, and tell them."""
    data = sent(accepted(review.dialog(found, LIBRARY, tz=TZ)), filled)
    answers = read(data, TZ)
    result = review.read(answers, data, found, NOW)
    if isinstance(result, dict):
        again = accepted(review.dialog(found, LIBRARY, errors=result, answers=answers, tz=TZ))
        assert all(f"⚠ {words}" in words_of(again) for words in result.values())
        assert read(sent(again), TZ) == answers
    return result


def test_it_begins_with_the_ais_scores_and_verdict() -> None:
    dialog = accepted(review.dialog(FOUND, LIBRARY))
    answers = read(sent(dialog), TZ)

    assert [answers.choice(f) for f in ("score:0", "score:1", "verdict", "step")] == [
        "4",
        "2",
        "pass",
        "none",
    ]
    assert "Empathy (AI: 4)" in words_of(dialog)
    assert "About Empathy." in words_of(dialog)


def test_it_begins_with_the_last_review_but_gives_nothing_twice() -> None:
    dialog = accepted(review.dialog(page(reviews=(LAST,)), LIBRARY))
    answers = read(sent(dialog), TZ)

    assert (answers.choice("score:0"), answers.text("reason:0")) == ("2", "No apology.")
    assert (answers.choice("verdict"), answers.text("words")) == ("conditional", "Nearly there.")
    assert (answers.choice("step"), answers.choice("scenario")) == ("none", "")
    assert "Last time: another scenario." in words_of(dialog)


def test_agreeing_with_everything_is_a_review() -> None:
    assert give({}) == GiveReview("t1", Verdict.PASSED)


def test_scores_that_were_changed_are_adjustments() -> None:
    given = give(
        {"score:1": "5", "reason:1": " It was solved. ", "verdict": "conditional", "words": "Good."}
    )

    adjusted = (Adjustment("resolution", 5, "It was solved."),)
    assert given == GiveReview("t1", Verdict.CONDITIONAL, "Good.", adjusted)


def test_a_changed_score_needs_a_reason_and_a_reason_a_changed_score() -> None:
    assert give({"score:0": "1", "reason:1": "Too kind."}) == {
        "reason:0": "Why 1 and not 4? A line will do: the trainee sees both scores and your "
        "reason.",
        "reason:1": "You gave a reason and kept the score. Change the score, or empty this line.",
    }


def test_a_score_that_was_never_offered_counts_for_nothing() -> None:
    data = sent(review.dialog(FOUND, LIBRARY)) | {"score:0": "9"}

    assert review.read(read(data, TZ), data, FOUND, NOW) == GiveReview("t1", Verdict.PASSED)


def test_an_unscored_criterion_may_be_scored_or_left() -> None:
    found = page(runs=(run(criterion("Empathy", None), RESOLUTION),))

    assert give({}, found) == GiveReview("t1", Verdict.PASSED)
    given = give({"score:0": "3", "reason:0": "I heard it."}, found)
    assert given == GiveReview("t1", Verdict.PASSED, "", (Adjustment("empathy", 3, "I heard it."),))


def test_what_only_a_step_needs_says_so() -> None:
    words = words_of(accepted(review.dialog(FOUND, LIBRARY, tz=TZ)))

    assert "Only for a 1:1. Without one, you find a moment together." in words
    assert "Your clock: Europe/Berlin." in words
    assert "Only where another scenario comes next." in words


def test_a_one_to_one_may_have_a_moment_by_ones_own_clock() -> None:
    later = NOW + HOUR

    given = give({"step": "one_to_one", "meet": later})

    assert given == GiveReview("t1", Verdict.PASSED, next_step=NextStep.ONE_TO_ONE, meet_at=later)
    assert isinstance(give({"step": "one_to_one"}), GiveReview)


def test_another_scenario_is_chosen_from_the_library() -> None:
    given = give({"step": "remedial", "scenario": "late-parcel"})

    assert given == GiveReview(
        "t1", Verdict.PASSED, next_step=NextStep.REMEDIAL, scenario="late-parcel"
    )


@pytest.mark.parametrize(
    ("filled", "field", "words"),
    [
        ({"step": "remedial"}, "scenario", "Choose which scenario it should be."),
        (
            {"step": "one_to_one", "meet": NOW - HOUR},
            "meet",
            "This moment has passed. Choose a later one, or none.",
        ),
        (
            {"step": "one_to_one", "meet.day": "2026-05-01"},
            "meet",
            "Choose a day and a time, or neither.",
        ),
        ({"verdict": None}, "verdict", "Pass, conditional pass, or not yet? Choose one."),
        ({"step": None}, "step", "Choose what comes next, if only “Nothing more”."),
        (
            {"scenario": "late-parcel"},
            "scenario",
            "You chose a scenario. Choose “Another scenario” above, or none here.",
        ),
        (
            {"step": "new_attempt", "meet": NOW + HOUR},
            "meet",
            "You chose a moment. Choose “A 1:1 with you” above, or empty this.",
        ),
    ],
)
def test_what_is_wrong_is_said_beside_it(filled: dict[str, Any], field: str, words: str) -> None:
    assert give(filled) == {field: words}


def test_a_verdict_that_no_coach_gives_is_not_chosen_at_first() -> None:
    unscored = page(runs=(run(EMPATHY, verdict=Verdict.UNSCORED),))

    assert "value" not in inputs(accepted(review.dialog(unscored, LIBRARY)))["verdict"]
    assert give({}, unscored) == {"verdict": "Pass, conditional pass, or not yet? Choose one."}


def test_a_form_for_older_scores_is_not_taken() -> None:
    data = sent(review.dialog(FOUND, LIBRARY))
    newer = page(runs=(*FOUND.runs, replace(FOUND.runs[0], id="r2")))

    assert review.read(read(data, TZ), data, newer, NOW) == {
        "verdict": "This call was scored anew meanwhile. Please open the review once more."
    }


def test_without_scenarios_there_is_none_to_choose() -> None:
    dialog = accepted(review.dialog(FOUND, []))
    data = sent(dialog, {"step": "remedial"})

    assert "scenario" not in inputs(dialog)
    assert review.read(read(data, TZ), data, FOUND, NOW) == {
        "step": "Choose which scenario it should be."
    }


@pytest.mark.parametrize("words", ["C" * 140, LONG, '"\\' * 2000])
def test_twenty_criteria_fit_with_the_longest_words_in_any_script(words: str) -> None:
    scores = [
        replace(criterion("C", 3), id=f"c{n}", name=words, rationale=words) for n in range(20)
    ]
    own = tuple(Adjustment(f"c{n}", 1, words[:300]) for n in range(20))
    last = replace(LAST, words=words[:3000], adjustments=own)
    many = [replace(scenario(), id=f"s{n}", title=words[:120]) for n in range(900)]

    dialog = accepted(review.dialog(page(runs=(run(*scores),), reviews=(last,)), many))

    asked = inputs(dialog)
    assert sum(name.startswith("score:") for name in asked) == 20
    assert asked["reason:19"]["value"] == words[:300]
    assert asked["words"]["value"] == words[:3000]
    assert len(choices(asked["scenario"])) > 1


def test_rationales_are_whole_where_there_is_room() -> None:
    found = page(runs=(run(replace(EMPATHY, rationale="Because. " * 60)),))

    assert "Because. " * 59 in words_of(accepted(review.dialog(found, LIBRARY)))


def test_a_call_without_a_score_is_not_reviewed_yet() -> None:
    dialog = accepted(review.dialog(page(runs=()), LIBRARY))

    assert words_of(dialog) == "This call has no score yet. Review it when it has one."
