"""How well two raters agree: the figures with which the grader is calibrated.

Quadratic-weighted kappa is for ratings on one scale and punishes a miss by its square; rank
correlation is for scales that differ, and only asks whether the order is the same.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from statistics import fmean


@dataclass(frozen=True, slots=True)
class Agreement:
    """Agreement of two raters over `count` calls that both rated; None: cannot be told."""

    count: int
    kappa: float | None
    rank: float | None


def agreement(first: Sequence[int | None], second: Sequence[int | None]) -> Agreement:
    """Compare two raters' scores of the same calls; calls that either left out do not count.

    Raises ValueError when the sequences are not of one length.
    """
    both = [(a, b) for a, b in zip(first, second, strict=True) if a is not None and b is not None]
    ones, others = [a for a, _ in both], [b for _, b in both]
    return Agreement(len(both), weighted_kappa(ones, others), spearman(ones, others))


def weighted_kappa(first: Sequence[int], second: Sequence[int]) -> float | None:
    """Cohen's kappa with quadratic weights: 1 is perfect, 0 what chance would give.

    Source: Cohen, "Weighted kappa" (Psychological Bulletin 70, 1968). None when there is nothing
    to compare, or when both raters gave one and the same score throughout.
    Raises ValueError when the sequences are not of one length.
    """
    seen = sum((a - b) ** 2 for a, b in zip(first, second, strict=True))
    if not first:
        return None
    left, right = Counter(first), Counter(second)
    chance = sum((a - b) ** 2 * left[a] * right[b] for a in left for b in right) / len(first)
    return None if chance == 0 else 1 - seen / chance


def spearman(first: Sequence[float], second: Sequence[float]) -> float | None:
    """Rank correlation, -1 to 1; equal values share the mean of their ranks.

    Source: Spearman, "The proof and measurement of association between two things" (1904); with
    ties it is the Pearson correlation of the ranks. None when either rater never varied.
    Raises ValueError when the sequences are not of one length.
    """
    if len(first) != len(second):
        raise ValueError(f"{len(first)} ratings cannot be compared with {len(second)}")
    ones, others = ranks(first), ranks(second)
    if not ones:
        return None
    mean = fmean(ones)
    spread = sqrt(sum((a - mean) ** 2 for a in ones) * sum((b - mean) ** 2 for b in others))
    if spread == 0:
        return None
    return sum((a - mean) * (b - mean) for a, b in zip(ones, others, strict=True)) / spread


def ranks(values: Sequence[float]) -> list[float]:
    """Return the rank of each value, from 1; equal values share the mean of their places."""
    places = Counter(values)
    below = 0
    rank: dict[float, float] = {}
    for value in sorted(places):
        rank[value] = below + (places[value] + 1) / 2
        below += places[value]
    return [rank[value] for value in values]
