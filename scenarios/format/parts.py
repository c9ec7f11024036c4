"""Objections, exit conditions, tools and changes of subject as the practice uses them."""

from __future__ import annotations

from core.scenario import ExitCondition, Objection, Step, Tangent, Tool, ToolResult
from scenarios.format.basics import cue, lines, trigger
from scenarios.format.scenario import (
    ExitFile,
    ObjectionFile,
    StepFile,
    TangentFile,
    ToolFile,
    ToolResultFile,
)


def objection(file: ObjectionFile) -> Objection:
    """Return a doubt that the customer raises."""
    return Objection(
        id=file.id,
        trigger=trigger(file.trigger),
        lines=lines(file.lines),
        answered_by=cue(file.answered_by),
        again=lines(file.again),
        accepts=lines(file.accepts),
    )


def exit_condition(file: ExitFile) -> ExitCondition:
    """Return when the customer considers the call finished."""
    return ExitCondition(
        id=file.id,
        description=file.description,
        outcome=file.outcome,
        steps=tuple(_step(step) for step in file.steps),
        resolved=file.resolved,
        mood=file.mood,
        closing=lines(file.closing),
    )


def _step(file: StepFile) -> Step:
    return Step(file.id, cue(file), file.times)


def tool(file: ToolFile) -> Tool:
    """Return something the customer can do besides talk."""
    results = tuple(_result(result) for result in file.results)
    return Tool(file.id, file.description, cue(file.asked), results)


def _result(file: ToolResultFile) -> ToolResult:
    return ToolResult(lines(file.says), file.shows, file.after)


def tangent(file: TangentFile) -> Tangent:
    """Return a change of subject."""
    return Tangent(file.id, trigger(file.trigger), lines(file.lines))
