"""What Azure tells of a call's course: CloudEvents, at least once and in any order.

What an event does is done before its leg is moved on: an event that comes again after a crash is
done again, and one that comes again after that finds the leg moved on, and does nothing. So no
event's id needs to be remembered.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import structlog

from core.errors import ProviderError
from voice_bridge.teams_call.automation import Automation
from voice_bridge.teams_call.failures import Result, tells_why, why
from voice_bridge.teams_call.legs import Leg, Legs, Locks, State
from voice_bridge.teams_call.links import Ring
from voice_bridge.teams_call.switchboard import Outcomes, Switchboard

log = structlog.get_logger()

_PREFIX = "Microsoft.Communication."


class NotEvents(Exception):  # noqa: N818 - says what it is
    """What came is no list of CloudEvents."""


@dataclass(frozen=True, slots=True)
class Told:
    """One event. `kind` without Azure's prefix; `connection` is Azure's id of the call."""

    kind: str
    connection: str
    result: Result


def read_events(body: bytes) -> Sequence[Told]:
    """Return the events of a request. Raises NotEvents."""
    try:
        given = json.loads(body)
    except (ValueError, RecursionError):
        raise NotEvents("no JSON") from None
    events = given if isinstance(given, list) else [given]
    return [_told(event) for event in events]


class Course:
    """Takes what is told of a ring's course."""

    def __init__(
        self, legs: Legs, switchboard: Switchboard, automation: Automation, outcomes: Outcomes
    ) -> None:
        self._legs = legs
        self._switchboard = switchboard
        self._automation = automation
        self._outcomes = outcomes
        self._taking = Locks()

    async def take(self, ring: Ring, event: Told) -> None:
        """Do what the event asks for, once. Raises StorageError: let it be told again."""
        handle = {
            "CallConnected": self._answered,
            "CallDisconnected": self._disconnected,
            "CreateCallFailed": self._failed,
            "MediaStreamingFailed": self._without_sound,
        }.get(event.kind)
        if handle is None:
            return
        async with self._taking.of(ring.attempt):
            leg = await self._legs.find(ring.attempt)
            if leg is None or leg.ring != ring or leg.state is State.OVER:
                return
            if leg.connection and event.connection != leg.connection:
                return
            log.info(
                "acs_told",
                attempt=ring.attempt,
                kind=event.kind,
                code=event.result.code,
                subcode=event.result.subcode,
            )
            await handle(leg, event)

    async def _answered(self, leg: Leg, event: Told) -> None:
        await self._legs.move(leg.ring, State.ANSWERED, event.connection)

    async def _failed(self, leg: Leg, event: Told) -> None:
        await self._outcomes.failed(leg.ring, why(event.result))
        await self._legs.move(leg.ring, State.OVER, event.connection)

    async def _disconnected(self, leg: Leg, event: Told) -> None:
        ring = leg.ring
        if leg.state < State.ANSWERED and tells_why(event.result):
            # An unanswered call ends so as well, and not only by CreateCallFailed.
            await self._failed(leg, event)
            return
        wire = self._switchboard.wire(ring)
        hung_up = not event.result.failed
        if wire is not None:
            await wire.ended(hung_up=hung_up)
        elif hung_up and leg.state is not State.RINGING:
            await self._outcomes.left(ring)
        await self._legs.move(ring, State.OVER, event.connection)

    async def _without_sound(self, leg: Leg, event: Told) -> None:
        if leg.state is State.TALKING:
            # The socket was open: that it closes is told by the wire, and what it means there.
            return
        await self._failed(leg, event)
        try:
            await self._automation.hang_up(leg.connection or event.connection)
        except ProviderError as error:
            log.warning("acs_not_hung_up", attempt=leg.ring.attempt, why=str(error))


def _told(event: object) -> Told:
    if not isinstance(event, Mapping) or not isinstance(event.get("type"), str):
        raise NotEvents("no CloudEvent")
    data: object = event.get("data")
    about: Mapping[str, Any] = data if isinstance(data, Mapping) else {}
    connection = about.get("callConnectionId")
    return Told(
        event["type"].removeprefix(_PREFIX),
        connection if isinstance(connection, str) else "",
        _result(about.get("resultInformation")),
    )


def _result(told: object) -> Result:
    if not isinstance(told, Mapping):
        return Result()
    code, subcode = told.get("code"), told.get("subCode")
    return Result(code if isinstance(code, int) else 0, subcode if isinstance(subcode, int) else 0)
