"""Which scores count after a coach's review."""

from __future__ import annotations

from dataclasses import replace

from core.messages import CriterionScore
from core.rehearsal import EPOCH
from core.review import Adjustment, Review, standing
from core.scoring import ScoreRun, Verdict
from tests.records import run

EMPATHY = CriterionScore("empathy", "Empathy", 2, 0.75, "Cold.", minimum=3, before=4)
RESOLUTION = CriterionScore("resolution", "Resolution", None, 0.25, "", reason="No judge.")
RUN = run(overall=2.0, verdict=Verdict.FAILED, criteria=(EMPATHY, RESOLUTION))


def reviewed(*adjustments: Adjustment, verdict: Verdict = Verdict.PASSED) -> Review:
    return Review("v1", "call", "run", "carl", EPOCH, verdict, adjustments=adjustments)


def test_without_a_review_the_run_counts() -> None:
    assert standing(RUN, None) is RUN


def test_a_verdict_alone_leaves_every_score_as_it_was() -> None:
    bare = run(overall=3.5, criteria=())
    assert standing(bare, reviewed(verdict=Verdict.FAILED)) == replace(bare, verdict=Verdict.FAILED)


def test_a_coachs_score_takes_the_place_of_the_other_and_moves_the_mean() -> None:
    found = standing(RUN, reviewed(Adjustment("empathy", 4, "Warm enough.")))
    assert found.criteria == (replace(EMPATHY, score=4), RESOLUTION)
    assert (found.overall, found.verdict) == (4.0, Verdict.PASSED)


def test_a_coach_may_score_what_no_judge_could() -> None:
    found = standing(RUN, reviewed(Adjustment("resolution", 5, "Solved.")))
    assert found.criteria[1] == replace(RESOLUTION, score=5, reason="")
    assert found.overall == 2.75


def test_a_review_of_an_older_run_counts_on_where_the_criteria_are_the_same() -> None:
    again: ScoreRun = replace(RUN, id="later", criteria=(replace(EMPATHY, score=1),))
    adjustments = Adjustment("empathy", 4, "Warm."), Adjustment("gone", 1, "Not any more.")
    assert standing(again, reviewed(*adjustments, verdict=Verdict.CONDITIONAL)) == replace(
        again,
        criteria=(replace(EMPATHY, score=4),),
        overall=4.0,
        verdict=Verdict.CONDITIONAL,
    )
