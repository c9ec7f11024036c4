"""Give a scenario to one trainee or to several."""

from __future__ import annotations

from collections.abc import Sequence

from bots.chat.forms import assign
from bots.chat.forms.answers import Answers, Errors
from bots.chat.forms.assign import ATTEMPTS, DUE, QUESTIONS, SCENARIO, TRAINEES, read
from bots.chat.forms.questions import by_team
from bots.teams.dialogs.dialog import Dialog, Sends, form
from bots.teams.dialogs.fields import Asked, Fields
from bots.teams.dialogs.menus import flat, scenarios_within, within
from bots.teams.dialogs.notice import notice
from bots.teams.names import Verb
from core.people import Person
from core.scenario import Scenario

__all__ = ["dialog", "read"]

_TRAINEES, _SCENARIOS = 30_000, 30_000  # bytes


def dialog(  # noqa: PLR0913 - as many as the form has sides; all but four by name
    giver: Person,
    people: Sequence[Person],
    scenarios: Sequence[Scenario],
    trainee: str = "",
    *,
    tz: str = "UTC",
    errors: Errors | None = None,
    answers: Answers | None = None,
) -> Dialog:
    """Return the form; `trainee` is who is chosen at first, `tz` the giver's own clock."""
    fields = Fields(errors or {}, answers)
    trainees = assign.trainees_of(giver, people)
    if not trainees:
        return notice(assign.TITLE, *assign.nobody(giver))
    choices, more = scenarios_within(scenarios, _SCENARIOS, fields.chosen(SCENARIO))
    if not choices:
        return notice(assign.TITLE, *assign.NO_SCENARIOS)
    parts = [
        _trainees(fields, trainees, trainee),
        fields.choice(QUESTIONS[SCENARIO], SCENARIO, choices, style="filtered", more=more),
        fields.moment(QUESTIONS[DUE], DUE, tz),
        fields.number(
            QUESTIONS[ATTEMPTS],
            ATTEMPTS,
            least=1,
            most=assign.MOST_ATTEMPTS,
            bad=assign.BAD_NUMBER,
        ),
    ]
    sends = Sends(Verb.ASSIGN, trainee, assign.SUBMIT)
    return form(assign.TITLE, parts, sends, fields.errors)


def _trainees(fields: Fields, trainees: Sequence[Person], first: str) -> Asked:
    choices = within(flat(by_team(trainees)), _TRAINEES)
    question, known = QUESTIONS[TRAINEES], [p.id for p in trainees if p.id == first]
    if len(choices) < len(trainees):
        # More than a menu holds: then Teams' own, and who may be chosen is told afterwards.
        return fields.people(question, TRAINEES, values=known)
    return fields.choices(question, TRAINEES, choices, values=known)
