"""From what the product says to what Slack shows: one renderer for each kind of message."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from bots.slack.cards.calls import ended, opened, render_head, warned
from bots.slack.cards.card import Card, View
from bots.slack.cards.digests import digest, result_shared
from bots.slack.cards.lines import (
    coach_said,
    customer_said,
    review_line,
    said_elsewhere,
    trainee_said,
)
from bots.slack.cards.notes import break_reported, noted, refused, scoring
from bots.slack.cards.offers import (
    briefing,
    offered,
    render_accepted,
    render_put_off,
)
from bots.slack.cards.requests import review_asked
from bots.slack.cards.reviews import one_to_one, render_reviewed, reviewed
from bots.slack.cards.scores import score_card
from bots.slack.cards.voice import call_offered, joined, left
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
RENDERERS: dict[type[Message], Callable[[Any, View], Card | None]] = {
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


def render(message: Message, view: View) -> Card | None:
    """Return the message as this reader sees it; None where Slack shows it by itself."""
    return RENDERERS[type(message)](message, view)
