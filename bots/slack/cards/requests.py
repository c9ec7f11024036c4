"""For coaches: an attempt that wants a look."""

from __future__ import annotations

from slack_sdk.models.blocks import Block

from bots.chat.texts import fit
from bots.slack.blocks import actions, button, context, header
from bots.slack.cards.card import LINE, Card, View, bar, card, name, quotation, result, title
from bots.slack.names import Action
from bots.slack.rich import Part, Row, bold, person, rich, rows
from core.messages import ReviewAsked
from core.wording import first_name

_COACHES, _LINES = 10, 5
_REASONS = {"low": "Low score", "high": "Very high score", "sample": "Weekly sample"}


def review_asked(asked: ReviewAsked, view: View) -> Card:
    """An attempt for the coaches to look at, with the lines to begin with."""
    score = score_row(asked.overall, result(asked.overall, asked.verdict))
    buttons = actions(
        button("Review", Action.REVIEW, value=asked.attempt, style="primary"),
        button("Comment on a line", Action.COMMENT, value=asked.attempt),
        button("Whole call here", Action.SHOW_LINES, value=asked.attempt),
    )

    def build(room: int) -> list[Block]:
        lines = asked.lines[:_LINES]
        quotes = [e for q in lines for e in quotation(q, view, min(room, LINE))]
        begin = rows([bold("Lines to look at first:")]) if quotes else []
        return [
            *context(_REASONS.get(asked.reason, "Asked for by the trainee")),
            header(f"{who(asked.trainee)}: {title(asked.title)}"),
            *rich(rows(_call_for(asked), [fit(asked.why, room)], [score])),
            *rich(begin, quotes),
            *buttons,
        ]

    why = fit(asked.why, LINE)
    return card(
        f"{name(asked.trainee)}, “{title(asked.title)}”: would you have a look? {why}", build
    )


def who(trainee: str) -> str:
    """A first name leaves room for the title of the call."""
    return fit(first_name(trainee), 40) or "Somebody"


def score_row(overall: float | None, outcome: str) -> str:
    """The score as a bar and in words."""
    return f"{bar(overall)} {outcome}" if overall is not None else outcome


def _call_for(asked: ReviewAsked) -> Row:
    """Names the coaches, so that Slack tells them."""
    if not asked.coaches:
        return [f"Nobody coaches {name(asked.trainee)} yet: an administrator can name a coach."]
    called: list[Part] = []
    for number, (member, words) in enumerate(asked.coaches[:_COACHES]):
        called += [", " if number else "", person(member, name(words))]
    return [*called, f": would you have a look at {name(asked.trainee)}’s call?"]
