"""A coach's review: scores, verdict, words and a next step, all in one form.

A dialog cannot ask again when another step is chosen, so what only some steps need is asked below,
and the hint says for which.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from bots.chat.forms import review
from bots.chat.forms import review_questions as asked
from bots.chat.forms.answers import Answers, Errors
from bots.chat.forms.questions import Question
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
from bots.chat.texts import fit
from bots.teams.dialogs.dialog import Dialog, Sends, form
from bots.teams.dialogs.fields import Asked, Fields
from bots.teams.dialogs.menus import NONE, scenarios_within
from bots.teams.dialogs.notice import notice
from bots.teams.elements import Element, heading, small
from bots.teams.names import Verb
from bots.teams.sizes import ROOM, size
from core.commands import GiveReview
from core.messages import CriterionScore
from core.review import NextStep
from core.scenario import Scenario
from core.views import AttemptPage

_HINTS = (600, 200, 80, 0)
"""Characters of a rationale, the longest that fits."""
_LABEL, _INTRO = 80, 200
_SCENARIOS, _LEAST, _FRAME = 40_000, 8_000, 1_000  # bytes: of all scenarios, and of their field
_MEET = Question("When", f"Only for a 1:1. {QUESTIONS[MEET].hint}")
_SCENARIO = Question("Which scenario", "Only where another scenario comes next.")
_STRAY = {
    SCENARIO: "You chose a scenario. Choose “Another scenario” above, or none here.",
    MEET: "You chose a moment. Choose “A 1:1 with you” above, or empty this.",
}


def dialog(
    found: AttemptPage,
    scenarios: Sequence[Scenario],
    *,
    errors: Errors | None = None,
    answers: Answers | None = None,
    tz: str = "UTC",
) -> Dialog:
    """Return the form for an attempt that has a score run; `tz` is the coach's own clock."""
    if not found.runs:
        return notice(asked.TITLE, *asked.NO_SCORE)
    fields = Fields(errors or {}, answers)
    made = [_form(fields, found, (), tz, hint) for hint in _HINTS]
    rooms = [min(_SCENARIOS, ROOM - _FRAME - size(each.card)) for each in made]
    # The longest rationales that leave room for a fair list of scenarios.
    hint, room = next(
        ((h, room) for h, room in zip(_HINTS, rooms, strict=True) if room >= _LEAST),
        (_HINTS[-1], rooms[-1]),
    )
    return _form(fields, found, scenarios, tz, hint, room)


def _form(  # noqa: PLR0913, PLR0917 - what the form is made of, and how much of it
    fields: Fields,
    found: AttemptPage,
    scenarios: Sequence[Scenario],
    tz: str,
    hint: int,
    room: int = 0,
) -> Dialog:
    start, run = Start.of(found), found.runs[-1]
    parts: list[Asked | Element] = [
        heading(found.scenario.title, size="Medium"),
        *small(fit(asked.intro(found), _INTRO)),
    ]
    for number, criterion in enumerate(run.criteria[: asked.MOST]):
        parts += _criterion(fields, number, criterion, start, hint)
    parts += _verdict(fields, start)
    parts += _next_step(fields, start, scenarios, tz, room)
    sends = Sends(Verb.REVIEW, found.attempt.id, asked.SUBMIT, {"run": run.id})
    return form(asked.TITLE, parts, sends, fields.errors, size="large")


def _criterion(
    fields: Fields, number: int, criterion: CriterionScore, start: Start, hint: int
) -> list[Asked]:
    question = asked.score_question(criterion)
    shorter = Question(
        fit(question.label, _LABEL), fit(question.hint, hint) if hint else "", question.missing
    )
    return [
        fields.choice(
            shorter, score_field(number), asked.scores(criterion), value=start.score(criterion)
        ),
        fields.text(
            asked.REASON,
            reason_field(number),
            most=asked.REASON_FITS,
            value=start.reason(criterion),
        ),
    ]


def _verdict(fields: Fields, start: Start) -> list[Asked]:
    return [
        fields.choice(
            QUESTIONS[VERDICT], VERDICT, asked.VERDICTS, value=start.verdict, style="expanded"
        ),
        fields.text(QUESTIONS[WORDS], WORDS, most=asked.WORDS_FIT, value=start.words, lines=True),
    ]


def _next_step(
    fields: Fields, start: Start, scenarios: Sequence[Scenario], tz: str, room: int
) -> Iterator[Asked]:
    step = asked.step_question(start)
    yield fields.choice(step, STEP, asked.STEPS, value=NextStep.NONE, style="expanded")
    yield fields.moment(_MEET, MEET, tz)
    shown, more = scenarios_within(scenarios, room, fields.chosen(SCENARIO))
    if shown:
        choices = [NONE, *shown]
        yield fields.choice(_SCENARIO, SCENARIO, choices, value="", style="filtered", more=more)


def read(
    answers: Answers, data: Mapping[str, Any], found: AttemptPage, now: datetime
) -> GiveReview | Errors:
    """Return the review that was sent in, or what is wrong with it."""
    result = review.read(answers, found, str(data.get("run") or ""), now)
    stray = _stray(answers)
    return {**stray, **result} if isinstance(result, dict) else stray or result


def _stray(answers: Answers) -> Errors:
    """What was chosen for another step than the one that comes next."""
    step = answers.choice(STEP)
    given = {
        SCENARIO: bool(answers.choice(SCENARIO)) and step != NextStep.REMEDIAL,
        MEET: _moment_given(answers) and step != NextStep.ONE_TO_ONE,
    }
    return {field: _STRAY[field] for field, there in given.items() if there}


def _moment_given(answers: Answers) -> bool:
    return MEET in answers.half or answers.moments.get(MEET) is not None
