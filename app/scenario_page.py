"""A scenario as a page for its author, in plain text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from textwrap import fill

from core.scenario import Cue, Document, ExitCondition, Line, Scenario, Trigger
from scenarios.loader import LoadedScenario

_WIDTH = 88


def page(loaded: LoadedScenario) -> str:
    """Return who, goal, opening, objections, exits, documents; only the title of the rubric."""
    blocks = (
        _head(loaded.scenario),
        _terms(loaded),
        _block("The customer", _customer(loaded.scenario)),
        _block("Opening", [loaded.scenario.opening]),
        _block("Knows, when asked", _facts(loaded.scenario)),
        _block("Does not know", _unknown(loaded.scenario)),
        _block("Objections", _objections(loaded.scenario)),
        _block("Changes of subject", _tangents(loaded.scenario)),
        _block("Tools", _tools(loaded.scenario)),
        _block("The call ends", _exits(loaded.scenario)),
        _block("Documents", _documents(loaded.scenario.documents)),
        _block("Can show", _documents(loaded.scenario.attachments)),
        _block("Author's tests", (test.name for test in loaded.tests)),
    )
    return "\n\n".join(block for block in blocks if block)


def _head(scenario: Scenario) -> str:
    title = f"{scenario.title} ({scenario.id})"
    return f"{title}\n{'=' * len(title)}\n{fill(scenario.goal, _WIDTH)}\n\n{scenario.brief}"


def _terms(loaded: LoadedScenario) -> str:
    scenario = loaded.scenario
    minutes = f"{scenario.time_limit_s / 60:g} minutes"
    return "\n".join(
        (
            f"Category: {scenario.category}",
            f"Held as:  {scenario.mode}, {minutes}, patience {scenario.patience}",
            f"Rubric:   {loaded.rubric.title} ({loaded.rubric.id})",
            f"Revision: {scenario.revision}, {loaded.path}",
        )
    )


def _block(title: str, items: Iterable[str]) -> str:
    body = [fill(item, _WIDTH, initial_indent="  - ", subsequent_indent="    ") for item in items]
    return "\n".join((title, *body)) if body else ""


def _customer(scenario: Scenario) -> Iterator[str]:
    who = scenario.persona
    yield f"{who.name}, {who.mood}, drift {who.drift}, speaks {who.language}"
    yield from (text for text in (who.backstory, who.details, scenario.situation) if text)


def _facts(scenario: Scenario) -> Iterator[str]:
    for fact in scenario.all_facts:
        yield f"{fact.id}: {_say(fact.says)}"


def _unknown(scenario: Scenario) -> tuple[str, ...]:
    return scenario.does_not_know + scenario.persona.does_not_know


def _objections(scenario: Scenario) -> Iterator[str]:
    for one in scenario.objections:
        answer = _like(one.answered_by)
        yield f"{one.id}, {_when(one.trigger)}: {_say(one.lines)} Answered such as: {answer}"


def _tangents(scenario: Scenario) -> Iterator[str]:
    for one in scenario.tangents:
        yield f"{one.id}, {_when(one.trigger)}: {_say(one.lines)}"


def _tools(scenario: Scenario) -> Iterator[str]:
    for one in scenario.tools:
        yield f"{one.id}: {one.description}, asked such as: {_like(one.asked)}"


def _exits(scenario: Scenario) -> Iterator[str]:
    for one in scenario.exits:
        yield f"{one.id} ({one.outcome}): {one.description}{_needs(one)}"


def _needs(one: ExitCondition) -> str:
    steps = (step.id + (f" ({step.times} times)" if step.times > 1 else "") for step in one.steps)
    resolved = f"; resolved: {', '.join(one.resolved)}" if one.resolved else ""
    mood = f"; mood at least {one.mood}" if one.mood else ""
    return f" Steps: {', '.join(steps)}{resolved}{mood}"


def _documents(documents: Iterable[Document]) -> Iterator[str]:
    for one in documents:
        yield f"{one.title}: {Path(one.file).name}"


def _when(trigger: Trigger) -> str:
    ways = (
        f"after {trigger.after_turns} turns" if trigger.after_turns else "",
        f"after {trigger.after}" if trigger.after else "",
        f"when told such as: {_like(trigger.cue)}" if trigger.cue else "",
    )
    return " or ".join(way for way in ways if way)


def _say(lines: tuple[Line, ...]) -> str:
    more = f" (and {len(lines) - 1} more)" if len(lines) > 1 else ""
    return f"“{lines[0].text}”{more}"


def _like(cue: Cue) -> str:
    return f"“{cue.like[0]}”"
