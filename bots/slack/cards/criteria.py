"""The parts of a score card, in as much detail as there is room for."""

from __future__ import annotations

from collections.abc import Sequence

from slack_sdk.models.blocks import RichTextBlock
from slack_sdk.models.blocks.block_elements import RichTextElement

from bots.chat.texts import fit
from bots.chat.words import scores as words
from bots.chat.words.figures import bar
from bots.chat.words.scores import Level
from bots.slack.cards.card import View, cited, quotation
from bots.slack.rich import Row, bold, listed, rich, rows
from core.messages import CheckResult, CriterionScore, Metric, Quote


def criterion(score: CriterionScore, view: View, level: Level) -> list[RichTextBlock]:
    """One criterion: the number, what it rests on, and what to try."""
    missed, (number, moved) = words.missed(score), words.number(score)
    why, none = words.rationale(score, level)
    told = rows(
        [bold(fit(score.name, level.names)), f" {words.weight(score)}"],
        [f"{bar(score.score)} {number}", moved],
        [bold(missed)] if missed else [],
        [why],
        [none],
    )
    label, better = words.advice(score, level)
    advice: Row = [*([bold(label)] if label else []), better]
    return rich(told, _quotes(score.quotes, view, level), rows(advice))


def _quotes(quotes: Sequence[Quote], view: View, level: Level) -> list[RichTextElement]:
    return [e for q in quotes[: level.quotes] for e in quotation(q, view, level.quote)]


def checks(results: Sequence[CheckResult], view: View, level: Level) -> list[RichTextBlock]:
    """Yes or no, or that it could not be told; one below the other."""
    told = [_check(result, view, level) for result in results[: level.checks]]
    tail: Row = [words.more(results, len(told))]
    return rich(rows([bold("Checks")]), listed([*told, tail])) if told else []


def _check(result: CheckResult, view: View, level: Level) -> Row:
    said, what = words.check(result, level)
    evidence = [p for q in result.quotes[:1] for p in cited(q, view, level.notes)]
    return [bold(said), what, *([" "] if evidence else []), *evidence]


def figures(metrics: Sequence[Metric], level: Level) -> list[RichTextBlock]:
    """What was counted, where there is room for it."""
    told = [_figure(metric, level) for metric in metrics[: level.figures]]
    return rich(rows([bold("Figures of this call")]), listed(told)) if told else []


def _figure(metric: Metric, level: Level) -> Row:
    label, value, usual = words.counted_figure(metric, level)
    return [label, bold(value), usual]
