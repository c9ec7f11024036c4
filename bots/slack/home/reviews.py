"""What waits for a coach: calls to review."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from slack_sdk.models.blocks import Block

from bots.chat.texts import fit
from bots.chat.words.reviews import NOTHING_WAITS, WHY
from bots.slack.blocks import actions, button, header, section
from bots.slack.home.groups import Group, Thing, as_dicts, laid_out
from bots.slack.names import Action
from bots.slack.rich import bold, moment, rich, rows
from core.views import WaitingReview
from core.wording import counted, figure

_ROOM = 45
_NAME, _TITLE = 60, 120


def review_blocks(
    waiting: Sequence[WaitingReview], now: datetime, time_zone: str = "UTC"
) -> list[Thing]:
    """Return the waiting reviews as the blocks of a message, oldest first.

    `time_zone` is the reader's, for where Slack cannot show moments by their own clock.
    """
    if not waiting:
        return as_dicts([header("Reviews"), section(NOTHING_WAITS)])
    words = section(f"{counted(len(waiting), 'call')} to review, the oldest first.")
    group = waiting_group(waiting, now, time_zone)
    return as_dicts([words, *laid_out([group], _ROOM)])


def waiting_group(waiting: Sequence[WaitingReview], now: datetime, time_zone: str) -> Group:
    """Return the waiting reviews as a group."""
    entries = [_entry(one, now, time_zone) for one in waiting]
    return Group("Waiting for your review", entries, "And {} more.")


def _entry(one: WaitingReview, now: datetime, time_zone: str) -> Sequence[Block]:
    attempt = one.request.attempt
    score = "" if one.overall is None else f" · {figure(one.overall)} of 5"
    words = rows(
        [bold(fit(one.trainee.name, _NAME)), f": {fit(one.title, _TITLE)}"],
        [f"{WHY[one.request.why]}{score} · ", moment(one.request.at, time_zone, now)],
    )
    return [
        *rich(words),
        *actions(
            button("Review", Action.REVIEW, value=attempt, style="primary"),
            button("Transcript", Action.TRANSCRIPT, value=attempt),
        ),
    ]
