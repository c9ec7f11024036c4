"""Lines, cues, triggers and facts as the practice uses them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from core.beats import Act
from core.scenario import Cue, Fact, Line, Lines, Trigger
from scenarios.format.cues import CueFile, LineFile, LinesFile, MoodLineFile, TriggerFile
from scenarios.format.persona import FactFile


def lines(files: Iterable[LineFile]) -> Lines:
    """Return the variants of a line."""
    return tuple(_line(file) for file in files)


def _line(file: LineFile) -> Line:
    return Line(file.say, file.mood) if isinstance(file, MoodLineFile) else Line(file)


def by_act(files: Mapping[Act, LinesFile]) -> tuple[tuple[str, Lines], ...]:
    """Return the lines of each act, in the file's order."""
    return tuple((act.value, lines(variants)) for act, variants in files.items())


def cue(file: CueFile) -> Cue:
    """Return a cue, also of a file that has more beside it."""
    return Cue(file.like, file.unlike, file.words, frozenset(file.stances))


def trigger(file: TriggerFile) -> Trigger:
    """Return when something is brought up."""
    return Trigger(file.after_turns, cue(file.cue) if file.cue else None, file.after)


def facts(files: Iterable[FactFile]) -> tuple[Fact, ...]:
    """Return what the customer knows."""
    return tuple(Fact(file.id, cue(file.asked), lines(file.says)) for file in files)
