"""The score card: the result and what to do next at one look, then every criterion."""

from __future__ import annotations

from bots.chat.texts import fit
from bots.chat.words import scores as words
from bots.chat.words.figures import result, title
from bots.chat.words.scores import LEVELS, Level
from bots.teams.buttons import dialog, execute
from bots.teams.cards.card import Card, Laid, View, detailed
from bots.teams.cards.charts import chart
from bots.teams.cards.criteria import criterion, details
from bots.teams.elements import Element, buttons, heading, rich, small
from bots.teams.names import Verb
from bots.teams.texts import Row, bold, lined
from core.messages import ScoreCard


def score_card(score: ScoreCard, view: View) -> tuple[Card, ...]:
    """The result of a call. What matters least is shortened first, until it fits."""

    def build(level: Level) -> Laid:
        return Laid((_nothing if words.unscored(score) else _told)(score, view, level))

    return (detailed(words.announced(score, own=view.own), build, LEVELS, wide=True),)


def _told(score: ScoreCard, view: View, level: Level) -> list[Element]:
    outcome = result(score.overall, score.verdict)
    shown = score.criteria[: level.criteria]
    return [
        heading(f"{words.medal_of(score, view.now)}{outcome}"),
        *small(title(score.title)),
        *rich(lined([fit(score.why, level.why)], [words.moved(score)])),
        *rich(lined(*_gist(score))),
        *chart(shown),
        *_buttons(score, view),
        *[e for c in shown for e in criterion(c, level)],
        *details(score, level),
        *small(words.shortened(score, level), *words.small_print(score, own=view.own)),
    ]


def _gist(score: ScoreCard) -> list[Row]:
    """One good thing, and one to try next, each on a line."""
    good, why = words.went_well(score)
    low, better = words.next_thing(score)
    return [
        [bold("Went well: "), f"{good}. {why}"] if why else [],
        [bold("Next time: "), f"{low}. {better}"] if better else [],
    ]


def _nothing(score: ScoreCard, view: View, level: Level) -> list[Element]:
    """A call in which nothing could be scored has one thing to say, and not a wall of dashes."""
    return [
        heading(words.NOT_SCORED),
        *small(title(score.title)),
        *rich(lined([fit(score.why, level.why)], [fit(words.why_unscored(score), level.why)])),
        *_buttons(score, view),
    ]


def _buttons(score: ScoreCard, view: View) -> list[Element]:
    again = None
    if assignment := words.may_try_again(score, own=view.own):
        again = execute("Try again", Verb.START_CHAT, assignment, style="positive")
    ask = execute("Ask a coach", Verb.ASK_COACH, score.attempt) if view.own else None
    return buttons(again, dialog("Transcript", Verb.TRANSCRIPT, score.attempt), ask)
