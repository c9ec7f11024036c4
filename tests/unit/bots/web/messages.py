"""One message of every kind, with the same words in every field that holds words."""

from __future__ import annotations

from core.attempt import EndReason
from core.messages import (
    Adjusted,
    AssignmentOffered,
    BreakReported,
    Briefing,
    CallEnded,
    CallJoined,
    CallLeft,
    CallOffered,
    CallOpened,
    CheckResult,
    CoachSaid,
    CriterionMean,
    CriterionScore,
    CustomerSaid,
    Digest,
    Face,
    HelpNeeded,
    Message,
    Metric,
    Noted,
    OneToOne,
    Quote,
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
        AssignmentOffered(w, w, w, face, (document,), 600, Mode.VOICE, w, EPOCH, 2, w),
        Briefing(w, w, w, w, face, (document,), 600, Mode.VOICE, None),
        CallOpened(w, w, w, w, face, (document,), EPOCH),
        CallOpened(w, None, w, w, face, (document,), None, Mode.VOICE),
        CallJoined(w, w, w, EPOCH),
        CallLeft(w, w, w),
        CallOffered(w, w, face),
        CallOffered(w, w, face, w),
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
        ReviewLine(w, 3, w, w, by_trainee=True, into_s=63),
        _reviewed(w, "none"),
        _reviewed(w, "one_to_one"),
        _reviewed(w, "remedial"),
        _reviewed(w, "new_attempt"),
        OneToOne(w, w, w, w, by_coach=True, meet_at=EPOCH, words=w),
        OneToOne(w, w, w, w, by_coach=False, meet_at=None),
        ResultShared(w, w, w, "conditional", 3.5, "bronze"),
        ResultShared(w, w, w, None, None),
        Digest(
            EPOCH,
            EPOCH,
            (w,),
            people=2,
            attempts=3,
            done=1,
            overdue=1,
            waiting=1,
            overall=3.5,
            overall_before=3.0,
            criteria=(CriterionMean(w, 3.5, 3.0, 2), CriterionMean(w, 2.0, None, 1)),
            help=(HelpNeeded(w, w, (w, w), w), HelpNeeded(w, w, (w,))),
        ),
        BreakReported(w, w, w, w, (quote,), w),
        Noted(w),
        Refused(w, w, w),
    ]


def _reviewed(w: str, next_step: str) -> Reviewed:
    adjusted = Adjusted(w, w, 2, 4, w), Adjusted(w, w, None, 3, w)
    return Reviewed(w, w, w, w, w, "conditional", w, 4.0, 2.0, adjusted, next_step, w, EPOCH)
