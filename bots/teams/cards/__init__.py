"""From what the product says to what Teams shows: one renderer for each kind of message."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from bots.teams.cards.calls import ended, opened, render_head, warned
from bots.teams.cards.card import Card, View
from bots.teams.cards.digests import digest, result_shared
from bots.teams.cards.lines import (
    coach_said,
    customer_said,
    review_line,
    said_elsewhere,
    trainee_said,
)
from bots.teams.cards.notes import break_reported, noted, refused, scoring
from bots.teams.cards.offers import (
    briefing,
    offered,
    render_accepted,
    render_put_off,
)
from bots.teams.cards.requests import review_asked
from bots.teams.cards.reviews import one_to_one, render_reviewed, reviewed
from bots.teams.cards.scores import score_card
from bots.teams.cards.voice import call_offered, joined, left
from core.messages import (
    AssignmentOffered,
    BreakReported,
    Briefing,
    CallEnded,
    CallJoined,
    CallLeft,
    CallOffered,
    CallOpened,
    CoachSaid,
    CustomerSaid,
    Digest,
    Message,
    Noted,
    OneToOne,
    Refused,
    ResultShared,
    ReviewAsked,
    Reviewed,
    ReviewLine,
    ScoreCard,
    Scoring,
    TimeWarning,
    TraineeSaid,
)

__all__ = [
    "RENDERERS",
    "Card",
    "View",
    "render",
    "render_accepted",
    "render_head",
    "render_put_off",
    "render_reviewed",
    "said_elsewhere",
]

# Each takes a message of its class and the view.
RENDERERS: dict[type[Message], Callable[[Any, View], tuple[Card, ...]]] = {
    AssignmentOffered: offered,
    BreakReported: break_reported,
    Briefing: briefing,
    CallEnded: ended,
    CallJoined: joined,
    CallLeft: left,
    CallOffered: call_offered,
    CallOpened: opened,
    CoachSaid: coach_said,
    CustomerSaid: customer_said,
    Digest: digest,
    Noted: noted,
    OneToOne: one_to_one,
    Refused: refused,
    ResultShared: result_shared,
    ReviewAsked: review_asked,
    ReviewLine: review_line,
    Reviewed: reviewed,
    ScoreCard: score_card,
    Scoring: scoring,
    TimeWarning: warned,
    TraineeSaid: trainee_said,
}


def render(message: Message, view: View) -> tuple[Card, ...]:
    """Return the message as this reader sees it.

    Several cards where one would be too large, none where Teams shows it by itself.
    """
    return RENDERERS[type(message)](message, view)
