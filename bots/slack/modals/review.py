"""A coach's review: scores, verdict, words and a next step."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from slack_sdk.models.blocks import (
    Block,
    DateTimePickerElement,
    RadioButtonsElement,
    StaticSelectElement,
)

from bots.chat.forms import review
from bots.chat.forms import review_questions as form
from bots.chat.forms.answers import Errors
from bots.chat.forms.questions import by_category
from bots.chat.forms.review_questions import (
    MEET,
    QUESTIONS,
    SCENARIO,
    STEP,
    VERDICT,
    WORDS,
    Start,
    reason_field,
    score_field,
)
from bots.slack.blocks import context, header
from bots.slack.inputs import select, text_input
from bots.slack.modals.notice import notice
from bots.slack.modals.parts import View, answers, asking, carried, choosable, chosen, menu, modal
from bots.slack.names import Action, Modal
from core.commands import GiveReview
from core.messages import CriterionScore
from core.review import NextStep
from core.scenario import Scenario
from core.views import AttemptPage


def view(found: AttemptPage, scenarios: Sequence[Scenario], step: NextStep = NextStep.NONE) -> View:
    """Return the form for an attempt that has a score run.

    `step` is the next step chosen so far: choosing another asks for the form anew, in which
    Slack keeps what was filled in.
    """
    if not found.runs:
        return notice(form.TITLE, *form.NO_SCORE)
    start, run = Start.of(found), found.runs[-1]
    words = text_input(WORDS, initial=start.words, lines=True, most=form.WORDS_FIT)
    blocks: list[Block] = [
        header(found.scenario.title),
        *context(form.intro(found)),
        *[
            block
            for number, criterion in enumerate(run.criteria[: form.MOST])
            for block in _criterion(number, criterion, start)
        ],
        asking(QUESTIONS[VERDICT], VERDICT, _verdict(start)),
        asking(QUESTIONS[WORDS], WORDS, words),
        *_next_step(step, start, scenarios),
    ]
    about = {"attempt": found.attempt.id, "run": run.id}
    return modal(form.TITLE, blocks, sends=Modal.REVIEW, submit=form.SUBMIT, about=about)


def step_of(action: Mapping[str, Any]) -> NextStep:
    """Return the next step that was chosen in the form."""
    value = (action.get("selected_option") or {}).get("value")
    return NextStep(value) if value in set(NextStep) else NextStep.NONE


def _criterion(number: int, criterion: CriterionScore, start: Start) -> list[Block]:
    score, reason = score_field(number), reason_field(number)
    choices = [choosable(choice) for choice in form.scores(criterion)]
    first = chosen(choices, start.score(criterion))
    why = text_input(reason, initial=start.reason(criterion), most=form.REASON_FITS)
    return [
        asking(form.score_question(criterion), score, select(score, choices, first)),
        asking(form.REASON, reason, why),
    ]


def _verdict(start: Start) -> RadioButtonsElement:
    choices = [choosable(choice) for choice in form.VERDICTS]
    first = chosen(choices, start.verdict)
    return RadioButtonsElement(action_id=VERDICT, options=choices, initial_option=first)


def _next_step(step: NextStep, start: Start, scenarios: Sequence[Scenario]) -> Iterator[Block]:
    choices = [choosable(choice) for choice in form.STEPS]
    element = select(Action.NEXT_STEP, choices, chosen(choices, step))
    yield asking(form.step_question(start), STEP, element, dispatch=True)
    if step is NextStep.ONE_TO_ONE:
        yield asking(QUESTIONS[MEET], MEET, DateTimePickerElement(action_id=MEET))
    groups = menu(by_category(scenarios))
    if step is NextStep.REMEDIAL and groups:
        scenario = StaticSelectElement(action_id=SCENARIO, option_groups=groups)
        yield asking(QUESTIONS[SCENARIO], SCENARIO, scenario)


def read(view: Mapping[str, Any], found: AttemptPage, now: datetime) -> GiveReview | Errors:
    """Return the review that was sent in, or what is wrong with it."""
    return review.read(answers(view), found, carried(view).get("run", ""), now)
