"""Evidence marked where it stands in a line."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup, escape

from core.attempt import Turn
from core.scoring import ScoreRun


@dataclass(frozen=True, slots=True)
class Mark:
    """What a line is evidence of: a criterion's name, and its score or a check's result."""

    name: str
    result: str


def marked(turn: Turn, run: ScoreRun | None) -> tuple[Markup, tuple[Mark, ...]]:
    """Return the turn's text with its evidence marked, and what it is evidence of."""
    found = _evidence(turn, run) if run else []
    spans = _merged([span for text, _ in found if (span := _place(turn.text, text))])
    return _with_marks(turn.text, spans), tuple(dict.fromkeys(mark for _, mark in found))


def _evidence(turn: Turn, run: ScoreRun) -> list[tuple[str, Mark]]:
    scores = [
        (quote, Mark(c.name, "not scored" if c.score is None else f"{c.score} of 5"))
        for c in run.criteria
        for quote in c.quotes
    ]
    results = {True: "yes", False: "no", None: "could not be told"}
    checks = [(quote, Mark(c.name, results[c.passed])) for c in run.checks for quote in c.quotes]
    return [(quote.text, mark) for quote, mark in scores + checks if quote.turn == turn.number]


def _place(text: str, quote: str) -> tuple[int, int] | None:
    start = text.find(quote) if quote else -1
    return (start, start + len(quote)) if start >= 0 else None


def _merged(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the spans in order, overlapping ones as one."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _with_marks(text: str, spans: list[tuple[int, int]]) -> Markup:
    parts, at = [], 0
    for start, end in spans:
        parts += [escape(text[at:start]), Markup("<mark>{}</mark>").format(text[start:end])]
        at = end
    return Markup().join([*parts, escape(text[at:])])
