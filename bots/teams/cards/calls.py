"""A call as it runs: its head, the time, the end."""

from __future__ import annotations

from bots.chat.heads import HeadState
from bots.chat.texts import fit
from bots.chat.words import calls as words
from bots.chat.words.figures import LINE, name
from bots.teams.buttons import Button, dialog, execute, toggle
from bots.teams.cards.card import (
    BOT,
    Card,
    Laid,
    View,
    card,
    document_row,
    documents_button,
    join_button,
    labelled,
    said,
    with_face,
)
from bots.teams.elements import Element, buttons, container, heading, rich, small, text_block
from bots.teams.names import Verb
from bots.teams.texts import bold, lined, local_time
from core.messages import CallEnded, CallOpened, TimeWarning
from core.scenario import Mode
from core.wording import clock_time, lasting

ASIDE = "except “documents”, “help” and “end call”"
"""What is not said to the customer while a call runs in a personal chat."""


def opened(call: CallOpened, view: View) -> tuple[Card, ...]:
    """The head of a call as the call begins."""
    return (render_head(call, view, HeadState()),)


def render_head(call: CallOpened, view: View, state: HeadState) -> Card:
    """The head of a call, as it stands now."""
    over = state.lasted_s is not None

    def build(room: int) -> Laid:
        about = f"With {name(call.customer.name)}." if over else _where(call, view)
        told = [
            *small(words.kind(call)),
            heading(call.title),
            *rich(labelled("Your goal" if view.own else "The goal", call.goal, room // 2)),
            *with_face(call.customer, [about], view),
            *([] if over else _time(call, view, state)),
            *rich(document_row(call.documents)),
        ]
        if over:
            return Laid([*told, *small(words.over(state.lasted_s))])
        return Laid([*told, *ending(call.attempt)], _actions(call, view))

    return card(words.headed(call, state.lasted_s), build)[0]


def _where(call: CallOpened, view: View) -> str:
    """Who begins, and where to answer."""
    customer = name(call.customer.name)
    if call.mode is Mode.VOICE:
        first = f"With {customer}, who speaks first."
        rings = f" {customer} calls you here in Teams in a moment: take the call, and talk."
        return first + (rings if view.rings and view.own else "")
    if not view.channel:
        return f"{words.first_word(call)}. Just write here: all that you write is said, {ASIDE}."
    mention = "" if view.hears else f" Mention {BOT} in each answer: without it, none reaches me."
    return f"{words.first_word(call)}, in the thread of this message: answer there.{mention}"


def _time(call: CallOpened, view: View, state: HeadState) -> list[Element]:
    """Until when, and what is left of it."""
    deadline = state.deadline or call.deadline
    if deadline is None:
        return rich([words.not_begun(own=view.own)])
    left = words.time_left(deadline, view.now)
    if not left:
        return rich(["The time is up."])
    if view.channel:
        return [text_block(f"Until {local_time(deadline)}: {left}")]
    return rich([f"Until {clock_time(deadline, view.tz)}: ", bold(left)])


def _actions(call: CallOpened, view: View) -> list[Button | None]:
    return [
        join_button(call.attempt, view) if call.mode is Mode.VOICE else None,
        asks_to_end(call.attempt),
        documents_button(call.documents, f"attempt:{call.attempt}"),
        dialog("Report a problem", Verb.REPORT, call.attempt),
    ]


def asks_to_end(attempt: str) -> Button:
    """Shows the question before the call is ended; see `ending`."""
    return toggle("End call", _asked(attempt))


def ending(attempt: str) -> list[Element]:
    """The question before a call is ended, not to be seen until it is asked.

    Adaptive Cards know no confirmation.
    """
    end = execute("End call", Verb.END_CALL, attempt, style="destructive")
    question = [
        *rich([bold(words.END_ASKED), f" {words.END_MEANS}"]),
        *buttons(end, toggle("Keep going", _asked(attempt))),
    ]
    return container(question, style="emphasis", id=_asked(attempt), visible=False)


def _asked(attempt: str) -> str:
    return f"ending {attempt}"


def warned(warning: TimeWarning, _view: View) -> tuple[Card, ...]:
    """The time is nearly over."""
    return said(f"{lasting(warning.left_s)} left. {words.WRAP_UP}")


def ended(call: CallEnded, view: View) -> tuple[Card, ...]:
    """The call is over, and why."""
    why = words.why_ended(call, own=view.own)
    text = " ".join(filter(None, ["The call has ended.", why, fit(call.description, LINE)]))

    def build(room: int) -> Laid:
        told = lined(
            [bold("The call has ended. "), why],
            [fit(call.description, room)],
            [words.kindly(call)],
        )
        return Laid([*rich(told), *small(words.length(call))])

    return card(text, build)
