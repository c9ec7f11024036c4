"""The customer's ring: places the call in Teams, once however often it is asked for."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import timedelta
from uuid import NAMESPACE_URL, uuid5

from core.errors import ProviderError
from core.ports import Clock
from voice_bridge.teams_call.automation import Automation, NewCall
from voice_bridge.teams_call.legs import Leg, Legs, Locks, State
from voice_bridge.teams_call.links import Links, Ring
from voice_bridge.teams_call.switchboard import Switchboard

UserOf = Callable[[str, str], Awaitable[str | None]]
"""Returns the Entra object id of a workspace's person, None for who is not in Teams."""
_SAME_REQUEST = timedelta(minutes=5)
"""How long a request whose answer was lost is asked again as the same one."""


class AcsRinger:
    """Implements `core.ports.Ringer`."""

    def __init__(  # noqa: PLR0913 - what a ring takes
        self,
        *,
        automation: Automation,
        legs: Legs,
        links: Links,
        switchboard: Switchboard,
        user_of: UserOf,
        clock: Clock,
    ) -> None:
        self._automation = automation
        self._legs = legs
        self._links = links
        self._switchboard = switchboard
        self._user_of = user_of
        self._clock = clock
        self._ringing = Locks()

    async def ring(self, workspace: str, attempt: str, person: str) -> None:
        """Ring this person, unless their phone rings or they are talking already.

        Raises ProviderError and StorageError.
        """
        user = await self._user_of(workspace, person)
        if not user:
            raise ProviderError("this person has no account in Teams to ring", retryable=False)
        async with self._ringing.of(attempt):
            leg = await self._legs.find(attempt)
            if leg is not None and await self._goes_on(leg):
                return
            await self._place(await self._next(leg, workspace, attempt, person), user)

    async def _goes_on(self, leg: Leg) -> bool:
        if not leg.connection or leg.state is State.OVER:
            return False
        up = await self._automation.is_up(leg.connection)
        if up and not self._is_silent(leg):
            return True
        await self._legs.move(leg.ring, State.OVER)
        if up:
            await self._automation.hang_up(leg.connection)
        return False

    def _is_silent(self, leg: Leg) -> bool:
        """Whether a process that has ended held the sound: Azure opens the socket once."""
        return leg.state is State.TALKING and self._switchboard.wire(leg.ring) is None

    async def _next(self, leg: Leg | None, workspace: str, attempt: str, person: str) -> Leg:
        if leg is None:
            return await self._legs.begin(Ring(workspace, attempt, person, 1))
        unsure = leg.state is State.PLACING and leg.ring.person == person
        if unsure and self._clock.now() - leg.at < _SAME_REQUEST:
            return leg
        return await self._legs.begin(Ring(workspace, attempt, person, leg.ring.number + 1))

    async def _place(self, leg: Leg, user: str) -> None:
        # Of an id that is known again, Azure makes no second call.
        request = uuid5(NAMESPACE_URL, f"scrimmage:{leg.ring.attempt}:{leg.ring.number}")
        call = NewCall(
            user,
            self._links.events(leg.ring),
            self._links.media(leg.ring),
            leg.ring.attempt,
            str(request),
            leg.at,
        )
        connection = await self._automation.place(call)
        await self._legs.move(leg.ring, State.RINGING, connection)
