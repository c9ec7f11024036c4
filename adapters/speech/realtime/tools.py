"""The scenario's tools as functions of a session.

The practice decides when the customer looks at its order page, and what it finds there. So the
model knows the functions and may not call them; when a beat uses one, the call and its authored
result stand before the line as if they had just happened.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from adapters.models.thoughts import fitting, own_lines
from adapters.speech.realtime.events import Event, Item
from core.attempt import Call
from core.beats import Act, Beat, Move
from core.scenario import Scenario, Tool

_NO_NAME = re.compile(r"[^A-Za-z0-9_-]")


def functions(scenario: Scenario) -> list[Event]:
    """Return the tools as functions. They hold no result, and not what they are asked for with."""
    return [
        {
            "type": "function",
            "name": _name(tool),
            "description": tool.description,
            "parameters": {"type": "object", "properties": {}},
        }
        for tool in scenario.tools
    ]


def used(call: Call, beat: Beat) -> Iterator[Item]:
    """Yield, for each tool that this beat uses, its call and what it gave."""
    for n, move in enumerate(beat.moves):
        tool = next((t for t in call.scenario.tools if t.id == move.ref), None)
        if move.act is Act.USE_TOOL and tool is not None:
            yield from _call(f"tool-{n}", tool, move, call, beat)


def _call(name: str, tool: Tool, move: Move, call: Call, beat: Beat) -> Iterator[Item]:
    given = fitting(own_lines(move, call), beat.mood)
    yield {"type": "function_call", "call_id": name, "name": _name(tool), "arguments": "{}"}
    yield {"type": "function_call_output", "call_id": name, "output": given}


def _name(tool: Tool) -> str:
    return _NO_NAME.sub("_", tool.id)[:64]
