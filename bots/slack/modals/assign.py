"""Give a scenario to one trainee or to several."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from slack_sdk.models.blocks import (
    DateTimePickerElement,
    InputInteractiveElement,
    StaticSelectElement,
)
from slack_sdk.models.blocks.block_elements import (
    NumberInputElement,
    StaticMultiSelectElement,
    UserMultiSelectElement,
)

from bots.chat.forms import assign
from bots.chat.forms.answers import Errors
from bots.chat.forms.assign import ATTEMPTS, DUE, QUESTIONS, SCENARIO, TRAINEES
from bots.chat.forms.questions import by_category, by_team
from bots.slack.modals.notice import notice
from bots.slack.modals.parts import View, answers, asking, chosen, menu, modal, offered
from bots.slack.names import Modal
from core.commands import Assign
from core.people import Person
from core.scenario import Scenario


def view(
    giver: Person, people: Sequence[Person], scenarios: Sequence[Scenario], trainee: str = ""
) -> View:
    """Return the form; `trainee` is who is chosen at first."""
    trainees = assign.trainees_of(giver, people)
    if not trainees:
        return notice(assign.TITLE, *assign.nobody(giver))
    groups = menu(by_category(scenarios))
    if not groups:
        return notice(assign.TITLE, *assign.NO_SCENARIOS)
    number = NumberInputElement(
        action_id=ATTEMPTS,
        is_decimal_allowed=False,
        min_value="1",
        max_value=str(assign.MOST_ATTEMPTS),
    )
    elements = {
        TRAINEES: _trainees(trainees, trainee),
        SCENARIO: StaticSelectElement(action_id=SCENARIO, option_groups=groups),
        DUE: DateTimePickerElement(action_id=DUE),
        ATTEMPTS: number,
    }
    blocks = [asking(QUESTIONS[name], name, element) for name, element in elements.items()]
    return modal(assign.TITLE, blocks, sends=Modal.ASSIGN, submit=assign.SUBMIT)


def _trainees(trainees: Sequence[Person], first: str) -> InputInteractiveElement:
    groups = menu(by_team(trainees))
    choices = offered(groups)
    if len(choices) < len(trainees):
        # More than a menu holds: then Slack's own, and who may be chosen is told afterwards.
        known = [first] if any(p.id == first for p in trainees) else None
        return UserMultiSelectElement(
            action_id=TRAINEES, initial_users=known, max_selected_items=assign.AT_ONCE
        )
    at_first = chosen(choices, first)
    return StaticMultiSelectElement(
        action_id=TRAINEES,
        option_groups=groups,
        initial_options=[at_first] if at_first else None,
        max_selected_items=assign.AT_ONCE,
    )


def read(
    view: Mapping[str, Any], giver: Person, people: Sequence[Person], now: datetime
) -> tuple[Assign, ...] | Errors:
    """Return an assignment for each trainee chosen, or what is wrong."""
    return assign.read(answers(view), giver, people, now)
