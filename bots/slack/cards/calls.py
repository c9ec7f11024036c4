"""A call as it runs: the head of its thread, the time, the end."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from math import ceil

from slack_sdk.models.blocks import ActionsBlock, Block

from bots.chat.texts import fit
from bots.slack.blocks import actions, asking, button, context, header
from bots.slack.cards.card import (
    LINE,
    Card,
    View,
    card,
    document_row,
    documents_button,
    labelled,
    name,
    title,
)
from bots.slack.cards.voice import join_button
from bots.slack.names import Action
from bots.slack.rich import CLOCK, Row, bold, moment, rich, rows
from core.attempt import EndReason
from core.messages import CallEnded, CallOpened, TimeWarning
from core.scenario import Mode, Outcome
from core.wording import counted, lasting

_MINUTE = 60


@dataclass(frozen=True, slots=True)
class HeadState:
    """How a call stands by now: its deadline where that came later, and how long it lasted."""

    deadline: datetime | None = None
    lasted_s: int | None = None


def opened(call: CallOpened, view: View) -> Card:
    """The head of a call's thread as the call begins."""
    return render_head(call, view, HeadState())


def render_head(call: CallOpened, view: View, state: HeadState) -> Card:
    """The head of a call's thread, as it stands now."""
    over, voice = state.lasted_s is not None, call.mode is Mode.VOICE
    customer = name(call.customer.name)
    ended = f"Call ended after {lasting(state.lasted_s or 0)}"
    first = "speaks first" if voice else "writes first"
    text = f"{ended}: {title(call.title)}." if over else f"{title(call.title)}. {customer} {first}."

    def build(room: int) -> list[Block]:
        goal = labelled("Your goal" if view.own else "The goal", call.goal, room // 2)
        where = f"{customer} {first}, in the thread of this message: answer there."
        if voice:
            where = f"With {customer}, who {first}."
        about = f"With {customer}." if over else where
        return [
            *context("Practice call by voice" if voice else "Practice call"),
            header(call.title),
            *rich(rows(goal)),
            *rich(rows([about], [] if over else _time(call, view, state), _papers(call))),
            *(context(ended) if over else _buttons(call, view)),
        ]

    return card(text, build)


def _papers(call: CallOpened) -> Row:
    return document_row(call.documents) if call.documents else []


def _time(call: CallOpened, view: View, state: HeadState) -> Row:
    """Until when, and what is left of it."""
    deadline = state.deadline or call.deadline
    if deadline is None:
        return ["The time runs from when you join." if view.own else "The time runs from joining."]
    left = (deadline - view.now).total_seconds()
    if left <= 0:
        return ["The time is up."]
    words = "less than a minute" if left < _MINUTE else counted(ceil(left / _MINUTE), "minute")
    return ["Until ", moment(deadline, view.tz, view.now, CLOCK), ": ", bold(f"{words} left")]


def _buttons(call: CallOpened, view: View) -> list[ActionsBlock]:
    confirm = asking(
        "End this call?",
        "You will be scored on what was said so far.",
        "End call",
        "Keep going",
    )
    return actions(
        join_button(call.attempt, view) if call.mode is Mode.VOICE else None,
        button("End call", Action.END_CALL, value=call.attempt, style="danger", confirm=confirm),
        documents_button(call.documents, f"attempt:{call.attempt}"),
        button("Report a problem", Action.REPORT, value=call.attempt),
    )


def warned(warning: TimeWarning, _view: View) -> Card:
    """The time is nearly over."""
    left, what = f"{lasting(warning.left_s)} left.", " Time to wrap up."
    return card(left + what, lambda _: [*rich(rows([bold(left), what]))])


def ended(call: CallEnded, view: View) -> Card:
    """The call is over, and why."""
    why = {
        EndReason.TRAINEE: "You ended the call." if view.own else "The trainee ended the call.",
        EndReason.TIME: "The time is up.",
        EndReason.EXIT: f"{name(call.customer.name)} ended the call.",
    }[call.reason]
    kindly = _kindly(call.outcome) if call.reason is EndReason.EXIT else ""
    text = " ".join(filter(None, ["The call has ended.", why, fit(call.description, LINE)]))

    def build(room: int) -> list[Block]:
        told = rows([bold("The call has ended. "), why], [fit(call.description, room)], [kindly])
        return [*rich(told), *context(f"{lasting(call.lasted_s)} · {counted(call.turns, 'line')}")]

    return card(text, build)


def _kindly(outcome: Outcome) -> str:
    return {
        Outcome.GOOD: "That is a good ending.",
        Outcome.NEUTRAL: "",
        Outcome.BAD: "A hard one: the score will show what to try next time.",
    }[outcome]
