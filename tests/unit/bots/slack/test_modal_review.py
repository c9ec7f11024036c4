"""A coach's review: what the form begins with, what is sent in, and what is wrong with it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from bots.slack.modals import review
from core.commands import GiveReview
from core.review import Adjustment, NextStep, Review
from core.scenario import Scenario
from core.scoring import Verdict
from core.views import AttemptPage
from scenarios.library import FolderLibrary
from tests.samples import scenario
from tests.unit.bots.slack.filled import accepted, chosen_at_first, inputs, options, sent, words_of
from tests.unit.bots.slack.held import EMPATHY, HOUR, NOW, RESOLUTION, criterion, page, run

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


def read(
    answers: dict[str, Any], step: NextStep = NextStep.NONE, found: AttemptPage = FOUND
) -> GiveReview | dict[str, str]:
    """Fill the form in, send it, and read it; an error stands where Slack can show it."""
    view = accepted(review.view(found, LIBRARY, step))
    result = review.read(sent(view, answers), found, NOW)
    if isinstance(result, dict):
        assert set(result) <= set(inputs(view))
    return result


def test_it_begins_with_the_ais_scores_and_verdict() -> None:
    view = accepted(review.view(FOUND, LIBRARY))

    assert chosen_at_first(view) == {
        "score:0": "4",
        "score:1": "2",
        "verdict": "pass",
        "step": "none",
    }
    assert "Empathy (AI: 4)" in words_of(view["blocks"])
    assert "About Empathy." in words_of(view["blocks"])


def test_it_begins_with_the_last_review_but_gives_nothing_twice() -> None:
    view = accepted(review.view(page(reviews=(LAST,)), LIBRARY))

    assert chosen_at_first(view) == {
        "score:0": "2",
        "reason:0": "No apology.",
        "score:1": "2",
        "verdict": "conditional",
        "words": "Nearly there.",
        "step": "none",
    }
    assert "Last time: another scenario." in words_of(view["blocks"])


def test_agreeing_with_everything_is_a_review() -> None:
    assert read({}) == GiveReview("t1", Verdict.PASSED)


def test_scores_that_were_changed_are_adjustments() -> None:
    given = read(
        {
            "score:1": "5",
            "reason:1": " It was solved. ",
            "verdict": "conditional",
            "words": "Well done.",
        }
    )

    adjusted = (Adjustment("resolution", 5, "It was solved."),)
    assert given == GiveReview("t1", Verdict.CONDITIONAL, "Well done.", adjusted)


def test_a_changed_score_needs_a_reason() -> None:
    assert read({"score:0": "1"}) == {
        "reason:0": "Why 1 and not 4? A line will do: the trainee sees both scores and your reason."
    }


def test_a_reason_for_an_unchanged_score_is_not_lost_silently() -> None:
    assert read({"reason:0": "Too kind."}) == {
        "reason:0": "You gave a reason and kept the score. Change the score, or empty this line."
    }


def test_an_unscored_criterion_may_be_scored_or_left() -> None:
    found = page(runs=(run(criterion("Empathy", None), RESOLUTION),))

    assert read({}, found=found) == GiveReview("t1", Verdict.PASSED)
    given = read({"score:0": "3", "reason:0": "I heard it."}, found=found)
    assert given == GiveReview("t1", Verdict.PASSED, "", (Adjustment("empathy", 3, "I heard it."),))
    assert read({"score:0": "3"}, found=found) == {
        "reason:0": "Why 3? A line will do: the trainee sees both scores and your reason."
    }


def test_a_one_to_one_may_have_a_moment() -> None:
    later = NOW + HOUR

    given = read({"step": "one_to_one", "meet": later}, NextStep.ONE_TO_ONE)

    assert given == GiveReview("t1", Verdict.PASSED, next_step=NextStep.ONE_TO_ONE, meet_at=later)
    assert isinstance(read({}, NextStep.ONE_TO_ONE), GiveReview)


def test_a_one_to_one_is_not_in_the_past() -> None:
    assert read({"meet": NOW - HOUR}, NextStep.ONE_TO_ONE) == {
        "meet": "This moment has passed. Choose a later one, or none."
    }


def test_another_scenario_is_chosen_from_the_library() -> None:
    given = read({"scenario": "late-parcel"}, NextStep.REMEDIAL)

    assert given == GiveReview(
        "t1", Verdict.PASSED, next_step=NextStep.REMEDIAL, scenario="late-parcel"
    )
    assert read({}, NextStep.REMEDIAL) == {"scenario": "Choose which scenario it should be."}


def test_a_form_that_has_not_asked_for_the_scenario_yet_says_so_at_the_step() -> None:
    assert read({"step": "remedial"}) == {"step": "Choose which scenario it should be."}


def test_one_more_attempt_needs_nothing_else() -> None:
    given = read({"step": "new_attempt"})

    assert given == GiveReview("t1", Verdict.PASSED, next_step=NextStep.NEW_ATTEMPT)


def test_without_a_verdict_or_step_nothing_is_kept() -> None:
    unscored = page(runs=(run(EMPATHY, verdict=Verdict.UNSCORED),))

    errors = read({"step": None}, found=unscored)

    assert errors == {
        "verdict": "Pass, conditional pass, or not yet? Choose one.",
        "step": "Choose what comes next, if only “Nothing more”.",
    }


def test_a_form_for_older_scores_is_not_taken() -> None:
    view = sent(review.view(FOUND, LIBRARY))
    newer = page(runs=(*FOUND.runs, replace(FOUND.runs[0], id="r2")))

    errors = review.read(view, newer, NOW)

    assert errors == {
        "verdict": "This call was scored anew meanwhile. Please open the review once more."
    }


def test_all_errors_are_told_at_once() -> None:
    errors = read({"score:0": "1", "reason:1": "Hm", "meet": NOW}, NextStep.ONE_TO_ONE)

    assert isinstance(errors, dict)
    assert set(errors) == {"reason:0", "reason:1", "meet"}


@pytest.mark.parametrize("step", list(NextStep))
def test_twenty_criteria_fit_whatever_comes_next(step: NextStep) -> None:
    criteria = [replace(criterion("C" * 140, 3), id=f"c{n}") for n in range(20)]

    view = accepted(review.view(page(runs=(run(*criteria),)), LIBRARY, step))

    assert sum(block.startswith("score:") for block in inputs(view)) == 20


def test_the_longest_words_in_any_script_fit() -> None:
    long = "🦊" * 4000
    criteria = [
        replace(criterion("C", 3), id=f"c{n}", name=long, rationale=long) for n in range(20)
    ]
    own = tuple(Adjustment(f"c{n}", 1, long[:300]) for n in range(20))
    last = replace(LAST, words=long[:3000], adjustments=own)
    library = [replace(_numbered(n), title="T" * 120) for n in range(900)]

    found = page(runs=(run(*criteria),), reviews=(last,))

    assert accepted(review.view(found, library, NextStep.REMEDIAL))


def test_any_number_of_scenarios_fits_and_each_is_in_its_category() -> None:
    many = [_numbered(n) for n in range(320)]

    element = inputs(accepted(review.view(FOUND, many, NextStep.REMEDIAL)))["scenario"]

    assert [g["label"]["text"] for g in element["option_groups"]] == [
        "Sales",
        "Sales (101 on)",
        "Support",
        "Support (101 on)",
    ]
    assert len(options(element)) == 320


def _numbered(number: int) -> Scenario:
    category = "sales" if number % 2 else "support"
    return replace(scenario(), id=f"s{number}", title=f"Scenario {number}", category=category)


def test_the_step_that_was_chosen_is_read_from_the_action() -> None:
    chosen = {"selected_option": {"value": "one_to_one"}}

    assert review.step_of(chosen) is NextStep.ONE_TO_ONE
    assert review.step_of({}) is NextStep.NONE


def test_a_call_without_a_score_is_not_reviewed_yet() -> None:
    view = accepted(review.view(page(runs=()), LIBRARY))

    assert words_of(view["blocks"]) == "This call has no score yet. Review it when it has one."
