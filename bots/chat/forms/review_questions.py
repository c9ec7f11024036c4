"""What a coach's review asks: scores, verdict, words and a next step."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bots.chat.forms.questions import Choice, Question
from bots.chat.texts import fit
from core.messages import CriterionScore
from core.review import Adjustment, NextStep
from core.scoring import Verdict
from core.views import AttemptPage

TITLE, SUBMIT = "Review", "Send review"
VERDICT, WORDS, STEP, MEET, SCENARIO = "verdict", "words", "step", "meet", "scenario"
MOST = 28
"""Criteria that one form has room for; a rubric has at most 20."""
REASON_FITS, WORDS_FIT = 300, 3000
NO_SCORE = ("This call has no score yet.", "Review it when it has one.")
UNSCORED = "none"
# Twenty of them, and a menu of scenarios, share what a form may hold.
_NAME_FITS, _RATIONALE_FITS = 120, 600
QUESTIONS = {
    VERDICT: Question("Verdict", missing="Pass, conditional pass, or not yet? Choose one."),
    WORDS: Question("Overall", "What went well, and the one thing to work on next."),
    STEP: Question("Next step", missing="Choose what comes next, if only “Nothing more”."),
    MEET: Question("When", "Without one, you find a moment together. Times are your own."),
    SCENARIO: Question("Which scenario", missing="Choose which scenario it should be."),
}
REASON = Question("Why, if you change it")
VERDICTS = (
    Choice("Pass", Verdict.PASSED),
    Choice("Conditional pass", Verdict.CONDITIONAL, "Passed, once what you ask for below is done"),
    Choice("Not passed yet", Verdict.FAILED),
)
"""Those that a coach may give."""
STEPS = (
    Choice("Nothing more", NextStep.NONE),
    Choice("A 1:1 with you", NextStep.ONE_TO_ONE),
    Choice("Another scenario", NextStep.REMEDIAL),
    Choice("One more attempt at this", NextStep.NEW_ATTEMPT),
)
SCORES = tuple(Choice(str(score), str(score)) for score in range(1, 6))


@dataclass(frozen=True, slots=True)
class Start:
    """What stands in the fields at first: the last review's, else the run's own."""

    verdict: str
    words: str
    own: Mapping[str, Adjustment]
    step: NextStep

    @classmethod
    def of(cls, found: AttemptPage) -> Start:
        """Return what the fields begin with."""
        last = found.reviews[-1] if found.reviews else None
        if last is None:
            return cls(found.runs[-1].verdict.value, "", {}, NextStep.NONE)
        return cls(
            last.verdict.value,
            last.words,
            {a.criterion: a for a in last.adjustments},
            last.next_step,
        )

    def score(self, criterion: CriterionScore) -> str:
        """Return the score that is chosen at first."""
        own = self.own.get(criterion.id)
        return str(own.score if own else criterion.score or UNSCORED)

    def reason(self, criterion: CriterionScore) -> str:
        """Return the reason that stands there at first."""
        own = self.own.get(criterion.id)
        return own.reason if own else ""


def intro(found: AttemptPage) -> str:
    """Return what the form says first."""
    return f"{found.trainee.name} sees your review where the call was held."


def score_field(number: int) -> str:
    """Where the score of this criterion of the run is asked for, from 0."""
    return f"score:{number}"


def reason_field(number: int) -> str:
    """Where the reason for it is asked for."""
    return f"reason:{number}"


def score_question(criterion: CriterionScore) -> Question:
    """Return what is asked about a criterion."""
    ai = "not scored" if criterion.score is None else str(criterion.score)
    return Question(
        f"{fit(criterion.name, _NAME_FITS)} (AI: {ai})",
        fit(criterion.rationale or criterion.reason, _RATIONALE_FITS),
        missing="Choose a score.",
    )


def scores(criterion: CriterionScore) -> tuple[Choice, ...]:
    """Return the scores to choose from; what the AI left unscored may stay so."""
    leave = (Choice("Leave it unscored", UNSCORED),) if criterion.score is None else ()
    return (*SCORES, *leave)


def step_question(start: Start) -> Question:
    """Return what is asked about the next step, and what it was the last time.

    That one is not chosen at first: sent again, it would be given to the trainee a second time.
    """
    asked = QUESTIONS[STEP]
    if start.step is NextStep.NONE:
        return asked
    given = next(c.words for c in STEPS if c.value == start.step).lower()
    hint = f"Last time: {given}. It has been arranged already."
    return Question(asked.label, hint, asked.missing)
