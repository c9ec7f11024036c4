"""The score card: the result, every criterion with its evidence, what to do next."""

from __future__ import annotations

from slack_sdk.models.blocks import ActionsBlock, Block

from bots.chat.texts import fit
from bots.chat.words import scores as words
from bots.chat.words.figures import result, title
from bots.chat.words.scores import LEVELS, Level
from bots.slack.blocks import actions, button, context, header
from bots.slack.cards.card import Card, View, detailed
from bots.slack.cards.criteria import checks, criterion, figures
from bots.slack.names import Action
from bots.slack.rich import rich, rows
from core.messages import ScoreCard


def score_card(score: ScoreCard, view: View) -> Card:
    """The result of a call. What matters least is shortened first, until it fits."""
    medal, outcome = words.medal_of(score, view.now), result(score.overall, score.verdict)

    def build(level: Level) -> list[Block]:
        if words.unscored(score):
            return [*_nothing(score, level), *_buttons(score, view)]
        return [
            header(f"{medal}{outcome}"),
            *context(title(score.title)),
            *rich(rows([fit(score.why, level.why)], [words.moved(score)])),
            *[b for c in score.criteria[: level.criteria] for b in criterion(c, view, level)],
            *checks(score.checks, view, level),
            *figures(score.metrics, level),
            *context(words.shortened(score, level), *words.small_print(score, own=view.own)),
            *_buttons(score, view),
        ]

    return detailed(words.announced(score, own=view.own), build, LEVELS)


def _nothing(score: ScoreCard, level: Level) -> list[Block]:
    """A call in which nothing could be scored has one thing to say, and not a wall of dashes."""
    return [
        header(words.NOT_SCORED),
        *context(title(score.title)),
        *rich(rows([fit(score.why, level.why)], [fit(words.why_unscored(score), level.why)])),
    ]


def _buttons(score: ScoreCard, view: View) -> list[ActionsBlock]:
    again = None
    if assignment := words.may_try_again(score, own=view.own):
        again = button("Try again", Action.START_CHAT, value=assignment, style="primary")
    ask = button("Ask a coach", Action.ASK_COACH, value=score.attempt) if view.own else None
    return actions(again, button("Transcript", Action.TRANSCRIPT, value=score.attempt), ask)
