"""How the call to a trainee's phone stands, kept so that it outlives the process.

A leg only moves forward. Azure tells of it at least once and in any order: what has been told
already, or is overtaken, finds the leg further on and changes nothing.
"""

from __future__ import annotations

import asyncio
import json
from dataclasses import dataclass, replace
from datetime import datetime
from enum import IntEnum
from weakref import WeakValueDictionary

from core.places import Place, Places
from core.ports import Clock
from voice_bridge.teams_call.links import Ring

_KIND = "AcsCall"
_PART = "call"


class State(IntEnum):
    """How far a call has come."""

    PLACING = 0
    """Azure is being asked; whether it took the call may not be known."""
    RINGING = 1
    ANSWERED = 2
    TALKING = 3
    """The socket for its sound is open."""
    OVER = 4


@dataclass(frozen=True, slots=True)
class Leg:
    """One ring and what became of it. `connection` is Azure's id of the call, "" until told."""

    ring: Ring
    state: State
    connection: str
    at: datetime


class Legs:
    """The newest leg of each attempt, in `core.places`. Methods raise StorageError."""

    def __init__(self, places: Places, clock: Clock) -> None:
        self._places = places
        self._clock = clock
        self._moving = Locks()

    async def find(self, attempt: str) -> Leg | None:
        """Return the newest leg of an attempt."""
        place = await self._places.known(_id(attempt), _PART)
        return None if place is None else _leg(place)

    async def begin(self, ring: Ring) -> Leg:
        """Remember a ring that is about to be made, in place of the one before it."""
        leg = Leg(ring, State.PLACING, "", self._clock.now())
        await self._places.put(_place(leg))
        return leg

    async def move(self, ring: Ring, state: State, connection: str = "") -> Leg | None:
        """Move a leg forward, never back. Returns it as it was; None if it is not the newest."""
        async with self._moving.of(ring.attempt):
            leg = await self.find(ring.attempt)
            if leg is None or leg.ring != ring:
                return None
            moved = replace(
                leg, state=max(leg.state, state), connection=leg.connection or connection
            )
            if moved != leg:
                await self._places.put(_place(moved))
            return leg


class Locks:
    """A lock for each name, for as long as somebody holds it or waits."""

    def __init__(self) -> None:
        self._locks: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    def of(self, name: str) -> asyncio.Lock:
        """Return the lock of this name."""
        return self._locks.setdefault(name, asyncio.Lock())


def _id(attempt: str) -> str:
    return f"acs:{attempt}"


def _place(leg: Leg) -> Place:
    ring = leg.ring
    return Place(
        id=_id(ring.attempt),
        part=_PART,
        workspace=ring.workspace,
        channel=ring.person,
        thread="",
        message=leg.connection,
        kind=_KIND,
        at=leg.at,
        attempt=ring.attempt,
        data=json.dumps({"number": ring.number, "state": leg.state.name}),
    )


def _leg(place: Place) -> Leg:
    told = json.loads(place.data)
    ring = Ring(place.workspace, place.attempt or "", place.channel, int(told["number"]))
    return Leg(ring, State[told["state"]], place.message, place.at)
