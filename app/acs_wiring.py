"""Wires calls in Teams in, where Azure is set up. Its SDK is loaded only then."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

import aiohttp
from aiohttp import web

from adapters.queue.courier import Courier
from adapters.storage import SqlStore
from adapters.storage.places_kept import SqlPlaces
from app.teams_config import GUID
from bots.chat.signing_keys import SigningKeys
from core.commands import End, Envelope
from core.messages import Outgoing, Refused, ToPerson
from core.ports import Clock, Desk, Ringer
from voice_bridge.teams_call.automation import Automation, open_automation
from voice_bridge.teams_call.failures import Failure
from voice_bridge.teams_call.legs import Legs
from voice_bridge.teams_call.links import Links, Ring
from voice_bridge.teams_call.ringer import AcsRinger
from voice_bridge.teams_call.routes import Calls, routes
from voice_bridge.teams_call.settings import AcsSettings
from voice_bridge.teams_call.switchboard import Hold, Outcomes, Switchboard
from voice_bridge.teams_call.tokens import TokenCheck


@dataclass(frozen=True, slots=True)
class AcsGiven:
    """What calls in Teams are made of. `secret` signs the addresses that Azure is given."""

    settings: AcsSettings
    store: SqlStore
    clock: Clock
    secret: str


@dataclass(frozen=True, slots=True)
class AcsParts:
    """Calls in Teams, before there is anybody to hold them."""

    ringer: Ringer
    _given: AcsGiven
    _check: TokenCheck
    _links: Links
    _legs: Legs
    _switchboard: Switchboard
    _automation: Automation

    def routes(self, hold: Hold, desk: Desk, courier: Courier) -> tuple[web.RouteDef, ...]:
        """Return the routes that Azure calls; `hold` holds a call over its wire until it ends."""
        told = _Told(self._given, desk, courier)
        outcomes = Outcomes(hold, told.failed, told.left)
        calls = Calls(
            self._check,
            self._links,
            self._legs,
            self._switchboard,
            self._automation,
            outcomes,
        )
        return routes(calls)


@asynccontextmanager
async def open_acs(given: AcsGiven) -> AsyncIterator[AcsParts]:
    """Open calls in Teams for as long as the block runs. Raises PracticeError without the SDK."""
    settings, clock = given.settings, given.clock
    async with open_automation(settings) as automation, aiohttp.ClientSession() as session:
        legs, switchboard = Legs(SqlPlaces(given.store), clock), Switchboard()
        links = Links(settings.base_url, given.secret, clock)
        ringer = AcsRinger(
            automation=automation,
            legs=legs,
            links=links,
            switchboard=switchboard,
            user_of=object_id,
            clock=clock,
        )
        keys = SigningKeys(session, settings.openid_url, clock, "Azure")
        check = TokenCheck(settings.resource_id, keys, clock)
        yield AcsParts(ringer, given, check, links, legs, switchboard, automation)


async def object_id(_workspace: str, person: str) -> str | None:
    """Return a person's object id in Entra: Teams' people are known by it."""
    return person if GUID.fullmatch(person.lower()) else None


@dataclass(frozen=True, slots=True)
class _Told:
    """What is done in the practice about what Azure tells; each thing once for a ring."""

    given: AcsGiven
    desk: Desk
    courier: Courier

    async def failed(self, ring: Ring, failure: Failure) -> None:
        """Tell the trainee why their phone did not ring. Raises StorageError."""
        now = self.given.clock.now()
        message = Refused(failure.sentence, failure.mend)
        said = Outgoing(f"{ring.key}:failed", ring.workspace, ToPerson(ring.person), message, now)
        async with self.given.store.unit() as unit:
            await unit.post(said)
        self.courier.send([said])

    async def left(self, ring: Ring) -> None:
        """End the attempt of a trainee who hung up. Raises StorageError."""
        now, attempt = self.given.clock.now(), ring.attempt
        end = End(attempt)
        await self.desk.submit(
            Envelope(f"{ring.key}:left", ring.workspace, ring.person, attempt, end, now)
        )
