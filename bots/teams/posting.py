"""Posts to Teams, and remembers where, so that what stands there is not posted again.

A bot cannot look at what it has said: Teams keeps history from it. So a message whose answer was
lost, or whose process died before it was remembered, is posted again: better twice than never.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from bots.teams.connector import Connector, Refused
from bots.teams.references import Reference, Scope
from core.places import Place, Places

_REMEMBERED = 5_000
_LATER = "part{}"


class Posting:
    """Posts, each piece once. `started` is when this process began."""

    def __init__(self, connector: Connector, places: Places, started: datetime) -> None:
        self._connector = connector
        self._places = places
        self._started = started
        # What this process posted: it may be asked for again before it is marked as delivered.
        self._posted: OrderedDict[tuple[str, str], Place] = OrderedDict()

    async def post(
        self, where: Reference, place: Place, activities: Sequence[Mapping[str, Any]]
    ) -> Place:
        """Post these activities one after the other; returns the place of the first.

        In a channel the first begins a thread, unless `where` is in one. Raises ProviderError,
        and StorageError.
        """
        first = await self._one(where, place, activities[0])
        begun = where.scope is Scope.CHANNEL and not where.root
        rest = where.thread(first.message) if begun else where
        for number, activity in enumerate(activities[1:], 2):
            part = f"{place.part} {_LATER.format(number)}".strip()
            more = replace(place, part=part, thread=rest.root)
            await self._one(rest, more, activity)
        return first

    async def _one(self, where: Reference, place: Place, activity: Mapping[str, Any]) -> Place:
        known = await self.standing(place)
        if known is not None:
            return known
        begins = where.scope is Scope.CHANNEL and not where.root
        send = self._connector.begin_thread if begins else self._connector.send
        return await self.keep(replace(place, message=await send(where, activity)))

    async def keep(self, place: Place) -> Place:
        """Remember where a message stands."""
        self._posted[place.id, place.part] = place
        if len(self._posted) > _REMEMBERED:
            self._posted.popitem(last=False)
        await self._places.put(place)
        return place

    def is_ours(self, place: Place) -> bool:
        """Whether what stands there was said since this process began."""
        return place.at >= self._started

    async def standing(self, place: Place) -> Place | None:
        """Return where the message stands already, None when it is not known to stand anywhere."""
        found = self._posted.get((place.id, place.part))
        if found is not None or self.is_ours(place):
            return found
        known = await self._places.known(place.id, place.part)
        return known if known is not None and known.message else None

    async def change(self, where: Reference, place: Place, activity: Mapping[str, Any]) -> None:
        """Show another activity in a place. That it is gone meanwhile does not matter.

        Raises ProviderError.
        """
        try:
            await self._connector.update(_thread(where, place), place.message, activity)
        except Refused as error:
            if not error.gone:
                raise

    async def remove(self, where: Reference, place: Place, instead: Mapping[str, Any]) -> None:
        """Take a post away, or show something else where that cannot be. Raises ProviderError."""
        try:
            await self._connector.delete(_thread(where, place), place.message)
        except Refused:
            await self.change(where, place, instead)


def _thread(where: Reference, place: Place) -> Reference:
    """Return where a post is found: of a channel, in the thread that it begins."""
    begins = where.scope is Scope.CHANNEL and not where.root
    return where.thread(place.message) if begins else where
