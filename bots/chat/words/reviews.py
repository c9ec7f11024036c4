"""Between coaches and trainees: what is asked, said and agreed; and who reported what."""

from __future__ import annotations

from bots.chat.texts import fit
from bots.chat.words.figures import LINE, bar, name, of_five, result, title
from core.messages import (
    Adjusted,
    BreakReported,
    OneToOne,
    ReviewAsked,
    Reviewed,
    ReviewLine,
)
from core.review import WhyReview
from core.wording import line_number

COACHES, LINES, ADJUSTED, BROKEN = 10, 5, 20, 10
LOOK_FIRST = "Lines to look at first:"
CHANGED = "Scores that the coach changed"
NOTHING_WAITS = "No call waits for your review. When one does, I will tell you."
_REASONS = {"low": "Low score", "high": "Very high score", "sample": "Weekly sample"}
WHY = {
    WhyReview.LOW: "The score is low",
    WhyReview.HIGH: "Looks too good: is it deserved?",
    WhyReview.SAMPLE: "Drawn for this week's sample",
    WhyReview.ASKED: "Asked for a coach's view",
}


def reason(asked: ReviewAsked) -> str:
    """Why an attempt comes to the coaches, in a word."""
    return _REASONS.get(asked.reason, "Asked for by the trainee")


def asked(request: ReviewAsked) -> str:
    """What a request for a review announces."""
    why = fit(request.why, LINE)
    return f"{name(request.trainee)}, “{title(request.title)}”: would you have a look? {why}"


def nobody_coaches(request: ReviewAsked) -> str:
    """That there is nobody to ask."""
    return f"Nobody coaches {name(request.trainee)} yet: an administrator can name a coach."


def have_a_look(request: ReviewAsked) -> str:
    """What is asked of the coaches; to follow their names."""
    return f": would you have a look at {name(request.trainee)}’s call?"


def has_reviewed(done: Reviewed, *, own: bool) -> str:
    """Who has reviewed what."""
    whose = "your" if own else f"{name(done.trainee)}’s"
    return f"{name(done.coach)} has reviewed {whose} call “{title(done.title)}”"


def was(done: Reviewed) -> str:
    """The score before the coach changed it, "" where it stands."""
    return f" (was {of_five(done.overall_was)})" if done.overall != done.overall_was else ""


def outcome(done: Reviewed) -> str:
    """The result that the coach gives."""
    return result(done.overall, done.verdict)


def adjusted(change: Adjusted) -> tuple[str, str]:
    """Which criterion the coach scored otherwise, and both numbers."""
    before = "not scored" if change.was is None else str(change.was)
    return title(change.name)[:60], f"{bar(change.now)} {change.now} of 5 (was {before})"


def next_step(done: Reviewed, *, own: bool) -> str:
    """What comes next, "" for nothing; a 1:1's moment comes after it."""
    whose = "your" if own else "their"
    steps = {
        "one_to_one": f"a 1:1 with {name(done.coach)}",
        "remedial": f"another scenario, “{title(done.next_title)}”, in {whose} training",
        "new_attempt": f"one more attempt at “{title(done.title)}”",
    }
    return steps.get(done.next_step, "")


def one_to_one(meeting: OneToOne) -> str:
    """What a 1:1 announces."""
    other = name(meeting.other_name)
    about = f"about “{title(meeting.title)}”"
    if meeting.by_coach:
        return f"You suggested a 1:1 with {other} {about}."
    return f"{other} would like a 1:1 with you {about}."


def line_of(line: ReviewLine) -> str:
    """Line 3 · Alex, trainee · 0:42."""
    minutes, seconds = divmod(max(0, line.into_s), 60)
    speaker = f"{name(line.speaker)}{', trainee' if line.by_trainee else ', customer'}"
    return f"Line {line_number(line.turn)} · {speaker} · {minutes}:{seconds:02}"


def broken(report: BreakReported) -> str:
    """That a customer fell out of its part."""
    who = name(report.trainee)
    return f"{who} reports that the customer fell out of its part in “{title(report.title)}”."
