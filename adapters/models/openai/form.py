"""The form that a model fills in about the trainee's words, made from the scenario."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from core.scenario import Cue, Scenario
from core.stances import Attack, Stance

_LIKE = 6
_UNLIKE = 3
_MOST_STANCES = 10


@dataclass(frozen=True, slots=True)
class Item:
    """One id that may be ticked: what it is `about`, and exemplars."""

    id: str
    about: str
    like: tuple[str, ...]
    unlike: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """One list of the form: its field, what ticking means, and the ids there are."""

    field: str
    means: str
    cues: tuple[Item, ...]

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids that may stand in the list."""
        return tuple(item.id for item in self.cues)


@dataclass(frozen=True, slots=True)
class Form:
    """All lists of a scenario. A part without ids is left out."""

    parts: tuple[Part, ...]
    steps: dict[str, tuple[str, str]]

    @property
    def fields(self) -> tuple[str, ...]:
        """The fields of the answer, in order."""
        return (*(part.field for part in self.parts), *_ALWAYS)

    def schema(self) -> dict[str, Any]:
        """Return the JSON schema of the answer, as strict structured output wants it."""
        lists = {part.field: _some_of(part.ids, len(part.ids)) for part in self.parts}
        properties = {**lists, **_ALWAYS}
        return {
            "type": "object",
            "properties": properties,
            "required": list(properties),
            "additionalProperties": False,
        }


def _some_of(ids: tuple[str, ...], most: int) -> dict[str, Any]:
    # Bounded, because a small model fills a list for as long as it may.
    return {"type": "array", "items": {"type": "string", "enum": list(ids)}, "maxItems": most}


_ALWAYS: dict[str, Any] = {
    "stances": _some_of(tuple(Stance), _MOST_STANCES),
    "attack": {"anyOf": [{"type": "string", "enum": list(Attack)}, {"type": "null"}]},
    "asked_unknown": {"type": "boolean"},
    "on_topic": {"type": "boolean"},
    "legible": {"type": "boolean"},
}


def form_of(scenario: Scenario) -> Form:
    """Return the form for a scenario. It holds cues, and nothing that the customer knows."""
    parts = tuple(part for part in _parts(scenario) if part.cues)
    steps = {_step_id(e.id, step.id): (e.id, step.id) for e in scenario.exits for step in e.steps}
    return Form(parts, steps)


def _parts(scenario: Scenario) -> Iterator[Part]:
    steps = tuple(_item(_step_id(e.id, s.id), s.cue) for e in scenario.exits for s in e.steps)
    yield Part(
        "asked", "the agent asks for this.", tuple(_item(f.id, f.asked) for f in scenario.all_facts)
    )
    yield Part(
        "tool",
        "the agent asks the customer to do this.",
        tuple(_item(t.id, t.asked, t.description) for t in scenario.tools),
    )
    yield Part(
        "answered",
        "the agent lays this doubt of the customer to rest.",
        tuple(_item(o.id, o.answered_by, _doubt(o.lines[0].text)) for o in scenario.objections),
    )
    yield Part(
        "raised",
        "the agent says what brings this up.",
        tuple(_item(o.id, o.trigger.cue) for o in scenario.objections if o.trigger.cue),
    )
    yield Part("met", "the agent does this.", steps)
    yield Part("undone", "the agent takes this back, or refuses it after all.", steps)
    yield Part(
        "tangents",
        "the agent says what leads here.",
        tuple(_item(t.id, t.trigger.cue) for t in scenario.tangents if t.trigger.cue),
    )


def _item(item_id: str, cue: Cue, about: str = "") -> Item:
    wanted = f"only if the agent {' or '.join(sorted(cue.stances))}" if cue.stances else ""
    return Item(
        item_id, "; ".join(filter(None, (about, wanted))), cue.like[:_LIKE], cue.unlike[:_UNLIKE]
    )


def _doubt(line: str) -> str:
    return f'the doubt is: "{line}"'


def _step_id(exit_id: str, step: str) -> str:
    return f"{exit_id}/{step}"
