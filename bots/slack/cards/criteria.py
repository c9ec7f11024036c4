"""The parts of a score card, in as much detail as there is room for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from slack_sdk.models.blocks import RichTextBlock
from slack_sdk.models.blocks.block_elements import RichTextElement

from bots.chat.texts import fit
from bots.slack.cards.card import View, bar, cited, of_five, quotation
from bots.slack.rich import Row, bold, listed, rich, rows
from core.messages import CheckResult, CriterionScore, Metric, Quote
from core.wording import change, figure, sentence


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


def criterion(score: CriterionScore, view: View, level: Level) -> list[RichTextBlock]:
    """One criterion: the number, what it rests on, and what to try."""
    weight = f" {round(score.weight * 100)} %"
    minimum = score.minimum
    missed = minimum is not None and score.score is not None and score.score < minimum
    told = rows(
        [bold(fit(score.name, level.names)), weight],
        _number(score),
        [bold(f"Needs at least {minimum} to pass.")] if missed else [],
        [fit(score.rationale, level.rationale) if level.rationale else ""],
        [fit(score.reason, max(level.rationale, 80)) if score.score is None else ""],
    )
    better = fit(score.better, level.better) if level.better else ""
    tried = better.lstrip().startswith("Try")
    advice: Row = [] if not better.strip() else [better] if tried else [bold("Try: "), better]
    return rich(told, _quotes(score.quotes, view, level), rows(advice))


def _number(score: CriterionScore) -> Row:
    moved = change(score.score, score.before)
    return [f"{bar(score.score)} {sentence(of_five(score.score))}", f" · {moved}" if moved else ""]


def _quotes(quotes: Sequence[Quote], view: View, level: Level) -> list[RichTextElement]:
    return [e for q in quotes[: level.quotes] for e in quotation(q, view, level.quote)]


def checks(results: Sequence[CheckResult], view: View, level: Level) -> list[RichTextBlock]:
    """Yes or no, or that it could not be told; one below the other."""
    told = [_check(result, view, level) for result in results[: level.checks]]
    more = len(results) - len(told)
    tail: Row = [f"and {more} more"] if more > 0 else []
    return rich(rows([bold("Checks")]), listed([*told, tail])) if told else []


def _check(result: CheckResult, view: View, level: Level) -> Row:
    said = {True: "Yes", False: "No", None: "Could not be told"}[result.passed]
    note = fit(result.reason, level.notes).strip() if level.notes else ""
    evidence = [p for q in result.quotes[:1] for p in cited(q, view, level.notes)]
    words = [bold(f"{said}: "), fit(result.name, level.names), f" – {note}" if note else ""]
    return [*words, *([" "] if evidence else []), *evidence]


def figures(metrics: Sequence[Metric], level: Level) -> list[RichTextBlock]:
    """What was counted, where there is room for it."""
    told = [_figure(metric, level) for metric in metrics[: level.figures]]
    return rich(rows([bold("Figures of this call")]), listed(told)) if told else []


def _figure(metric: Metric, level: Level) -> Row:
    label = f"{fit(metric.name, level.names)}: "
    if metric.band == "1 = yes" and metric.value is not None:
        return [label, bold("Yes" if metric.value else "No")]
    unit = f" {fit(metric.unit, 20)}" if metric.unit and metric.value is not None else ""
    band = f" (usual: {fit(metric.band, 40)})" if metric.band and metric.band != "1 = yes" else ""
    return [label, bold(f"{figure(metric.value)}{unit}"), band]
