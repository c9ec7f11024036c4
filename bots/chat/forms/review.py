"""A coach's review as it was sent in: made a command, or told what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from bots.chat.forms.answers import Answers, Errors, later
from bots.chat.forms.review_questions import (
    MEET,
    MOST,
    QUESTIONS,
    SCENARIO,
    SCORES,
    STEP,
    UNSCORED,
    VERDICT,
    VERDICTS,
    WORDS,
    reason_field,
    score_field,
)
from core.commands import GiveReview
from core.messages import CriterionScore
from core.review import Adjustment, NextStep
from core.scoring import Verdict
from core.views import AttemptPage

_VALID = frozenset(score.value for score in SCORES)
_SEEN = "the trainee sees both scores and your reason."


def read(answers: Answers, found: AttemptPage, run: str, now: datetime) -> GiveReview | Errors:
    """Return the review that was sent in, or what is wrong. `run` is the one the form was for."""
    if not found.runs or run != found.runs[-1].id:
        return {VERDICT: "This call was scored anew meanwhile. Please open the review once more."}
    criteria = found.runs[-1].criteria[:MOST]
    step = answers.choice(STEP)
    meet, wrong = later(answers, MEET, now) if step == NextStep.ONE_TO_ONE else (None, "")
    errors = _wrong_scores(criteria, answers) | _missing(answers)
    errors |= {MEET: wrong} if wrong else {}
    return errors or GiveReview(
        found.attempt.id,
        Verdict(answers.choice(VERDICT)),
        answers.text(WORDS),
        tuple(_adjustments(criteria, answers)),
        NextStep(step),
        answers.choice(SCENARIO) if step == NextStep.REMEDIAL else "",
        meet,
    )


def _wrong_scores(criteria: Sequence[CriterionScore], answers: Answers) -> Errors:
    return {
        reason_field(number): wrong
        for number, criterion in enumerate(criteria)
        if (wrong := _wrong(criterion, answers, number))
    }


def _wrong(criterion: CriterionScore, answers: Answers, number: int) -> str:
    was = str(criterion.score or UNSCORED)
    now = _score(answers, number) or was
    reason = answers.text(reason_field(number))
    if now != was and not reason:
        from_ = "" if criterion.score is None else f" and not {was}"
        return f"Why {now}{from_}? A line will do: {_SEEN}"
    if now == was and reason:
        return "You gave a reason and kept the score. Change the score, or empty this line."
    return ""


def _score(answers: Answers, number: int) -> str:
    """The score given, "" for none."""
    score = answers.choice(score_field(number))
    return score if score in _VALID else ""


def _missing(answers: Answers) -> Errors:
    errors, step = {}, answers.choice(STEP)
    if answers.choice(VERDICT) not in {verdict.value for verdict in VERDICTS}:
        errors[VERDICT] = QUESTIONS[VERDICT].missing
    if step not in set(NextStep):
        errors[STEP] = QUESTIONS[STEP].missing
    if step == NextStep.REMEDIAL and not answers.choice(SCENARIO):
        errors[SCENARIO if answers.asked(SCENARIO) else STEP] = QUESTIONS[SCENARIO].missing
    return errors


def _adjustments(criteria: Sequence[CriterionScore], answers: Answers) -> Iterator[Adjustment]:
    for number, criterion in enumerate(criteria):
        score = _score(answers, number)
        if score and int(score) != criterion.score:
            yield Adjustment(criterion.id, int(score), answers.text(reason_field(number)))
