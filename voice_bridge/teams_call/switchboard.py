"""The calls whose sound is in this process, and what is done about each of them."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from voice_bridge.teams_call.failures import Failure
from voice_bridge.teams_call.links import Ring
from voice_bridge.teams_call.wire import AcsWire
from voice_bridge.wire import Close, Wire

Hold = Callable[[Wire, str, str, str], Awaitable[None]]
"""Holds a call over a wire until it ends: wire, workspace, attempt, person."""
Failed = Callable[[Ring, Failure], Awaitable[None]]
"""Tells the trainee why a ring came to nothing. It may come twice with the same `ring.key`."""
Left = Callable[[Ring], Awaitable[None]]
"""The trainee hung up while no wire was held. It may come twice with the same `ring.key`."""


@dataclass(frozen=True, slots=True)
class Outcomes:
    """What becomes of a ring: somebody answers, it fails, or they have hung up."""

    hold: Hold
    failed: Failed
    left: Left


class Switchboard:
    """Knows the wire of each ring that is being talked on."""

    def __init__(self) -> None:
        self._wires: dict[Ring, AcsWire] = {}

    def wire(self, ring: Ring) -> AcsWire | None:
        """Return the wire of a ring, if it is held here."""
        return self._wires.get(ring)

    async def plug(self, ring: Ring, wire: AcsWire) -> None:
        """Take a wire; one that was there gives way to it."""
        before = self._wires.get(ring)
        self._wires[ring] = wire
        if before is not None:
            await before.close(Close.ELSEWHERE)

    def unplug(self, ring: Ring, wire: AcsWire) -> bool:
        """Let go of a wire; False when another one has taken its place."""
        if self._wires.get(ring) is not wire:
            return False
        del self._wires[ring]
        return True
