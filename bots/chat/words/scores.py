"""The score card, in as much detail as there is room for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bots.chat.texts import fit
from bots.chat.words.figures import MEDALS, attempts_left, name, of_five, result, title
from core.messages import CheckResult, CriterionScore, Metric, ScoreCard
from core.scoring import ScoreRun, Verdict
from core.views import medal
from core.wording import change, figure, sentence

APPROXIMATE = "These scores are approximate: take them as a guide."
NOT_SCORED = "Not scored"


@dataclass(frozen=True, slots=True)
class Level:
    """How many characters or pieces of each kind are shown. A level less shows less of them.

    `quotes` and `figures` count pieces, each quote of `quote` characters; `notes` are the reasons
    of checks.
    """

    why: int
    names: int
    criteria: int
    rationale: int
    quotes: int
    quote: int
    better: int
    checks: int
    notes: int
    figures: int


# The figures go first, then the evidence beyond the best, then advice: a score and why stay.
LEVELS = (
    Level(1500, 150, 30, 2000, 5, 600, 1000, 30, 600, 30),
    Level(1000, 150, 30, 800, 3, 300, 500, 30, 300, 20),
    Level(800, 120, 30, 600, 2, 200, 400, 20, 200, 0),
    Level(600, 120, 30, 400, 1, 200, 250, 20, 100, 0),
    Level(500, 100, 30, 260, 1, 120, 160, 15, 0, 0),
    Level(400, 80, 30, 160, 0, 0, 100, 15, 0, 0),
    Level(300, 80, 30, 80, 0, 0, 0, 10, 0, 0),
    Level(200, 60, 30, 60, 0, 0, 0, 5, 0, 0),
    Level(200, 40, 24, 0, 0, 0, 0, 5, 0, 0),
)


# Figures that say the same as a check: their ids, and the check's.
_TWINS = {"greeting": "greeted", "closing": "closed"}
_WELL = 4
_GIST = 160


def announced(score: ScoreCard, *, own: bool) -> str:
    """What a score card announces."""
    whose = "Your score" if own else "The score"
    return (
        f"{whose} for “{title(score.title)}”: {result(score.overall, score.verdict)}. {score.why}"
    )


def unscored(score: ScoreCard) -> bool:
    """Whether nothing could be scored."""
    return not any(c.score is not None for c in score.criteria)


def why_unscored(score: ScoreCard) -> str:
    """The one reason for which nothing was scored, "" for several."""
    reasons = dict.fromkeys(c.reason for c in score.criteria if c.reason.strip())
    return sentence(next(iter(reasons))) if len(reasons) == 1 else ""


def medal_of(score: ScoreCard, now: datetime) -> str:
    """The medal that this score earns, "" for none."""
    if score.verdict not in list(Verdict):
        return ""
    run = ScoreRun(
        score.run,
        score.attempt,
        now,
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


def moved(score: ScoreCard) -> str:
    """Up 0.6 since last time."""
    told = change(score.overall, score.overall_before)
    return f"{sentence(told)}." if told else ""


def number(score: CriterionScore) -> tuple[str, str]:
    """4 of 5, and up 1 since last time; to be set beside each other."""
    told = change(score.score, score.before)
    return sentence(of_five(score.score)), f" · {told}" if told else ""


def weight(score: CriterionScore) -> str:
    """25 %."""
    return f"{round(score.weight * 100)} %"


def missed(score: CriterionScore) -> str:
    """What a score below the mandatory minimum means, "" for any other."""
    minimum = score.minimum
    if minimum is None or score.score is None or score.score >= minimum:
        return ""
    return f"Needs at least {minimum} to pass."


def rationale(score: CriterionScore, level: Level) -> tuple[str, str]:
    """Why the score is what it is, and why there is none."""
    why = fit(score.rationale, level.rationale) if level.rationale else ""
    none = fit(score.reason, max(level.rationale, 80)) if score.score is None else ""
    return why, none


def advice(score: CriterionScore, level: Level) -> tuple[str, str]:
    """What to try, and what stands before it."""
    better = fit(score.better, level.better) if level.better else ""
    if not better.strip():
        return "", ""
    return "" if better.lstrip().startswith("Try") else "Try: ", better


def check(told: CheckResult, level: Level) -> tuple[str, str]:
    """Yes, no, or that it could not be told; and what of, with a note where there is room."""
    said = {True: "Yes", False: "No", None: "Could not be told"}[told.passed]
    note = fit(told.reason, level.notes).strip() if level.notes else ""
    return f"{said}: ", fit(told.name, level.names) + (f" – {note}" if note else "")


def more(things: Sequence[object], shown: int) -> str:
    """And 3 more, "" where all are shown."""
    return f"and {len(things) - shown} more" if len(things) > shown else ""


def worth_telling(score: ScoreCard) -> list[Metric]:
    """The figures that have a value, and that no check tells already."""
    told = {c.id for c in score.checks if c.passed is not None}
    return [
        m
        for m in score.metrics
        if m.value is not None and not told & {m.id, _TWINS.get(m.id, m.id)}
    ]


def went_well(score: ScoreCard) -> tuple[str, str]:
    """The criterion with the best score and why, in a line; "" where nothing was good yet."""
    good = [c for c in score.criteria if (c.score or 0) >= _WELL and c.rationale.strip()]
    best = max(good, key=lambda c: (c.score or 0, c.weight), default=None)
    return (name(best.name), _gist(best.rationale)) if best else ("", "")


def next_thing(score: ScoreCard) -> tuple[str, str]:
    """The criterion with the lowest score and what to try there, in a line; "" for nothing."""
    open_ = [c for c in score.criteria if c.score is not None and c.better.strip()]
    low = min(open_, key=lambda c: (c.score or 0, -c.weight), default=None)
    return (name(low.name), _gist(low.better)) if low else ("", "")


def _gist(words: str) -> str:
    return fit(" ".join(words.split()), _GIST)


def counted_figure(metric: Metric, level: Level) -> tuple[str, str, str]:
    """What was counted, the figure, and what is usual."""
    label = f"{fit(metric.name, level.names)}: "
    if metric.band == "1 = yes" and metric.value is not None:
        return label, "Yes" if metric.value else "No", ""
    unit = f" {fit(metric.unit, 20)}" if metric.unit and metric.value is not None else ""
    band = f" (usual: {fit(metric.band, 40)})" if metric.band and metric.band != "1 = yes" else ""
    return label, f"{figure(metric.value)}{unit}", band


def shortened(score: ScoreCard, level: Level) -> str:
    """What is not told here, and where it is."""
    hidden = len(score.criteria) - level.criteria
    if hidden > 0:
        kind = "criterion" if hidden == 1 else "criteria"
        return f"… and {hidden} more {kind}: see Transcript."
    return "" if level is LEVELS[0] else "… shortened here: see Transcript for all of it."


def small_print(score: ScoreCard, *, own: bool) -> list[str]:
    """Who scored, how far to trust it, and how many attempts are left."""
    by = f"Scored by {name(score.graded_by)}." if score.graded_by.strip() else ""
    rough = APPROXIMATE if score.approximate else ""
    counts = own and score.assignment is not None and score.attempts_left is not None
    tries = f"{sentence(attempts_left(score.attempts_left))}." if counts else ""
    return [f"{by} {rough}".strip(), tries]


def may_try_again(score: ScoreCard, *, own: bool) -> str:
    """The assignment at which the reader may try again, "" for none."""
    return score.assignment if own and score.assignment and score.attempts_left != 0 else ""
