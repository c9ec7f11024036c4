"""Give a scenario to one trainee or to several."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from bots.chat.forms.answers import Answers, Errors, later
from bots.chat.forms.questions import Question
from core.commands import Assign
from core.people import Person, Role
from core.practice.assigning import may_give

TITLE, SUBMIT = "Assign a call", "Assign"
TRAINEES, SCENARIO, DUE, ATTEMPTS = "trainees", "scenario", "due", "attempts"
MOST_ATTEMPTS, AT_ONCE = 20, 100
QUESTIONS = {
    TRAINEES: Question("For", missing="Choose at least one trainee."),
    SCENARIO: Question("Scenario", missing="Choose what to practise."),
    DUE: Question(
        "Due", "By your own clock; the trainee sees it by theirs. Empty: whenever it suits."
    ),
    ATTEMPTS: Question("Attempts", f"1 to {MOST_ATTEMPTS}. Empty: as often as they like."),
}
BAD_NUMBER = f"A whole number from 1 to {MOST_ATTEMPTS}; nothing for any number."
NOBODY = (
    "There is nobody here whom you can give a call to.",
    "Ask your administrator to make you the coach of somebody, or a team's manager.",
)
NO_TRAINEES = ("Nobody takes part as a trainee yet.", "Begin with People.")
NO_SCENARIOS = ("There are no scenarios yet.", "Ask your administrator.")


def nobody(giver: Person) -> tuple[str, str]:
    """Return what somebody is told who can give a call to nobody, and what to do about it."""
    return NO_TRAINEES if Role.ADMIN in giver.roles else NOBODY


def trainees_of(giver: Person, people: Sequence[Person]) -> list[Person]:
    """Return those whom this person may give scenarios to, by name."""
    found = [p for p in people if Role.TRAINEE in p.roles and may_give(giver, p)]
    return sorted(found, key=lambda p: (p.name, p.id))


def read(
    answers: Answers, giver: Person, people: Sequence[Person], now: datetime
) -> tuple[Assign, ...] | Errors:
    """Return an assignment for each trainee chosen, or what is wrong."""
    wanted, scenario, attempts = answers.choices(TRAINEES), answers.choice(SCENARIO), None
    errors = _nobody(wanted, giver, people)
    if not scenario:
        errors[SCENARIO] = QUESTIONS[SCENARIO].missing
    due, wrong = later(answers, DUE, now)
    if wrong:
        errors[DUE] = wrong
    try:
        attempts = answers.whole(ATTEMPTS, 1, MOST_ATTEMPTS)
    except ValueError:
        errors[ATTEMPTS] = BAD_NUMBER
    return errors or tuple(Assign(trainee, scenario, due, attempts) for trainee in wanted)


def _nobody(wanted: Sequence[str], giver: Person, people: Sequence[Person]) -> Errors:
    """What is wrong with the choice of trainees."""
    if not wanted:
        return {TRAINEES: QUESTIONS[TRAINEES].missing}
    known = {p.id: p.name for p in people}
    allowed = {p.id for p in trainees_of(giver, people)}
    others = [known.get(p, "somebody I don't know here") for p in wanted if p not in allowed]
    if not others:
        return {}
    return {TRAINEES: f"You can't give calls to {', '.join(others)}. Ask your administrator."}
