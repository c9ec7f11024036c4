"""How a workspace wants things done: channels, what teams see, what comes up for review."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import count
from typing import Any

from slack_sdk.models.blocks import Block, InputBlock, RadioButtonsElement
from slack_sdk.models.blocks.block_elements import (
    ConversationFilter,
    ConversationMultiSelectElement,
    NumberInputElement,
)

from bots.chat.forms import ways as form
from bots.chat.forms.answers import Errors
from bots.chat.forms.ways import ABOVE, BELOW, COACHES, QUESTIONS, SAMPLE, SHARE, team_field
from bots.slack.blocks import divider, section
from bots.slack.modals.parts import View, answers, asking, choosable, chosen, modal
from bots.slack.names import Modal
from core.commands import PutWays
from core.people import Person, Share, Ways

_INVITE = "Invite me there first, or I cannot write."
_TEAM = "team:"
"""Begins the `action_id` of a team's channel; the team's name follows."""


def view(ways: Ways, people: Sequence[Person]) -> View:
    """Return the form, as things are now."""
    coaches = _channel(COACHES, ways.coaches_channel)
    blocks: list[Block] = [
        asking(QUESTIONS[COACHES], COACHES, coaches, more=_INVITE),
        asking(QUESTIONS[SHARE], SHARE, _share(ways.share)),
        *[_team(number, team, ways) for number, team in enumerate(form.teams_of(people, ways))],
        divider(),
        section(form.REVIEWS),
        *_reviews(ways),
    ]
    return modal(form.TITLE, blocks, sends=Modal.WAYS, submit=form.SUBMIT)


def _team(number: int, team: str, ways: Ways) -> InputBlock:
    channel = _channel(f"{_TEAM}{team}", ways.team_channel(team))
    return asking(form.team_question(team), team_field(number), channel, more=_INVITE)


def _channel(action: str, channel: str) -> ConversationMultiSelectElement:
    # Of several, at most one: what was chosen in a menu of one can't be taken back.
    return ConversationMultiSelectElement(
        action_id=action,
        initial_conversations=[channel] if channel else None,
        max_selected_items=1,
        filter=ConversationFilter(include=["public", "private"], exclude_bot_users=True),
    )


def _share(share: Share) -> RadioButtonsElement:
    choices = [choosable(choice) for choice in form.SHARES]
    first = chosen(choices, share.value)
    return RadioButtonsElement(action_id=SHARE, options=choices, initial_option=first)


def _reviews(ways: Ways) -> Iterator[Block]:
    bounds = form.bounds(ways)
    for name in (BELOW, ABOVE):
        yield asking(QUESTIONS[name], name, _score(name, bounds[name]))
    number = NumberInputElement(
        action_id=SAMPLE,
        is_decimal_allowed=False,
        initial_value=str(form.sample(ways)),
        min_value="0",
        max_value=str(form.MOST_SAMPLE),
    )
    yield asking(QUESTIONS[SAMPLE], SAMPLE, number)


def _score(action: str, score: float | None) -> NumberInputElement:
    return NumberInputElement(
        action_id=action,
        is_decimal_allowed=True,
        initial_value=None if score is None else f"{score:g}",
        min_value=f"{form.LEAST:g}",
        max_value=f"{form.MOST:g}",
    )


def read(view: Mapping[str, Any], ways: Ways) -> PutWays | Errors:
    """Return the settings that were sent in; `ways` are those of now. Or what is wrong."""
    return form.read(answers(view), ways, list(_teams(view)))


def _teams(view: Mapping[str, Any]) -> Iterator[str]:
    """The teams that were asked for, in their order."""
    values = (view.get("state") or {}).get("values") or {}
    for number in count():
        action = next(iter(values.get(team_field(number), {})), "")
        if not action:
            return
        yield action.removeprefix(_TEAM)
