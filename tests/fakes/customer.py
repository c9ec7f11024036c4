"""A customer that reads and says what it was told to."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence

from core.attempt import Call
from core.beats import Beat
from core.ports import Sentence
from core.reading import Note, Reading
from core.scenario import Scenario


class ScriptedCustomer:
    """Implements `ports.Customer`: gives the next reading, and words a beat by its acts.

    A reading that is an exception is raised. When the readings are used up it reads nothing.
    """

    def __init__(self, readings: Sequence[Reading | Exception] = ()) -> None:
        self.readings = list(readings)
        self.prepared: list[str] = []
        self.heard: list[tuple[str, ...]] = []

    async def prepare(self, scenario: Scenario) -> None:
        """Remember which scenario was prepared."""
        self.prepared.append(scenario.id)

    async def read(self, call: Call) -> Reading:
        """Return the next reading of the script."""
        self.heard.append(tuple(turn.text for turn in call.attempt.unanswered))
        reading = self.readings.pop(0) if self.readings else Reading()
        if isinstance(reading, Exception):
            raise reading
        return reading

    async def say(self, call: Call, beat: Beat) -> AsyncIterator[Sentence | Note]:
        """Name the beat's moves; the turn's number makes each line its own."""
        for move in beat.moves:
            ref = f" {move.ref}" if move.ref else ""
            yield Sentence(f"{move.act}{ref} #{len(call.attempt.turns)}.", f"line-{move.act}")
