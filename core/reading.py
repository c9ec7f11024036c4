"""What the customer understood of the trainee's last words."""

from __future__ import annotations

from dataclasses import dataclass

from core.stances import Attack, Stance


@dataclass(frozen=True, slots=True)
class Note:
    """Something worth an entry in the event log: a static `kind` and plain `data`, no speech."""

    kind: str
    data: tuple[tuple[str, str | int | float | bool], ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """What the trainee did since the customer last spoke.

    Ids refer to the scenario: `asked` facts, `answered` and `raised` objections (the latter by
    their trigger's cue), `met` and `undone` steps as (exit id, step id), `tool` the tool that
    was asked for, `tangents` triggered by cue. `asked_unknown` is a question that no fact
    answers. `on_topic` is whether the words have to do with the scenario at all. `words` counts
    them.
    """

    stances: frozenset[Stance] = frozenset()
    asked: tuple[str, ...] = ()
    answered: tuple[str, ...] = ()
    raised: tuple[str, ...] = ()
    met: tuple[tuple[str, str], ...] = ()
    undone: tuple[tuple[str, str], ...] = ()
    tool: str | None = None
    tangents: tuple[str, ...] = ()
    asked_unknown: bool = False
    attack: Attack | None = None
    on_topic: bool = True
    legible: bool = True
    words: int = 0
    notes: tuple[Note, ...] = ()
