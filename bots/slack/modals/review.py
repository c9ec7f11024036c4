"""A coach's review: scores, verdict, words and a next step."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from slack_sdk.models.blocks import (
    Block,
    DateTimePickerElement,
    RadioButtonsElement,
    StaticSelectElement,
)

from bots.chat.texts import fit
from bots.slack.blocks import context, header
from bots.slack.inputs import question, select, text_input
from bots.slack.modals.notice import notice
from bots.slack.modals.parts import (
    View,
    choosable,
    chosen,
    modal,
    scenario_menu,
)
from bots.slack.modals.review_answers import (
    MEET,
    MOST,
    SCENARIO,
    STEP,
    UNSCORED,
    VERDICT,
    WORDS,
    read,
    reason_block,
    score_block,
)
from bots.slack.names import Action, Modal
from core.messages import CriterionScore
from core.review import Adjustment, NextStep
from core.scenario import Scenario
from core.scoring import Verdict
from core.views import AttemptPage

_REASON_FITS, _WORDS_FIT = 300, 3000
# Twenty of them, and a menu of scenarios, share the 250 kB of a view.
_NAME_FITS, _RATIONALE_FITS = 120, 600
__all__ = ["read", "step_of", "view"]

_VERDICTS = (
    (Verdict.PASSED, "Pass", ""),
    (Verdict.CONDITIONAL, "Conditional pass", "Passed, once what you ask for below is done"),
    (Verdict.FAILED, "Not passed yet", ""),
)
_STEPS = (
    (NextStep.NONE, "Nothing more"),
    (NextStep.ONE_TO_ONE, "A 1:1 with you"),
    (NextStep.REMEDIAL, "Another scenario"),
    (NextStep.NEW_ATTEMPT, "One more attempt at this"),
)


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


def view(found: AttemptPage, scenarios: Sequence[Scenario], step: NextStep = NextStep.NONE) -> View:
    """Return the form for an attempt that has a score run.

    `step` is the next step chosen so far: choosing another asks for the form anew, in which
    Slack keeps what was filled in.
    """
    if not found.runs:
        return notice("Review", "This call has no score yet.", "Review it when it has one.")
    start, run = Start.of(found), found.runs[-1]
    blocks: list[Block] = [
        header(found.scenario.title),
        *context(f"{found.trainee.name} sees your review in the thread of the call."),
        *[
            block
            for number, criterion in enumerate(run.criteria[:MOST])
            for block in _criterion(number, criterion, start.own.get(criterion.id))
        ],
        question("Verdict", _verdict(start), block=VERDICT),
        question(
            "Overall",
            text_input(WORDS, initial=start.words, lines=True, most=_WORDS_FIT),
            block=WORDS,
            optional=True,
            hint="What went well, and the one thing to work on next.",
        ),
        *_next_step(step, start, scenarios),
    ]
    about = {"attempt": found.attempt.id, "run": run.id}
    return modal("Review", blocks, sends=Modal.REVIEW, submit="Send review", about=about)


def step_of(action: Mapping[str, Any]) -> NextStep:
    """Return the next step that was chosen in the form."""
    value = (action.get("selected_option") or {}).get("value")
    return NextStep(value) if value in set(NextStep) else NextStep.NONE


def _criterion(number: int, criterion: CriterionScore, own: Adjustment | None) -> list[Block]:
    score = criterion.score
    ai = "not scored" if score is None else str(score)
    choices = [choosable(str(n), str(n)) for n in range(1, 6)]
    if score is None:
        choices.append(choosable("Leave it unscored", UNSCORED))
    first = chosen(choices, str(own.score if own else score or UNSCORED))
    return [
        question(
            f"{fit(criterion.name, _NAME_FITS)} (AI: {ai})",
            select(score_block(number), choices, first),
            block=score_block(number),
            hint=fit(criterion.rationale or criterion.reason, _RATIONALE_FITS),
        ),
        question(
            "Why, if you change it",
            text_input(reason_block(number), initial=own.reason if own else "", most=_REASON_FITS),
            block=reason_block(number),
            optional=True,
        ),
    ]


def _verdict(start: Start) -> RadioButtonsElement:
    choices = [choosable(words, verdict.value, more) for verdict, words, more in _VERDICTS]
    first = chosen(choices, start.verdict)
    return RadioButtonsElement(action_id=VERDICT, options=choices, initial_option=first)


def _next_step(step: NextStep, start: Start, scenarios: Sequence[Scenario]) -> Iterator[Block]:
    choices = [choosable(words, step.value) for step, words in _STEPS]
    # Not the last review's: sent again, it would be given to the trainee a second time.
    given = dict(_STEPS)[start.step].lower() if start.step is not NextStep.NONE else ""
    hint = f"Last time: {given}. It has been arranged already." if given else ""
    element = select(Action.NEXT_STEP, choices, chosen(choices, step))
    yield question("Next step", element, block=STEP, hint=hint, dispatch=True)
    if step is NextStep.ONE_TO_ONE:
        when = DateTimePickerElement(action_id=MEET)
        hint = "Without one, you find a moment together. Times are your own."
        yield question("When", when, block=MEET, optional=True, hint=hint)
    groups = scenario_menu(scenarios)
    if step is NextStep.REMEDIAL and groups:
        menu = StaticSelectElement(action_id=SCENARIO, option_groups=groups)
        yield question("Which scenario", menu, block=SCENARIO)
