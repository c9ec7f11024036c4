"""Before a call: the offer of an assignment, what came of it, the briefing."""

from __future__ import annotations

from slack_sdk.models.blocks import Block, ButtonElement, InteractiveElement

from bots.chat.texts import fit
from bots.chat.words import calls as words
from bots.chat.words.figures import LINE, name, title
from bots.slack.blocks import actions, button, context, header
from bots.slack.cards.card import Card, View, card, document_row, documents_button, labelled
from bots.slack.markdown import from_markdown
from bots.slack.names import Action
from bots.slack.rich import Row, moment, rich, rows
from core.messages import AssignmentOffered, Briefing
from core.scenario import Mode
from core.wording import due, sentence


def offered(offer: AssignmentOffered, view: View) -> Card:
    """A new assignment, to be accepted or put off."""
    buttons = actions(
        button("Accept", Action.ACCEPT, value=offer.assignment, style="primary"),
        _documents(offer),
        button("Not now", Action.NOT_NOW, value=offer.assignment),
    )

    def build(room: int) -> list[Block]:
        new = context(f"New for you, from {name(offer.assigned_by)}")
        return [*new, *_about(offer, view, room), *buttons]

    return card(words.offered(offer, view.tz, view.now), build)


def render_accepted(offer: AssignmentOffered, view: View) -> Card:
    """The offer after it was accepted."""
    buttons = actions(_documents(offer), button("My Training", Action.TRAINING))

    def build(room: int) -> list[Block]:
        return [*_about(offer, view, room), *context(words.ACCEPTED), *buttons]

    return card(f"{words.named(offer)}: accepted.", build)


def render_put_off(offer: AssignmentOffered, view: View) -> Card:
    """The offer after the trainee chose to wait with it."""
    accept = button("Accept", Action.ACCEPT, value=offer.assignment, style="primary")
    buttons = actions(accept, _documents(offer))

    def build(room: int) -> list[Block]:
        return [*_about(offer, view, room), *context(words.PUT_OFF), *buttons]

    return card(f"{words.named(offer)}: put off for now.", build)


def briefing(brief: Briefing, _view: View) -> Card:
    """What to know before the call, and how to begin it."""
    over = brief.attempts_left == 0
    buttons = actions(
        *([] if over else _starts(brief)),
        documents_button(brief.documents, f"assignment:{brief.assignment}"),
    )

    def build(room: int) -> list[Block]:
        return [
            *context("Briefing"),
            header(brief.title),
            *rich(rows(labelled("Your goal", brief.goal, room // 2))),
            *from_markdown(fit(brief.brief, room // 2)),
            *rich(
                rows(
                    [words.briefed(brief)], document_row(brief.documents) if brief.documents else []
                )
            ),
            *context(words.USED_UP if over else ""),
            *buttons,
        ]

    return card(f"Briefing for “{title(brief.title)}”. {fit(brief.goal, LINE)}", build)


def _documents(offer: AssignmentOffered) -> InteractiveElement | None:
    return documents_button(offer.documents, f"assignment:{offer.assignment}")


def _about(offer: AssignmentOffered, view: View, room: int) -> list[Block]:
    """What the assignment is; the deadline by every reader's own clock."""
    facts: list[Row] = [
        [words.with_whom(offer)],
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
    tries = words.tries(offer)
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
