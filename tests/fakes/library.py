"""A library of given scenarios."""

from __future__ import annotations

from collections.abc import Sequence

from core.errors import PracticeError
from core.scenario import Scenario


class FakeLibrary:
    """Implements `ports.Library`."""

    def __init__(self, *scenarios: Scenario) -> None:
        self._scenarios = {s.id: s for s in scenarios}

    def scenario(self, scenario_id: str) -> Scenario:
        """Return the scenario of this id."""
        if scenario_id not in self._scenarios:
            raise PracticeError(f'There is no scenario "{scenario_id}".')
        return self._scenarios[scenario_id]

    def all(self) -> Sequence[Scenario]:
        """Return every scenario."""
        return list(self._scenarios.values())
