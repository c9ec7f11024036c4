"""From what the product says to a piece of HTML: one template for each kind of message."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from markupsafe import Markup

from bots.web.render import templates
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
    Outgoing,
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
from core.people import Person

CARDS: dict[type[Message], str] = {
    AssignmentOffered: "assignment_offered",
    BreakReported: "break_reported",
    Briefing: "briefing",
    CallEnded: "call_ended",
    CallJoined: "call_joined",
    CallLeft: "call_left",
    CallOffered: "call_offered",
    CallOpened: "call_opened",
    CoachSaid: "coach_said",
    CustomerSaid: "customer_said",
    Digest: "digest",
    Noted: "noted",
    OneToOne: "one_to_one",
    Refused: "refused",
    ResultShared: "result_shared",
    ReviewAsked: "review_asked",
    Reviewed: "reviewed",
    ReviewLine: "review_line",
    ScoreCard: "score_card",
    Scoring: "scoring",
    TimeWarning: "time_warning",
    TraineeSaid: "trainee_said",
}


@dataclass(frozen=True, slots=True)
class View:
    """Who looks, and when. `own` is whether the thread is the viewer's own practice.

    `token` goes into the forms of the card.
    """

    viewer: Person
    own: bool
    token: str
    now: datetime


def card(number: int, outgoing: Outgoing, view: View) -> Markup:
    """Return the post as this viewer sees it."""
    template = templates().get_template(f"cards/{CARDS[type(outgoing.message)]}.html")
    html = template.render(
        message=outgoing.message,
        post=number,
        at=max(outgoing.at, outgoing.not_before or outgoing.at),
        view=view,
        tz=view.viewer.time_zone,
        send_key=_send_key(outgoing),
    )
    return Markup(html)  # noqa: S704 - rendered by a template that escapes every field


def _send_key(outgoing: Outgoing) -> str:
    """Return the key that the page made when it sent the line, "" for any other message.

    The command's id is `web:<attempt>:<key>`; the practice may hand either on.
    """
    message = outgoing.message
    return message.key.rpartition(":")[2] if isinstance(message, TraineeSaid) else ""
