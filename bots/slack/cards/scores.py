"""The score card: the result, every criterion with its evidence, what to do next."""

from __future__ import annotations

from slack_sdk.models.blocks import ActionsBlock, Block

from bots.chat.texts import fit
from bots.slack.blocks import actions, button, context, header
from bots.slack.cards.card import Card, View, attempts_left, detailed, name, result, title
from bots.slack.cards.criteria import LEVELS, Level, checks, criterion, figures
from bots.slack.names import Action
from bots.slack.rich import rich, rows
from core.messages import ScoreCard
from core.scoring import ScoreRun, Verdict
from core.views import medal
from core.wording import change, sentence

MEDALS = {"gold": "🥇 ", "silver": "🥈 ", "bronze": "🥉 "}


def score_card(score: ScoreCard, view: View) -> Card:
    """The result of a call. What matters least is shortened first, until it fits."""
    outcome = result(score.overall, score.verdict)
    whose = "Your score" if view.own else "The score"
    text = f"{whose} for “{title(score.title)}”: {outcome}. {score.why}"

    nothing = not any(c.score is not None for c in score.criteria)

    def build(level: Level) -> list[Block]:
        if nothing:
            return [*_nothing(score, level), *_buttons(score, view)]
        return [
            header(f"{_medal(score, view)}{outcome}"),
            *context(title(score.title)),
            *rich(rows([fit(score.why, level.why)], [_moved(score)])),
            *[b for c in score.criteria[: level.criteria] for b in criterion(c, view, level)],
            *checks(score.checks, view, level),
            *figures(score.metrics, level),
            *context(_shortened(score, level), *_small_print(score, view)),
            *_buttons(score, view),
        ]

    return detailed(text, build, LEVELS)


def _nothing(score: ScoreCard, level: Level) -> list[Block]:
    """A call in which nothing could be scored has one thing to say, and not a wall of dashes."""
    reasons = dict.fromkeys(c.reason for c in score.criteria if c.reason.strip())
    why = next(iter(reasons), "") if len(reasons) == 1 else ""
    return [
        header("Not scored"),
        *context(title(score.title)),
        *rich(rows([fit(score.why, level.why)], [fit(sentence(why), level.why)])),
    ]


def _medal(score: ScoreCard, view: View) -> str:
    if score.verdict not in list(Verdict):
        return ""
    run = ScoreRun(
        score.run,
        score.attempt,
        view.now,
        "",
        score.graded_by,
        score.approximate,
        score.overall,
        Verdict(score.verdict),
        score.why,
        (),
    )
    earned = medal(run)
    return MEDALS[earned.value] if earned else ""


def _moved(score: ScoreCard) -> str:
    moved = change(score.overall, score.overall_before)
    return f"{sentence(moved)}." if moved else ""


def _shortened(score: ScoreCard, level: Level) -> str:
    """What is not told here, and where it is."""
    hidden = len(score.criteria) - level.criteria
    if hidden > 0:
        more = "criterion" if hidden == 1 else "criteria"
        return f"… and {hidden} more {more}: see Transcript."
    return "" if level is LEVELS[0] else "… shortened here: see Transcript for all of it."


def _small_print(score: ScoreCard, view: View) -> list[str]:
    by = f"Scored by {name(score.graded_by)}." if score.graded_by.strip() else ""
    rough = "These scores are approximate: take them as a guide." if score.approximate else ""
    counts = view.own and score.assignment is not None and score.attempts_left is not None
    left = f"{sentence(attempts_left(score.attempts_left))}." if counts else ""
    return [f"{by} {rough}".strip(), left]


def _buttons(score: ScoreCard, view: View) -> list[ActionsBlock]:
    again = None
    if view.own and score.assignment and score.attempts_left != 0:
        again = button("Try again", Action.START_CHAT, value=score.assignment, style="primary")
    ask = button("Ask a coach", Action.ASK_COACH, value=score.attempt) if view.own else None
    return actions(again, button("Transcript", Action.TRANSCRIPT, value=score.attempt), ask)
