"""A call in simulated time: for author's tests, the command line, and measurements.

Nothing waits: silence, the second message and the time limit come when the simulated clock
passes them. The same scenario, seed and lines give the same call.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from core.attempt import Attempt, CallState, Entry, new_customer
from core.composing import compose, writing_s
from core.engine import Effect, step
from core.events import Elapsed, Event, HungUp, Spoke, Started
from core.patience import due
from core.ports import Customer
from core.scenario import Mode, Scenario

EPOCH = datetime.fromisoformat("2026-01-05T09:00:00+00:00")
"""When every simulated call begins."""
USUAL_PAUSE_S = 6.0
"""Seconds between the customer's line and the trainee's, unless the script says otherwise."""
_GOODBYE_S = 2.0


@dataclass(frozen=True, slots=True)
class ScriptLine:
    """What the trainee says, `after_s` seconds after the last thing said."""

    text: str
    after_s: float = USUAL_PAUSE_S


@dataclass(frozen=True, slots=True)
class Scene:
    """The call after one line of the script: the attempt, and what happened since the last."""

    attempt: Attempt
    effects: tuple[Effect, ...]

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The event log of this scene."""
        return tuple(e for e in self.effects if isinstance(e, Entry))


@dataclass(slots=True)
class Rehearsal:
    """One simulated call. `scenes` holds one scene for the opening and one for each line."""

    scenario: Scenario
    customer: Customer
    attempt: Attempt
    now: datetime = EPOCH
    scenes: list[Scene] = field(default_factory=list)
    _effects: list[Effect] = field(default_factory=list)

    async def open(self) -> Scene:
        """Start the call and let the customer speak first."""
        await self.customer.prepare(self.scenario)
        self._apply(Started(self.now))
        await self._reply()
        return self._cut()

    async def say(self, line: ScriptLine) -> Scene:
        """Let time pass, then say the line and hear the answer. Does nothing once it ended."""
        await self.wait(line.after_s)
        if self.attempt.state is not CallState.ENDED:
            self._apply(Spoke(self.now, f"line-{len(self.attempt.turns)}", line.text))
            await self._reply()
        return self._cut()

    async def wait(self, seconds: float) -> None:
        """Let the customer wait: it may write again, leave, or the time may run out."""
        until = self.now + timedelta(seconds=seconds)
        while (moment := due(self.attempt, self.scenario)) and moment <= until:
            self.now = max(self.now, moment)
            self._apply(Elapsed(self.now))
            await self._reply()
        if self.attempt.state is not CallState.ENDED:
            self.now = max(self.now, until)

    def hang_up(self) -> Scene:
        """End the call on the trainee's side, if it still runs."""
        if self.attempt.state is not CallState.ENDED:
            self.now += timedelta(seconds=_GOODBYE_S)
            self._apply(HungUp(self.now))
        return self._cut()

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The whole event log so far."""
        return tuple(entry for scene in self.scenes for entry in scene.entries)

    def _apply(self, event: Event) -> None:
        result = step(self.attempt, event, self.scenario)
        self.attempt = result.attempt
        self._effects.extend(result.effects)

    async def _reply(self) -> None:
        if self.attempt.state is not CallState.OWING:
            return
        composed = await compose(self.attempt, self.scenario, self.customer)
        opening = not self.attempt.turns
        self.now += timedelta(seconds=writing_s(composed.text, opening=opening))
        self._apply(composed.at(self.now))

    def _cut(self) -> Scene:
        scene = Scene(self.attempt, tuple(self._effects))
        self._effects.clear()
        self.scenes.append(scene)
        return scene


def rehearsal(
    scenario: Scenario, customer: Customer, *, seed: int = 0, mode: Mode = Mode.CHAT
) -> Rehearsal:
    """Return a simulated call of this scenario, not yet opened."""
    return Rehearsal(scenario, customer, new_attempt(scenario, seed=seed, mode=mode))


def new_attempt(scenario: Scenario, *, seed: int, mode: Mode) -> Attempt:
    """Return a fresh attempt that belongs to nobody, for simulation."""
    return Attempt(
        id="rehearsal",
        workspace="",
        trainee="",
        assignment=None,
        scenario_id=scenario.id,
        scenario_revision=scenario.revision,
        rubric_id=scenario.rubric_id,
        mode=Mode.CHAT if mode is Mode.HYBRID else mode,
        seed=seed,
        created_at=EPOCH,
        customer=new_customer(scenario),
    )


async def rehearse(
    scenario: Scenario, customer: Customer, script: Sequence[ScriptLine], *, seed: int = 0
) -> Rehearsal:
    """Hold a whole call: open it, say every line, hang up."""
    call = rehearsal(scenario, customer, seed=seed)
    await call.open()
    for line in script:
        await call.say(line)
        if call.attempt.state is CallState.ENDED:
            break
    call.hang_up()
    return call
