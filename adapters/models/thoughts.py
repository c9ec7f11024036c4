"""What the author wrote for a move: the thought that a model words, or the words themselves."""

from __future__ import annotations

from collections.abc import Iterable

from core.attempt import Call
from core.beats import Act, Move
from core.moods import Mood
from core.scenario import Line, Lines, Scenario
from core.tools import result_of


def own_lines(move: Move, call: Call) -> Lines:  # noqa: PLR0911 - one return for each sort of move
    """Return the lines that the scenario gives for just this fact, objection, tool or exit."""
    scenario = call.scenario
    match move:
        case Move(Act.OPEN):
            return (Line(scenario.opening),)
        case Move(Act.TELL | Act.TELL_AGAIN, ref):
            return next((f.says for f in scenario.all_facts if f.id == ref), ())
        case Move(Act.OBJECT | Act.OBJECT_AGAIN | Act.ACCEPT, str(ref)):
            return _objection(move.act, ref, scenario)
        case Move(Act.TANGENT, ref):
            return next((t.lines for t in scenario.tangents if t.id == ref), ())
        case Move(Act.USE_TOOL, ref):
            tool = next((t for t in scenario.tools if t.id == ref), None)
            return result_of(tool, call.attempt.customer).says if tool else ()
        case Move(Act.CLOSE, ref):
            return next((e.closing for e in scenario.exits if e.id == ref), ())
    return ()


def _objection(act: Act, ref: str, scenario: Scenario) -> Lines:
    objection = next((o for o in scenario.objections if o.id == ref), None)
    if objection is None:
        return ()
    if act is Act.ACCEPT:
        return objection.accepts
    return objection.again or objection.lines if act is Act.OBJECT_AGAIN else objection.lines


def fitting(lines: Iterable[Line], mood: Mood) -> str:
    """Return the line of this mood, else one of none, else any; "" when there is no line."""
    by_fit = sorted(lines, key=lambda line: (line.mood is not mood, line.mood is not None))
    return by_fit[0].text if by_fit else ""
