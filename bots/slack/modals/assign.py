"""Give a scenario to one trainee or to several."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from slack_sdk.models.blocks import (
    DateTimePickerElement,
    InputInteractiveElement,
    Option,
    StaticSelectElement,
)
from slack_sdk.models.blocks.block_elements import (
    NumberInputElement,
    StaticMultiSelectElement,
    UserMultiSelectElement,
)

from bots.slack.inputs import question
from bots.slack.modals.notice import notice
from bots.slack.modals.parts import (
    Answers,
    Errors,
    View,
    choosable,
    chosen,
    menu,
    modal,
    offered,
    scenario_menu,
)
from bots.slack.names import Modal
from core.commands import Assign
from core.people import Person, Role
from core.practice.assigning import may_give
from core.scenario import Scenario

TRAINEES, SCENARIO, DUE, ATTEMPTS = "trainees", "scenario", "due", "attempts"
_MOST_ATTEMPTS, _AT_ONCE = 20, 100
_NO_TEAM = "No team"


def trainees_of(giver: Person, people: Sequence[Person]) -> list[Person]:
    """Return those whom this person may give scenarios to, by name."""
    found = [p for p in people if Role.TRAINEE in p.roles and may_give(giver, p)]
    return sorted(found, key=lambda p: (p.name, p.id))


def view(
    giver: Person, people: Sequence[Person], scenarios: Sequence[Scenario], trainee: str = ""
) -> View:
    """Return the form; `trainee` is who is chosen at first."""
    trainees = trainees_of(giver, people)
    if not trainees:
        mend = "Ask your administrator to make you the coach of somebody, or a team's manager."
        return notice("Assign a call", "There is nobody here whom you can give a call to.", mend)
    groups = scenario_menu(scenarios)
    if not groups:
        return notice("Assign a call", "There are no scenarios yet.", "Ask your administrator.")
    number = NumberInputElement(
        action_id=ATTEMPTS, is_decimal_allowed=False, min_value="1", max_value=str(_MOST_ATTEMPTS)
    )
    blocks = [
        question("For", _trainees(trainees, trainee), block=TRAINEES),
        question(
            "Scenario",
            StaticSelectElement(action_id=SCENARIO, option_groups=groups),
            block=SCENARIO,
        ),
        question(
            "Due",
            DateTimePickerElement(action_id=DUE),
            block=DUE,
            optional=True,
            hint="By your own clock; the trainee sees it by theirs. Empty: whenever it suits.",
        ),
        question(
            "Attempts",
            number,
            block=ATTEMPTS,
            optional=True,
            hint=f"1 to {_MOST_ATTEMPTS}. Empty: as often as they like.",
        ),
    ]
    return modal("Assign a call", blocks, sends=Modal.ASSIGN, submit="Assign")


def _trainees(trainees: Sequence[Person], first: str) -> InputInteractiveElement:
    by: dict[str, list[Option]] = {}
    for one in sorted(trainees, key=lambda p: (p.team == "", p.team)):
        by.setdefault(one.team or _NO_TEAM, []).append(choosable(one.name, one.id))
    groups = menu(by.items())
    choices = offered(groups)
    if len(choices) < len(trainees):
        # More than a menu holds: then Slack's own, and who may be chosen is told afterwards.
        known = [first] if any(p.id == first for p in trainees) else None
        return UserMultiSelectElement(
            action_id=TRAINEES, initial_users=known, max_selected_items=_AT_ONCE
        )
    at_first = chosen(choices, first)
    return StaticMultiSelectElement(
        action_id=TRAINEES,
        option_groups=groups,
        initial_options=[at_first] if at_first else None,
        max_selected_items=_AT_ONCE,
    )


def read(
    view: Mapping[str, Any], giver: Person, people: Sequence[Person], now: datetime
) -> tuple[Assign, ...] | Errors:
    """Return an assignment for each trainee chosen, or what is wrong."""
    answers = Answers.of(view)
    wanted = answers.choices(TRAINEES) or answers.people(TRAINEES)
    due, scenario, attempts = answers.moment(DUE), answers.choice(SCENARIO), None
    errors = _nobody(wanted, giver, people)
    if not scenario:
        errors[SCENARIO] = "Choose what to practise."
    if due and due <= now:
        errors[DUE] = "This moment has passed. Choose a later one, or none."
    try:
        attempts = answers.whole(ATTEMPTS, 1, _MOST_ATTEMPTS)
    except ValueError:
        errors[ATTEMPTS] = f"A whole number from 1 to {_MOST_ATTEMPTS}; nothing for any number."
    return errors or tuple(Assign(trainee, scenario, due, attempts) for trainee in wanted)


def _nobody(wanted: Sequence[str], giver: Person, people: Sequence[Person]) -> Errors:
    """What is wrong with the choice of trainees."""
    if not wanted:
        return {TRAINEES: "Choose at least one trainee."}
    known = {p.id: p.name for p in people}
    allowed = {p.id for p in trainees_of(giver, people)}
    others = [known.get(p, "somebody I don't know here") for p in wanted if p not in allowed]
    if not others:
        return {}
    return {TRAINEES: f"You can't give calls to {', '.join(others)}. Ask your administrator."}
