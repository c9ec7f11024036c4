"""A call as it runs: the head of its thread, the time, the end."""

from __future__ import annotations

from slack_sdk.models.blocks import ActionsBlock, Block

from bots.chat.heads import HeadState
from bots.chat.texts import fit
from bots.chat.words import calls as words
from bots.chat.words.figures import LINE, name
from bots.slack.blocks import actions, asking, button, context, header
from bots.slack.cards.card import Card, View, card, document_row, documents_button, labelled
from bots.slack.cards.voice import join_button
from bots.slack.names import Action
from bots.slack.rich import CLOCK, Row, bold, moment, rich, rows
from core.messages import CallEnded, CallOpened, TimeWarning
from core.scenario import Mode
from core.wording import lasting


def opened(call: CallOpened, view: View) -> Card:
    """The head of a call's thread as the call begins."""
    return render_head(call, view, HeadState())


def render_head(call: CallOpened, view: View, state: HeadState) -> Card:
    """The head of a call's thread, as it stands now."""
    over = state.lasted_s is not None
    customer = name(call.customer.name)

    def build(room: int) -> list[Block]:
        goal = labelled("Your goal" if view.own else "The goal", call.goal, room // 2)
        where = f"{words.first_word(call)}, in the thread of this message: answer there."
        if call.mode is Mode.VOICE:
            where = f"With {customer}, who speaks first."
        about = f"With {customer}." if over else where
        return [
            *context(words.kind(call)),
            header(call.title),
            *rich(rows(goal)),
            *rich(rows([about], [] if over else _time(call, view, state), _papers(call))),
            *(context(words.over(state.lasted_s)) if over else _buttons(call, view)),
        ]

    return card(words.headed(call, state.lasted_s), build)


def _papers(call: CallOpened) -> Row:
    return document_row(call.documents) if call.documents else []


def _time(call: CallOpened, view: View, state: HeadState) -> Row:
    """Until when, and what is left of it."""
    deadline = state.deadline or call.deadline
    if deadline is None:
        return [words.not_begun(own=view.own)]
    left = words.time_left(deadline, view.now)
    if not left:
        return ["The time is up."]
    return ["Until ", moment(deadline, view.tz, view.now, CLOCK), ": ", bold(left)]


def _buttons(call: CallOpened, view: View) -> list[ActionsBlock]:
    confirm = asking(words.END_ASKED, words.END_MEANS, "End call", "Keep going")
    return actions(
        join_button(call.attempt, view) if call.mode is Mode.VOICE else None,
        button("End call", Action.END_CALL, value=call.attempt, style="danger", confirm=confirm),
        documents_button(call.documents, f"attempt:{call.attempt}"),
        button("Report a problem", Action.REPORT, value=call.attempt),
    )


def warned(warning: TimeWarning, _view: View) -> Card:
    """The time is nearly over."""
    left, what = f"{lasting(warning.left_s)} left.", f" {words.WRAP_UP}"
    return card(left + what, lambda _: [*rich(rows([bold(left), what]))])


def ended(call: CallEnded, view: View) -> Card:
    """The call is over, and why."""
    why = words.why_ended(call, own=view.own)
    text = " ".join(filter(None, ["The call has ended.", why, fit(call.description, LINE)]))

    def build(room: int) -> list[Block]:
        told = rows(
            [bold("The call has ended. "), why],
            [fit(call.description, room)],
            [words.kindly(call)],
        )
        return [*rich(told), *context(words.length(call))]

    return card(text, build)
