"""Short words back: done, refused, being scored; and a break of character for its owner."""

from __future__ import annotations

from slack_sdk.models.blocks import Block

from bots.chat.texts import fit
from bots.chat.words.calls import SCORING
from bots.chat.words.figures import LINE, title
from bots.chat.words.reviews import BROKEN, broken
from bots.slack.blocks import context, header
from bots.slack.cards.card import Card, View, card, quotation
from bots.slack.rich import bold, rich, rows, styled
from core.messages import BreakReported, Noted, Refused, Scoring


def noted(note: Noted, _view: View) -> Card:
    """It is done."""
    return card(note.sentence, lambda room: [*rich(rows([fit(note.sentence, room)]))])


def refused(refusal: Refused, _view: View) -> Card:
    """It could not be done: why, and how to mend it."""
    said = f"{refusal.sentence} {refusal.mend}".strip()
    reference = f"Reference: {refusal.reference}" if refusal.reference.strip() else ""
    return card(said, lambda room: [*rich(rows([fit(said, room)])), *context(reference)])


def scoring(_scoring: Scoring, _view: View) -> Card:
    """The call is being scored."""
    return card(f"Scoring… {SCORING}", lambda _: [*rich(rows([bold("Scoring… "), SCORING]))])


def break_reported(report: BreakReported, view: View) -> Card:
    """For the scenario's owner: the customer fell out of its part."""
    said = broken(report)

    def build(room: int) -> list[Block]:
        code = styled(title(report.scenario), strong=False, slanted=False, struck=False, code=True)
        quotes = [e for q in report.lines[:BROKEN] for e in quotation(q, view, min(room, LINE))]
        remark = [bold("Their remark: "), fit(report.remark, room)] if report.remark.strip() else []
        return [
            *context("Break of character"),
            header(report.title),
            *rich(rows([said], ["Scenario: ", code])),
            *rich(quotes),
            *rich(rows(remark)),
        ]

    return card(said, build)
