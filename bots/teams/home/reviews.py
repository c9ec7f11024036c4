"""What waits for a coach: calls to review."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from bots.chat.texts import fit
from bots.chat.words.reviews import NOTHING_WAITS, WHY
from bots.teams import elements
from bots.teams.buttons import dialog
from bots.teams.cards import Card
from bots.teams.elements import Element, buttons, container, heading, rich
from bots.teams.home.groups import Group, laid_out
from bots.teams.names import Verb
from bots.teams.texts import bold, lined
from core.views import WaitingReview
from core.wording import counted, day_time, figure

_NAME, _TITLE = 60, 120


def reviews(waiting: Sequence[WaitingReview], now: datetime, time_zone: str = "UTC") -> Card:
    """Return the waiting reviews, oldest first; moments by the clock of `time_zone`."""
    if not waiting:
        body = [heading("Reviews"), *rich([NOTHING_WAITS])]
        return Card(NOTHING_WAITS, elements.card(body))
    told = f"{counted(len(waiting), 'call')} to review, the oldest first."
    entries = [_entry(one, now, time_zone) for one in waiting]
    group = Group("Waiting for your review", entries, "And {} more.")
    return Card(told, elements.card([*rich([told]), *laid_out([group])], wide=True))


def _entry(one: WaitingReview, now: datetime, time_zone: str) -> list[Element]:
    attempt = one.request.attempt
    score = "" if one.overall is None else f" · {figure(one.overall)} of 5"
    when = day_time(one.request.at, time_zone, now)
    told = lined(
        [bold(fit(one.trainee.name, _NAME)), f": {fit(one.title, _TITLE)}"],
        [f"{WHY[one.request.why]}{score} · {when}"],
    )
    asked = buttons(
        dialog("Review", Verb.REVIEW, attempt, style="positive"),
        dialog("Transcript", Verb.TRANSCRIPT, attempt),
    )
    return container([*rich(told), *asked], separator=True)
