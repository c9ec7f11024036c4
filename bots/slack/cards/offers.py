"""Before a call: the offer of an assignment, what came of it, the briefing."""

from __future__ import annotations

from slack_sdk.models.blocks import Block, ButtonElement, InteractiveElement

from bots.chat.texts import fit
from bots.slack.blocks import actions, button, context, header
from bots.slack.cards.card import (
    LINE,
    Card,
    View,
    attempts_left,
    card,
    document_row,
    documents_button,
    labelled,
    name,
    title,
)
from bots.slack.markdown import from_markdown
from bots.slack.names import Action
from bots.slack.rich import Row, moment, rich, rows
from core.messages import AssignmentOffered, Briefing
from core.scenario import Mode
from core.wording import counted, due, lasting, sentence

_HOW = {Mode.CHAT: "", Mode.VOICE: ", by voice", Mode.HYBRID: ", by chat or by voice"}


def offered(offer: AssignmentOffered, view: View) -> Card:
    """A new assignment, to be accepted or put off."""
    when = f" {sentence(due(offer.due_at, view.tz, view.now))}." if offer.due_at else ""
    text = (
        f"{_named(offer)} is a new practice call for you, with {name(offer.customer.name)}.{when}"
    )
    buttons = actions(
        button("Accept", Action.ACCEPT, value=offer.assignment, style="primary"),
        _documents(offer),
        button("Not now", Action.NOT_NOW, value=offer.assignment),
    )

    def build(room: int) -> list[Block]:
        new = context(f"New for you, from {name(offer.assigned_by)}")
        return [*new, *_about(offer, view, room), *buttons]

    return card(text, build)


def render_accepted(offer: AssignmentOffered, view: View) -> Card:
    """The offer after it was accepted."""
    said = "Accepted. The briefing has what you need to begin."
    buttons = actions(_documents(offer), button("My Training", Action.TRAINING))

    def build(room: int) -> list[Block]:
        return [*_about(offer, view, room), *context(said), *buttons]

    return card(f"{_named(offer)}: accepted.", build)


def render_put_off(offer: AssignmentOffered, view: View) -> Card:
    """The offer after the trainee chose to wait with it."""
    said = "Put off for now. It waits for you here and in My Training."
    accept = button("Accept", Action.ACCEPT, value=offer.assignment, style="primary")
    buttons = actions(accept, _documents(offer))

    def build(room: int) -> list[Block]:
        return [*_about(offer, view, room), *context(said), *buttons]

    return card(f"{_named(offer)}: put off for now.", build)


def briefing(brief: Briefing, _view: View) -> Card:
    """What to know before the call, and how to begin it."""
    over = brief.attempts_left == 0
    buttons = actions(
        *([] if over else _starts(brief)),
        documents_button(brief.documents, f"assignment:{brief.assignment}"),
    )
    end = "No attempts are left. Ask your coach if you would like another one." if over else ""

    def build(room: int) -> list[Block]:
        facts: Row = [
            f"With {name(brief.customer.name)}{_HOW[brief.mode]} · {lasting(brief.time_limit_s)}",
            "" if over else f" · {attempts_left(brief.attempts_left)}",
        ]
        return [
            *context("Briefing"),
            header(brief.title),
            *rich(rows(labelled("Your goal", brief.goal, room // 2))),
            *from_markdown(fit(brief.brief, room // 2)),
            *rich(rows(facts, document_row(brief.documents) if brief.documents else [])),
            *context(end),
            *buttons,
        ]

    return card(f"Briefing for “{title(brief.title)}”. {fit(brief.goal, LINE)}", build)


def _named(offer: AssignmentOffered) -> str:
    return f"“{title(offer.title)}”"


def _documents(offer: AssignmentOffered) -> InteractiveElement | None:
    return documents_button(offer.documents, f"assignment:{offer.assignment}")


def _about(offer: AssignmentOffered, view: View, room: int) -> list[Block]:
    """What the assignment is; the deadline by every reader's own clock."""
    facts: list[Row] = [
        [f"With {name(offer.customer.name)}{_HOW[offer.mode]} · {lasting(offer.time_limit_s)}"],
        _due(offer, view),
        document_row(offer.documents) if offer.documents else [],
    ]
    return [
        header(offer.title),
        *rich(rows([fit(offer.goal, room // 2)])),
        *rich(rows([fit(offer.why, room // 4)])),
        *rich(rows(*facts)),
    ]


def _due(offer: AssignmentOffered, view: View) -> Row:
    tries = "" if offer.attempts is None else counted(offer.attempts, "attempt")
    if offer.due_at is None:
        return [tries]
    late = offer.due_at <= view.now
    when = (
        [sentence(due(offer.due_at, view.tz, view.now))]
        if late
        else ["Due ", moment(offer.due_at, view.tz, view.now)]
    )
    return [*when, f" · {tries}" if tries else ""]


def _starts(brief: Briefing) -> list[ButtonElement]:
    """One way to begin, or both where the trainee may pick."""
    chat = button("Start chat", Action.START_CHAT, value=brief.assignment, style="primary")
    # Slack would have one button stand out: by voice alone, it is this one.
    style = "primary" if brief.mode is Mode.VOICE else None
    call = button("Start call", Action.START_CALL, value=brief.assignment, style=style)
    return {Mode.CHAT: [chat], Mode.VOICE: [call], Mode.HYBRID: [chat, call]}[brief.mode]
