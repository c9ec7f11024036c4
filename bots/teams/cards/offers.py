"""Before a call: the offer of an assignment, what came of it, the briefing."""

from __future__ import annotations

from bots.chat.texts import fit
from bots.chat.words import calls as words
from bots.chat.words.figures import LINE, name, title
from bots.teams.buttons import Button, execute
from bots.teams.cards.card import (
    Card,
    Laid,
    View,
    card,
    document_row,
    documents_button,
    labelled,
    with_face,
)
from bots.teams.elements import Element, heading, rich, small, text_block
from bots.teams.markdown import from_markdown
from bots.teams.names import Verb
from bots.teams.texts import bold, local_day_time
from core.messages import AssignmentOffered, Briefing
from core.scenario import Mode
from core.wording import due, sentence


def offered(offer: AssignmentOffered, view: View) -> tuple[Card, ...]:
    """A new assignment, to be accepted or put off."""
    put_off = execute("Not now", Verb.NOT_NOW, offer.assignment)

    def build(room: int) -> Laid:
        new = small(f"New for you, from {name(offer.assigned_by)}")
        return Laid([*new, *_about(offer, view, room)], [_accept(offer), _papers(offer), put_off])

    return card(words.offered(offer, view.tz, view.now), build)


def render_accepted(offer: AssignmentOffered, view: View) -> Card:
    """The offer after it was accepted."""
    actions = [_papers(offer), execute("My Training", Verb.TRAINING)]

    def build(room: int) -> Laid:
        return Laid([*_about(offer, view, room), *small(words.ACCEPTED)], actions)

    return card(f"{words.named(offer)}: accepted.", build)[0]


def render_put_off(offer: AssignmentOffered, view: View) -> Card:
    """The offer after the trainee chose to wait with it."""

    def build(room: int) -> Laid:
        told = [*_about(offer, view, room), *small(words.PUT_OFF)]
        return Laid(told, [_accept(offer), _papers(offer)])

    return card(f"{words.named(offer)}: put off for now.", build)[0]


def briefing(brief: Briefing, view: View) -> tuple[Card, ...]:
    """What to know before the call, and how to begin it."""
    over = brief.attempts_left == 0
    documents = documents_button(brief.documents, f"assignment:{brief.assignment}")

    def build(room: int) -> Laid:
        told = [
            *small("Briefing"),
            heading(brief.title),
            *rich(labelled("Your goal", brief.goal, room // 2)),
            *from_markdown(fit(brief.brief, room // 2)),
            *with_face(brief.customer, [words.briefed(brief)], view),
            *rich(document_row(brief.documents)),
            *small(words.USED_UP if over else ""),
        ]
        return Laid(told, [*([] if over else _starts(brief)), documents])

    return card(f"Briefing for “{title(brief.title)}”. {fit(brief.goal, LINE)}", build)


def _accept(offer: AssignmentOffered) -> Button:
    return execute("Accept", Verb.ACCEPT, offer.assignment, style="positive")


def _papers(offer: AssignmentOffered) -> Button | None:
    return documents_button(offer.documents, f"assignment:{offer.assignment}")


def _about(offer: AssignmentOffered, view: View, room: int) -> list[Element]:
    """What the assignment is."""
    return [
        heading(offer.title),
        *rich([fit(offer.goal, room // 2)]),
        *rich([fit(offer.why, room // 4)]),
        *with_face(offer.customer, [words.with_whom(offer)], view),
        *_due(offer, view),
        *rich(document_row(offer.documents)),
    ]


def _due(offer: AssignmentOffered, view: View) -> list[Element]:
    """Until when, by every reader's own clock where several read it."""
    tries = words.tries(offer)
    if offer.due_at is None:
        return rich([tries])
    tail = f" · {tries}" if tries else ""
    if view.channel and offer.due_at > view.now:
        return [text_block(f"Due {local_day_time(offer.due_at)}{tail}")]
    return rich([bold(sentence(due(offer.due_at, view.tz, view.now))), tail])


def _starts(brief: Briefing) -> list[Button]:
    """One way to begin, or both where the trainee may pick."""
    chat = execute("Start chat", Verb.START_CHAT, brief.assignment, style="positive")
    # One button stands out: by voice alone, it is this one.
    call = (
        execute("Start call", Verb.START_CALL, brief.assignment, style="positive")
        if brief.mode is Mode.VOICE
        else execute("Start call", Verb.START_CALL, brief.assignment)
    )
    return {Mode.CHAT: [chat], Mode.VOICE: [call], Mode.HYBRID: [chat, call]}[brief.mode]
