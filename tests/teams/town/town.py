"""What tests do in the Town, and see there."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Mapping
from itertools import count
from typing import Self, TypeVar

from aiohttp import web
from aiohttp.test_utils import TestServer

from tests.teams.people import ACME, BRAVO, Place, Resident
from tests.teams.town.desk import Desk
from tests.teams.town.faults import Fault, Held
from tests.teams.town.records import Called, Post, Stream, Violation
from tests.teams.town.rooms import THREAD, Rooms
from tests.teams.town.tokens import Tokens

Seen = TypeVar("Seen")
_LARGEST_BODY = 16 * 1024**2


class TeamsTown:
    """Serves from entering to leaving; an asynchronous context manager.

        async with TeamsTown() as town:
            tells = Teller(ACME, town.service_url(ACME))

    Ours, by Microsoft's documents; no third party has confirmed it. `clock` gives seconds: calls
    are noted by it, and the rates and streams are held to it.
    """

    def __init__(
        self, *places: Place, clock: Callable[[], float] = time.monotonic, first_id: int = 10**12
    ) -> None:
        numbers = count(first_id)
        self._rooms = Rooms(places or (ACME, BRAVO), lambda: str(next(numbers)))
        self._clock = clock

    async def __aenter__(self) -> Self:
        self._desk = Desk(self._rooms, self._clock)
        app = web.Application(client_max_size=_LARGEST_BODY)
        app.add_routes(self._desk.routes())
        self._server = TestServer(app, host="127.0.0.1")
        await self._server.start_server(shutdown_timeout=0.1)
        return self

    async def __aexit__(self, *_: object) -> None:
        # A request that is held must not hold up the end of a test.
        self._desk.faults.release()
        await self._server.close()

    def service_url(self, place: Place = ACME) -> str:
        """The address of the connector for a tenant, as activities name it."""
        return str(self._server.make_url(f"/{place.tenant}/"))

    # What was asked, and what stands there now.

    def calls(self, what: str = "") -> list[Called]:
        """All requests of a kind, or all, the refused ones and faults included."""
        return [call for call in self._desk.calls if what in {"", call.what}]

    @property
    def violations(self) -> list[Violation]:
        """All that Teams would not have taken; at the end of most tests there should be none."""
        return self._desk.judge.violations

    @property
    def throttled(self) -> list[Called]:
        """The requests that came too early for Teams' rates."""
        return self._desk.throttled

    def posts(self, conversation: str) -> list[Post]:
        """The messages in a chat or a thread, oldest first, without the deleted ones.

        Of a channel, the first messages of its threads. Raises KeyError for what is not there.
        """
        room = self._rooms.any(conversation)
        if room.kind == "personal" or THREAD in conversation:
            found = room.posts
        else:
            found = [thread.posts[0] for thread in self._rooms.threads(conversation)]
        return [post for post in found if not post.deleted]

    def threads(self, channel: str) -> list[str]:
        """The ids of the threads of a channel, oldest first."""
        return [room.id for room in self._rooms.threads(channel)]

    @property
    def typing(self) -> list[str]:
        """The conversations in which the bot was seen to type, each time."""
        return self._desk.posts.typing

    @property
    def streams(self) -> Mapping[str, Stream]:
        """The streamed messages, by their ids."""
        return self._desk.posts.streams.all

    async def until(self, look: Callable[[], Seen | None], within_s: float = 30) -> Seen:
        """Look again after each request that came in, until something is seen; returns it.

        Raises TimeoutError.
        """
        async with asyncio.timeout(within_s):
            while not (seen := look()):
                self._desk.news.clear()
                await self._desk.news.wait()
        return seen

    # What others do there.

    def say(self, person: Resident, conversation: str, text: str) -> Post:
        """Let somebody write a message. Nothing is told to the bot: that is a Teller's."""
        room = self._rooms.any(conversation)
        return self._rooms.write(room, person.id, {"type": "message", "text": text})

    def expel(self, conversation: str) -> None:
        """Take the bot out of a personal chat or a channel; `admit_bot` lets it in again."""
        self._rooms.any(conversation).bot_is_in = False

    def admit_bot(self, conversation: str) -> None:
        self._rooms.any(conversation).bot_is_in = True

    @property
    def tokens(self) -> Tokens:
        """Which tokens are asked for: none, until one was admitted."""
        return self._desk.tokens

    # What goes wrong.

    def fault(  # each argument is a way to go wrong
        self,
        what: str,
        *,
        status: int = 429,
        retry_after: float | None = None,
        times: int = 1,
        where: str = "",
        cut: bool = False,
        applied: bool = False,
    ) -> None:
        """Let the next `times` requests of a kind ("*" for any) go wrong, in a place if named.

        With `cut` the connection breaks, else the status is answered. With `applied` the request
        is carried out all the same.
        """
        fault = Fault(what, status, retry_after, times, where, cut, applied)
        self._desk.faults.all.append(fault)

    def hold(self, what: str, where: str = "") -> Held:
        """Let the next request wait until `held.release()`: for good, that is silence."""
        held = Held()
        self._desk.faults.all.append(Fault(what, where=where, held=held))
        return held

    @property
    def rates(self) -> bool:
        """Whether Teams' rates are held."""
        return self._desk.rates.held

    @rates.setter
    def rates(self, held: bool) -> None:
        self._desk.rates.held = held

    def share_rates(self, *, whole_channels: bool) -> None:
        """Whether the threads of a channel share its rates, as they do unless told otherwise."""
        self._desk.rates.whole_channels = whole_channels
