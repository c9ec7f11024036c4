"""A chart of the criteria, and beside it what they were last time.

Teams draws charts in cards of any version. A client that cannot shows the bars of the fallback.
"""

from __future__ import annotations

from collections.abc import Sequence

from bots.chat.texts import fit
from bots.chat.words.figures import bar, of_five
from bots.teams.elements import Element, column, columns, container, rich
from bots.teams.texts import guarded, subtle
from core.messages import CriterionScore

_FEWEST, _MOST = 2, 8
_LABEL = 24
_HIGHEST = 5


def chart(criteria: Sequence[CriterionScore]) -> list[Element]:
    """Return a chart of what was scored; none for a single criterion, or for a crowd of them."""
    scored = [c for c in criteria if c.score is not None]
    if not _FEWEST <= len(scored) <= _MOST:
        return []
    before = [c for c in scored if c.before is not None]
    series = [_series("Last time", "neutral", [(c, c.before) for c in before])] if before else []
    series.append(_series("This time", "categoricalBlue", [(c, c.score) for c in scored]))
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


def _series(
    legend: str, color: str, scores: Sequence[tuple[CriterionScore, int | None]]
) -> dict[str, object]:
    values = [{"x": _label(c), "y": score} for c, score in scores]
    return {"legend": legend, "color": color, "values": values}


def _label(score: CriterionScore) -> str:
    return guarded(fit(" ".join(score.name.split()), _LABEL)) or "–"


def _bars(scored: Sequence[CriterionScore]) -> Element:
    (made,) = container([_bar(each) for each in scored])
    return made


def _bar(score: CriterionScore) -> Element:
    """The name, the bar, and the number with what it was."""
    was = "" if score.before is None else f" (was {score.before})"
    return columns(
        column(rich([_label(score)]), 2),
        column(rich([bar(score.score)]), 1),
        column(rich([of_five(score.score), subtle(was)]), 2),
        spacing="Small",
    )
