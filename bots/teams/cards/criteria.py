"""The parts of a score card, in as much detail as there is room for."""

from __future__ import annotations

from collections.abc import Sequence

from bots.chat.texts import fit
from bots.chat.words import scores as words
from bots.chat.words.scores import Level
from bots.teams.buttons import toggle
from bots.teams.cards.card import cited, quotation
from bots.teams.elements import Element, buttons, column, columns, container, rich
from bots.teams.texts import Part, Row, bold, lined, run, subtle
from core.messages import CheckResult, CriterionScore, Metric, ScoreCard

_POOR, _GOOD = 2, 4


def criterion(score: CriterionScore, level: Level) -> list[Element]:
    """One criterion: the number, what it rests on, and what to try."""
    name = [bold(fit(score.name, level.names) or "–"), subtle(f"  {words.weight(score)}")]
    number, moved = words.number(score)
    told = rich([run(number, weight="Bolder", color=_color(score)), subtle(moved)])
    missed = words.missed(score)
    quotes = [e for q in score.quotes[: level.quotes] for e in quotation(q, level.quote)]
    label, better = words.advice(score, level)
    return container(
        [
            columns(column(rich(name)), column(told, "auto")),
            *rich([run(missed, weight="Bolder", color="Attention")], spacing="Small"),
            *rich(lined(*[[why] for why in words.rationale(score, level)]), spacing="Small"),
            *quotes,
            *rich([bold(label), better], spacing="Small"),
        ],
        separator=True,
    )


def _color(score: CriterionScore) -> str:
    """The number says it, and the colour says it again."""
    if score.score is None:
        return "Default"
    if score.score <= _POOR or words.missed(score):
        return "Attention"
    return "Good" if score.score >= _GOOD else "Default"


def details(score: ScoreCard, level: Level) -> list[Element]:
    """Checks and figures, not to be seen until they are asked for; and what asks for them."""
    told = [*_checks(score.checks, level), *_figures(words.worth_telling(score), level)]
    name = f"details {score.attempt}"
    shown = container(told, style="emphasis", id=name, visible=False)
    return [*buttons(toggle("Details", name), separator=True), *shown] if shown else []


def _checks(results: Sequence[CheckResult], level: Level) -> list[Element]:
    """Yes or no, or that it could not be told; one below the other."""
    told = [_check(result, level) for result in results[: level.checks]]
    tail: Row = [words.more(results, len(told))]
    return _listed("Checks", [*told, tail]) if told else []


def _check(result: CheckResult, level: Level) -> Row:
    said, what = words.check(result, level)
    evidence: list[Part] = [p for q in result.quotes[:1] for p in cited(q, level.notes)]
    return ["• ", bold(said), what, *([" "] if evidence else []), *evidence]


def _figures(metrics: Sequence[Metric], level: Level) -> list[Element]:
    """What was counted, where there is room for it."""
    told = [_figure(metric, level) for metric in metrics[: level.figures]]
    return _listed("Figures of this call", told) if told else []


def _figure(metric: Metric, level: Level) -> Row:
    label, value, usual = words.counted_figure(metric, level)
    return ["• ", label, bold(value), subtle(usual)]


def _listed(head: str, rows: Sequence[Row]) -> list[Element]:
    return [*rich([bold(head)]), *rich(lined(*rows), spacing="Small")]
