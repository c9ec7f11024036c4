"""One message of every kind, with the same words in every field that holds words."""

from __future__ import annotations

from core.attempt import EndReason
from core.messages import (
    AssignmentOffered,
    BreakReported,
    Briefing,
    CallEnded,
    CallOpened,
    CheckResult,
    CoachSaid,
    CriterionScore,
    CustomerSaid,
    Face,
    Message,
    Metric,
    Noted,
    Quote,
    Refused,
    ReviewAsked,
    ScoreCard,
    Scoring,
    TimeWarning,
    TraineeSaid,
)
from core.rehearsal import EPOCH
from core.scenario import Document, Mode, Outcome


def one_of_each(w: str) -> list[Message]:
    """Every message, saying `w` wherever it can."""
    face, document, quote = Face(w, w), Document(w, w, f"{w}.svg"), Quote(3, w)
    criterion = CriterionScore(w, w, 2, 0.5, w, (quote,), w, minimum=3, before=1, better=w)
    unscored = CriterionScore(w, w, None, 0.5, "", (), w)
    checks = tuple(CheckResult(w, w, passed, w, (quote,)) for passed in (True, False, None))
    metrics = (Metric(w, w, 12.5, w, w), Metric(w, w, None, w, w))
    return [
        AssignmentOffered(w, w, w, face, (document,), 600, Mode.VOICE, w, EPOCH, 2),
        Briefing(w, w, w, w, face, (document,), 600, Mode.VOICE, None),
        CallOpened(w, w, w, w, face, (document,), EPOCH),
        TraineeSaid(w, 1, w, w, f"web:t:{w}"),
        CustomerSaid(w, 2, face, w, document),
        TimeWarning(w, 60),
        CallEnded(w, EndReason.EXIT, Outcome.GOOD, w, face, 252, 9),
        Scoring(w),
        ScoreCard(
            w,
            w,
            w,
            3.5,
            "fail",
            w,
            (criterion, unscored),
            checks,
            metrics,
            3.0,
            w,
            approximate=True,
            assignment=w,
            attempts_left=1,
        ),
        CoachSaid(w, w, w, w, quote),
        ReviewAsked(w, w, w, w, 2.5, (quote,)),
        BreakReported(w, w, w, w, (quote,), w),
        Noted(w),
        Refused(w, w, w),
    ]
