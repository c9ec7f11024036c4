"""What the sound of a call did, written down as marks for its event log."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from core.speech import Mark
from voice_bridge.mouth import Fate, Outcome
from voice_bridge.turns.events import GoOn, TurnOver

DEAD_AIR_S = 3.0
"""A gap from this length on is dead air, by the rule of product's metrics."""

Value = str | int | float | bool


def _ms(seconds: float) -> int:
    return max(0, round(seconds * 1000))


@dataclass(slots=True)
class Diary:
    """Collects marks. `wall` turns a moment of the loop's clock into the time of day."""

    wall: Callable[[float], datetime]
    _marks: list[Mark] = field(default_factory=list)
    _trainee_ended: float | None = None
    _customer_ended: float | None = None

    def taken(self) -> tuple[Mark, ...]:
        """Return the marks since the last time, oldest first, and begin anew."""
        marks = tuple(sorted(self._marks, key=lambda mark: mark.at))
        self._marks.clear()
        return marks

    def note(self, at: float, kind: str, **data: Value) -> None:
        """Enter a mark."""
        self._marks.append(Mark(self.wall(at), kind, tuple(data.items())))

    def turn(self, over: TurnOver) -> None:
        """Enter a turn of the trainee's: its stretches, the gap before it, and how it ended."""
        self._gap(over.began, "trainee", self._customer_ended)
        starts = [over.began, *(end for _, end in over.pauses)]
        ends = [*(start for start, _ in over.pauses), over.ended]
        for start, end in zip(starts, ends, strict=True):
            self.note(start, "trainee_onset")
            self.note(end, "trainee_offset")
        self.note(over.at, "turn_over", by=over.by.value, silence_ms=_ms(over.at - over.ended))
        self._trainee_ended, self._customer_ended = over.ended, None

    def line(self, outcome: Outcome) -> None:
        """Enter a line of the customer's, as far as it was heard."""
        self._gap(outcome.began, "customer", self._trainee_ended)
        cut = outcome.fate is Fate.CUT
        self.note(outcome.began, "customer_onset")
        self.note(outcome.ended, "customer_offset", cut=cut, heard_ms=outcome.ms)
        self._customer_ended, self._trainee_ended = outcome.ended, None

    def listened(self, sound: GoOn) -> None:
        """Enter a sound of listening."""
        self.note(sound.began, "backchannel", ms=_ms(sound.ended - sound.began))

    def yielded(self, onset: float, silent_at: float) -> None:
        """Enter that the trainee cut in, and how long the customer went on."""
        self.note(onset, "interrupted", by="trainee", yield_ms=_ms(silent_at - onset))

    def cut_in(self, began: float, silent_at: float) -> None:
        """Enter that the customer cut in, and how long the trainee went on."""
        self.note(began, "interrupted", by="customer", yield_ms=_ms(silent_at - began))

    def _gap(self, at: float, by: str, since: float | None) -> None:
        if since is None or at < since:
            return
        self.note(at, "gap", by=by, ms=_ms(at - since))
        if at - since >= DEAD_AIR_S:
            self.note(since, "dead_air", ms=_ms(at - since))
