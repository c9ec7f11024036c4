"""Long lines of the customer's, which appear while they are written.

In a personal chat by Teams' own streaming, in a channel, where there is none, by editing the line.
When it is whole it stands in a card with the customer's name and picture, as every other line.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

import structlog

from bots.teams import activities
from bots.teams.cards import Card, render
from bots.teams.connector import Refused
from bots.teams.here import Here
from bots.teams.references import Reference, Scope
from bots.teams.viewing import view_for
from core.attempt import Attempt
from core.errors import ProviderError, StorageError
from core.messages import CustomerSaid, Face
from core.places import Place

log = structlog.get_logger()

LONG = 200
"""Characters from which a line appears while it is written."""
EVERY = timedelta(seconds=1.5)
"""Teams takes about one piece a second, and a channel fewer."""
_UNDER_WAY = " …"
_PART = "stream"


@dataclass(frozen=True, slots=True)
class _Stream:
    """A line under way. `number` is that of the next piece, `at` when the last one went."""

    where: Reference
    place: Place
    face: Face
    number: int
    at: datetime


class Streams:
    """Lines under way. What is lost of them with the process is shown whole by `finish`."""

    def __init__(self, here: Here) -> None:
        self._here = here
        self._open: dict[tuple[str, int], _Stream | None] = {}

    async def draft(self, attempt_id: str, turn: int, text: str) -> None:
        """Show what there is of a line, if it is long enough to be worth it. Never raises."""
        key = attempt_id, turn
        if key not in self._open and len(text) < LONG:
            return
        try:
            if key not in self._open:
                # Before anything is asked: another piece may come while this one is under way.
                self._open[key] = None
                self._open[key] = await self._begin(attempt_id, turn, text)
            elif (stream := self._open[key]) is not None:
                self._open[key] = await self._go_on(stream, text)
        except (ProviderError, StorageError) as error:
            self._open[key] = replace(s, number=0) if (s := self._open[key]) else None
            log.info("teams_stream_left", attempt=attempt_id, error=str(error))

    async def finish(
        self, message: CustomerSaid, place: Place, shown: Sequence[Mapping[str, Any]]
    ) -> None:
        """Show the whole line in place of its beginning, if one stands somewhere.

        Raises ProviderError, and StorageError.
        """
        key = message.attempt, message.turn
        stream = self._open.get(key)
        begun = stream.place if stream else await self._left_over(place)
        if begun is not None and begun.message:
            await self._complete(message, replace(place, message=begun.message), shown)
        self._open.pop(key, None)

    async def _complete(
        self, message: CustomerSaid, begun: Place, shown: Sequence[Mapping[str, Any]]
    ) -> None:
        """Let the whole line stand where it began. Raises ProviderError, and StorageError."""
        where = await self._here.where(begun)
        try:
            await self._end(where, message, begun)
            await self._here.connector.update(where, begun.message, shown[0])
        except Refused as error:
            # It is gone, or nobody may change it: then the line is posted as any other.
            log.info("teams_stream_refused", attempt=message.attempt, error=str(error))
            return
        await self._here.posting.keep(begun)

    async def _end(self, where: Reference, message: CustomerSaid, begun: Place) -> None:
        """End a stream. One that its reader stopped, or that is over by itself, is as good."""
        if where.scope is Scope.PERSONAL:
            words = _words(message.customer, message.text)
            with suppress(Refused):
                await self._here.connector.send(where, activities.stream_end(words, begun.message))

    async def _left_over(self, place: Place) -> Place | None:
        """Return a stream that an earlier process began, where there may be one."""
        head = await self._here.head(place.attempt or "")
        if head is not None and self._here.posting.is_ours(head):
            return None
        return await self._here.places.known(place.id, _PART)

    async def _begin(self, attempt_id: str, turn: int, text: str) -> _Stream | None:
        attempt, head = await self._here.attempt(attempt_id), await self._here.head(attempt_id)
        scenario = await self._here.scenario(attempt) if attempt else None
        if attempt is None or head is None or scenario is None:
            return None
        face = Face(scenario.persona.name, scenario.persona.picture)
        where = await self._here.where(head)
        where = where.thread(head.message) if where.scope is Scope.CHANNEL else where
        place, now = self._place(attempt, where, turn), self._here.clock.now()
        known = await self._here.places.intend(place)
        if known is not None:
            # An earlier process began it: that one is completed at its end.
            return _Stream(where, known, face, 0, now)
        return await self._first(_Stream(where, place, face, 1, now), text)

    async def _first(self, stream: _Stream, text: str) -> _Stream:
        shown = await self._piece(stream, text)
        message = await self._here.connector.send(stream.where, shown)
        place = replace(stream.place, message=message)
        await self._here.places.put(place)
        return replace(stream, place=place, number=2, at=self._here.clock.now())

    async def _go_on(self, stream: _Stream, text: str) -> _Stream:
        if not stream.number or self._here.clock.now() - stream.at < EVERY:
            return stream
        shown = await self._piece(stream, text)
        if stream.where.scope is Scope.PERSONAL:
            await self._here.connector.send(stream.where, shown)
        else:
            await self._here.connector.update(stream.where, stream.place.message, shown)
        # Counted from when it went: it may have had to wait.
        return replace(stream, number=stream.number + 1, at=self._here.clock.now())

    async def _piece(self, stream: _Stream, text: str) -> dict[str, Any]:
        """Return what there is of the line, as it is sent."""
        place = stream.place
        if stream.where.scope is Scope.PERSONAL:
            return activities.stream(_words(stream.face, text), stream.number, place.message)
        said = CustomerSaid(place.attempt or "", place.turn or 0, stream.face, text + _UNDER_WAY)
        view = await view_for(self._here, place.workspace, place.channel, "")
        cards: Sequence[Card] = render(said, view)
        return activities.message(cards[0])

    def _place(self, attempt: Attempt, where: Reference, turn: int) -> Place:
        return Place(
            id=f"call:{attempt.id}:turn{turn}",
            part=_PART,
            workspace=attempt.workspace,
            channel=where.channel,
            thread=where.root,
            message="",
            kind="Stream",
            at=self._here.clock.now(),
            attempt=attempt.id,
            turn=turn,
        )


def _words(face: Face, text: str) -> str:
    return f"{face.name}: {text}"
