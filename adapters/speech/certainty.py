"""How sure a transcriber is, from what it tells of its tokens."""

from __future__ import annotations

import math
from collections.abc import Iterable


def sure_of(logprobs: Iterable[object]) -> float:
    """Return the geometric mean of the tokens' probabilities, 0 to 1; 1 when none are given.

    `logprobs` are natural logarithms; what is no number is passed over.
    """
    known = [value for value in logprobs if isinstance(value, float | int)]
    return math.exp(min(0.0, sum(known) / len(known))) if known else 1.0
