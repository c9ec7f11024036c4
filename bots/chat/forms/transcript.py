"""What a transcript shows: the lines, what was scored on them, and what coaches said of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from core.attempt import Speaker, Turn
from core.people import Comment
from core.scoring import ScoreRun
from core.views import AttemptPage
from core.wording import figure, line_number, offset

TITLE = "Transcript"
EMPTY = "Nothing was said in this call."
EARLIER, LATER = "Earlier lines", "Later lines"
_VERDICTS = {"pass": "Passed", "fail": "Not passed yet", "conditional": "Passed, on a condition"}
_RESULTS = {True: "yes", False: "no", None: "could not be told"}


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the call: its number and who said it, how far into the call, and its marks."""

    number: str
    name: str
    aside: str
    text: str
    marks: str


@dataclass(frozen=True, slots=True)
class Said:
    """What a coach said, about the line before it or, before the first, of the whole."""

    name: str
    text: str


def began(found: AttemptPage) -> datetime:
    """Return when the call began, in UTC."""
    return found.attempt.started_at or found.attempt.created_at


def who(found: AttemptPage) -> str:
    """Tia Trainee with Dana."""
    return f"{found.trainee.name} with {found.scenario.persona.name}"


def results(found: AttemptPage) -> tuple[str, str]:
    """Return the verdict that counts, and the score, "" for none."""
    run = found.standing
    score = f"{figure(run.overall)} of 5" if run and run.overall is not None else ""
    return _VERDICTS.get(run.verdict.value, "Not scored") if run else "Not scored yet", score


def paged(at: int, pages: int) -> str:
    """Page 2 of 3; nothing where there is but one. `at` counts from 0."""
    return f"Page {at + 1} of {pages}" if pages > 1 else ""


def said(found: AttemptPage, names: Mapping[str, str]) -> Iterator[Line | Said]:
    """Yield what is said of the whole, then each line with what is said of it.

    `names` are those of who commented, by id.
    """
    by: dict[int | None, list[Comment]] = {}
    for comment in found.comments:
        by.setdefault(comment.turn, []).append(comment)
    for turn in (None, *found.attempt.turns):
        if turn is not None:
            yield _line(turn, found)
        for comment in by.get(turn.number if turn else None, []):
            yield Said(names.get(comment.author, "A coach"), comment.text)


def _line(turn: Turn, found: AttemptPage) -> Line:
    trainee = turn.speaker is Speaker.TRAINEE
    mood = "" if trainee else f" · {turn.mood.value}"
    return Line(
        f"{line_number(turn.number)}.",
        found.trainee.name if trainee else found.scenario.persona.name,
        f"{offset(turn.at, found.attempt.started_at)} in{mood}",
        turn.text,
        " · ".join(_marks(turn, found.standing)),
    )


def _marks(turn: Turn, run: ScoreRun | None) -> list[str]:
    """What a line is evidence of: criteria with their scores, checks with their results."""
    if run is None:
        return []
    scores = [
        (c.quotes, f"{c.name}: {'not scored' if c.score is None else f'{c.score} of 5'}")
        for c in run.criteria
    ]
    checks = [(c.quotes, f"{c.name}: {_RESULTS[c.passed]}") for c in run.checks]
    found = [
        words for quotes, words in [*scores, *checks] if any(q.turn == turn.number for q in quotes)
    ]
    return list(dict.fromkeys(found))
