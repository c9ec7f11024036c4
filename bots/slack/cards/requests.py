"""For coaches: an attempt that wants a look."""

from __future__ import annotations

from slack_sdk.models.blocks import Block

from bots.chat.texts import fit
from bots.chat.words import reviews as words
from bots.chat.words.figures import LINE, barred, name, result, title, who
from bots.slack.blocks import actions, button, context, header
from bots.slack.cards.card import Card, View, card, quotation
from bots.slack.names import Action
from bots.slack.rich import Part, Row, bold, person, rich, rows
from core.messages import ReviewAsked


def review_asked(asked: ReviewAsked, view: View) -> Card:
    """An attempt for the coaches to look at, with the lines to begin with."""
    score = barred(asked.overall, result(asked.overall, asked.verdict))
    buttons = actions(
        button("Review", Action.REVIEW, value=asked.attempt, style="primary"),
        button("Comment on a line", Action.COMMENT, value=asked.attempt),
        button("Whole call here", Action.SHOW_LINES, value=asked.attempt),
    )

    def build(room: int) -> list[Block]:
        lines = asked.lines[: words.LINES]
        quotes = [e for q in lines for e in quotation(q, view, min(room, LINE))]
        begin = rows([bold(words.LOOK_FIRST)]) if quotes else []
        return [
            *context(words.reason(asked)),
            header(f"{who(asked.trainee)}: {title(asked.title)}"),
            *rich(rows(_call_for(asked), [fit(asked.why, room)], [score])),
            *rich(begin, quotes),
            *buttons,
        ]

    return card(words.asked(asked), build)


def _call_for(asked: ReviewAsked) -> Row:
    """Names the coaches, so that Slack tells them."""
    if not asked.coaches:
        return [words.nobody_coaches(asked)]
    called: list[Part] = []
    for number, (member, called_by) in enumerate(asked.coaches[: words.COACHES]):
        called += [", " if number else "", person(member, name(called_by))]
    return [*called, words.have_a_look(asked)]
