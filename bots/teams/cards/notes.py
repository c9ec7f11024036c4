"""Short words back: done, refused, being scored; and a break of character for its owner."""

from __future__ import annotations

from bots.chat.words.calls import SCORING
from bots.chat.words.figures import LINE, title
from bots.chat.words.reviews import BROKEN, broken
from bots.teams.cards.card import Card, Laid, View, card, labelled, quotation, said
from bots.teams.elements import heading, rich, small
from bots.teams.texts import run
from core.messages import BreakReported, Noted, Refused, Scoring


def noted(note: Noted, _view: View) -> tuple[Card, ...]:
    """It is done."""
    return said(note.sentence)


def refused(refusal: Refused, _view: View) -> tuple[Card, ...]:
    """It could not be done: why, and how to mend it."""
    reference = f"Reference: {refusal.reference}" if refusal.reference.strip() else ""
    return said(" ".join(filter(None, [refusal.sentence, refusal.mend, reference])))


def scoring(_scoring: Scoring, _view: View) -> tuple[Card, ...]:
    """The call is being scored."""
    return said(f"Scoring… {SCORING}")


def break_reported(report: BreakReported, _view: View) -> tuple[Card, ...]:
    """For the scenario's owner: the customer fell out of its part."""

    def build(room: int) -> Laid:
        lines = report.lines[:BROKEN]
        code = run(title(report.scenario), fontType="Monospace")
        return Laid(
            [
                *small("Break of character"),
                heading(report.title),
                *rich([broken(report)]),
                *rich(["Scenario: ", code]),
                *[e for q in lines for e in quotation(q, min(room, LINE))],
                *rich(labelled("Their remark", report.remark, room)),
            ]
        )

    return card(broken(report), build)
