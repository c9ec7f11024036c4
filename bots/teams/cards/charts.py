"""A chart of the criteria, and beside it what they were last time.

Teams draws charts in cards of any version. A client that cannot shows the bars of the fallback.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bots.chat.texts import fit
from bots.chat.words.figures import bar, of_five
from bots.teams.elements import Element, column, columns, container, rich
from bots.teams.texts import guarded, subtle
from core.messages import CriterionScore

_FEWEST, _MOST = 2, 8
_LABEL, _NAME = 24, 60
_CUTS = re.compile(r"\s*[,;:(/–—]\s*|\s+(?:and|or|at|in|of|on|for|with|to|behind)\s+")
_HIGHEST = 5


def chart(criteria: Sequence[CriterionScore]) -> list[Element]:
    """Return a chart of what was scored; none for a single criterion, or for a crowd of them."""
    scored = [c for c in criteria if c.score is not None]
    if not _FEWEST <= len(scored) <= _MOST:
        return []
    labelled = list(zip(_labels(scored), scored, strict=True))
    before = [(label, c.before) for label, c in labelled if c.before is not None]
    series = [_series("Last time", "neutral", before)] if before else []
    series.append(_series("This time", "categoricalBlue", [(n, c.score) for n, c in labelled]))
    return [
        {
            "type": "Chart.VerticalBar.Grouped",
            "title": "Scores, 1 to 5",
            "yMin": 0,
            "yMax": _HIGHEST,
            "showBarValues": True,
            "data": series,
            "fallback": _bars(scored),
        }
    ]


def _series(legend: str, color: str, scores: Sequence[tuple[str, int | None]]) -> dict[str, object]:
    values = [{"x": label, "y": score} for label, score in scores]
    return {"legend": legend, "color": color, "values": values}


def _labels(scored: Sequence[CriterionScore]) -> list[str]:
    """What stands below the columns: so short that a chart does not cut it, and never twice."""
    short = [_short(_name(c)) for c in scored]
    return [
        label if short.count(label) == 1 else fit(f"{n}. {label}", _LABEL)
        for n, label in enumerate(short, 1)
    ]


def _short(name: str) -> str:
    """A name that is too long ends where its first thought does."""
    if len(name) <= _LABEL:
        return name
    ends = [m.start() for m in _CUTS.finditer(name) if 0 < m.start() <= _LABEL]
    return name[: ends[0]] if ends else fit(name, _LABEL)


def _name(score: CriterionScore) -> str:
    return guarded(fit(" ".join(score.name.split()), _NAME)) or "–"


def _bars(scored: Sequence[CriterionScore]) -> Element:
    (made,) = container([_bar(each) for each in scored])
    return made


def _bar(score: CriterionScore) -> Element:
    """The name, the bar, and the number with what it was."""
    was = "" if score.before is None else f" (was {score.before})"
    return columns(
        column(rich([_name(score)]), 2),
        column(rich([bar(score.score)]), 1),
        column(rich([of_five(score.score), subtle(was)]), 2),
        spacing="Small",
    )
