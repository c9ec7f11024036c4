"""Waiting that takes no time."""

from __future__ import annotations

from adapters.models.openai.tries import Pace
from tests.fakes.world import FakeClock


class FakePace:
    """A `pace` whose waits are noted in `waited`, and pass on its `clock` alone."""

    def __init__(self) -> None:
        self.clock = FakeClock()
        self.waited: list[float] = []
        self.pace = Pace(self.clock, self._sleep, lambda: 1.0)

    async def _sleep(self, seconds: float) -> None:
        self.waited.append(seconds)
        self.clock.passes(seconds)
