"""A coach's review as it was sent in: made a command, or told what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from bots.slack.modals.parts import Answers, Errors, carried
from core.commands import GiveReview
from core.messages import CriterionScore
from core.review import Adjustment, NextStep
from core.scoring import Verdict
from core.views import AttemptPage

VERDICT, WORDS, STEP, MEET, SCENARIO = "verdict", "words", "step", "meet", "scenario"
UNSCORED = "none"
MOST = 28
"""Criteria that one form has room for; a rubric has at most 20."""
VERDICTS = frozenset({Verdict.PASSED, Verdict.CONDITIONAL, Verdict.FAILED})
"""Those that a coach may give."""
_SEEN = "the trainee sees both scores and your reason."


def score_block(number: int) -> str:
    """Where the score of this criterion of the run is asked for, from 0."""
    return f"score:{number}"


def reason_block(number: int) -> str:
    """Where the reason for it is asked for."""
    return f"reason:{number}"


def read(view: Mapping[str, Any], found: AttemptPage, now: datetime) -> GiveReview | Errors:
    """Return the review that was sent in, or what is wrong with it."""
    answers, run = Answers.of(view), found.runs[-1]
    if carried(view).get("run") != run.id:
        return {VERDICT: "This call was scored anew meanwhile. Please open the review once more."}
    criteria = run.criteria[:MOST]
    errors = {
        reason_block(number): wrong
        for number, criterion in enumerate(criteria)
        if (wrong := _wrong(criterion, answers, number))
    }
    errors |= _missing(answers, now)
    if errors:
        return errors
    step = NextStep(answers.choice(STEP))
    return GiveReview(
        found.attempt.id,
        Verdict(answers.choice(VERDICT)),
        answers.text(WORDS),
        tuple(_adjustments(criteria, answers)),
        step,
        answers.choice(SCENARIO) if step is NextStep.REMEDIAL else "",
        answers.moment(MEET) if step is NextStep.ONE_TO_ONE else None,
    )


def _wrong(criterion: CriterionScore, answers: Answers, number: int) -> str:
    was = str(criterion.score or UNSCORED)
    now = answers.choice(score_block(number)) or was
    reason = answers.text(reason_block(number))
    if now != was and not reason:
        from_ = "" if criterion.score is None else f" and not {was}"
        return f"Why {now}{from_}? A line will do: {_SEEN}"
    if now == was and reason:
        return "You gave a reason and kept the score. Change the score, or empty this line."
    return ""


def _missing(answers: Answers, now: datetime) -> Errors:
    errors = {}
    if answers.choice(VERDICT) not in VERDICTS:
        errors[VERDICT] = "Pass, conditional pass, or not yet? Choose one."
    step, meet = answers.choice(STEP), answers.moment(MEET)
    if step not in set(NextStep):
        errors[STEP] = "Choose what comes next, if only “Nothing more”."
    if step == NextStep.REMEDIAL and not answers.choice(SCENARIO):
        where = SCENARIO if answers.asked(SCENARIO) else STEP
        errors[where] = "Choose which scenario it should be."
    if step == NextStep.ONE_TO_ONE and meet and meet <= now:
        errors[MEET] = "This moment has passed. Choose a later one, or none."
    return errors


def _adjustments(criteria: Sequence[CriterionScore], answers: Answers) -> Iterator[Adjustment]:
    for number, criterion in enumerate(criteria):
        score = answers.choice(score_block(number))
        if score.isdecimal() and int(score) != criterion.score:
            yield Adjustment(criterion.id, int(score), answers.text(reason_block(number)))
