"""A figure, percentiles, and the table they are printed in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured figure and what was aimed for."""

    what: str
    value: float
    unit: str
    aim: str = ""


def percentile(values: Sequence[float], share: float) -> float:
    """Return the nearest-rank percentile; `share` between 0 and 1."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, max(0, round(share * len(ordered) + 0.5) - 1))]


def spread(what: str, seconds: Sequence[float], aims: dict[float, str]) -> list[Figure]:
    """Return the percentiles of durations, in ms, one figure for each aim."""
    return [
        Figure(f"{what}, p{share * 100:g}", percentile(seconds, share) * 1000, "ms", aim)
        for share, aim in aims.items()
    ]


def table(figures: Sequence[Figure]) -> str:
    """Return the figures as a Markdown table."""
    rows = ["| figure | measured | aim |", "|---|---:|---|"]
    rows += [f"| {f.what} | {f.value:,.1f} {f.unit} | {f.aim} |" for f in figures]
    return "\n".join(rows)
