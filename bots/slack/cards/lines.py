"""What people and customers say: their words whole, and as they were said."""

from __future__ import annotations

from slack_sdk.models.blocks import Block

from bots.chat.texts import fit
from bots.chat.words.figures import LINE, name, title
from bots.chat.words.reviews import line_of
from bots.slack.blocks import context
from bots.slack.cards.card import Card, View, card, quotation
from bots.slack.rich import bold, quoted, rich, rows
from core.messages import CoachSaid, CustomerSaid, ReviewLine, TraineeSaid


def customer_said(line: CustomerSaid, _view: View) -> Card:
    """A line of the customer's, to be posted under its name."""
    shows = f"Attached: {title(line.shows.title)}" if line.shows else ""

    def build(room: int) -> list[Block]:
        said = fit(line.text, room)
        return [*rich(rows([said if said.strip() else "…"])), *context(shows)]

    return card(line.text, build, face=line.customer)


def trainee_said(_line: TraineeSaid, _view: View) -> None:
    """Nothing: Slack shows what the trainee wrote by itself."""


def coach_said(words: CoachSaid, view: View) -> Card:
    """A coach's words to the trainee."""
    coach = name(words.coach)

    def build(room: int) -> list[Block]:
        quote = quotation(words.quote, view, min(room, LINE)) if words.quote else []
        said = rows([fit(words.text, room)])
        head = rows([bold(coach), ", your coach" if view.own else ", coach"])
        return [*rich(head, quote), *rich(said)]

    return card(f"{coach}: {words.text}", build)


def review_line(line: ReviewLine, _view: View) -> Card:
    """A line of the call, for a coach to comment on."""

    def build(room: int) -> list[Block]:
        said = fit(line.text, room)
        return [*context(line_of(line)), *rich(rows([said if said.strip() else "…"]))]

    return card(f"{name(line.speaker)}: {line.text}", build)


def said_elsewhere(said: TraineeSaid) -> Card:
    """What the trainee said in another place, for the thread of the call."""

    def build(room: int) -> list[Block]:
        return [*context("You said:"), *rich(quoted([fit(said.text, room)]))]

    return card(f"You said: {said.text}", build)
