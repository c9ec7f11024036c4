"""What goes wrong on demand."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field

from aiohttp import web

from tests.teams.town.records import Called

_CODES = {
    403: ("BotNotInConversationRoster", "The bot is not part of the conversation roster."),
    404: ("ConversationNotFound", "The conversation was not found."),
    412: ("PreconditionFailed", "Precondition failed, please try again."),
    429: ("Throttled", "API calls quota exceeded."),
}
# What stands before Teams answers these, and not in JSON.
_GATEWAYS = (502, 503, 504)


@dataclass(eq=False, slots=True)
class Held:
    """A request that waits: `arrived` is set when it came in, and `release` lets it go on."""

    arrived: asyncio.Event = field(default_factory=asyncio.Event)
    _released: asyncio.Event = field(default_factory=asyncio.Event)

    def release(self) -> None:
        self._released.set()

    async def wait(self) -> None:
        """Wait for the release, as the held request does."""
        self.arrived.set()
        await self._released.wait()


@dataclass(eq=False, slots=True)
class Fault:
    """One thing that will go wrong; made by `TeamsTown.fault` and `TeamsTown.hold`."""

    what: str
    status: int = 429
    retry_after: float | None = None
    times: int = 1
    where: str = ""
    cut: bool = False
    applied: bool = False
    held: Held | None = None

    def fits(self, called: Called) -> bool:
        """Whether this is the request that goes wrong."""
        named = self.what in {called.what, "*"}
        return self.times > 0 and named and (not self.where or self.where == called.where)

    def answer(self, request: web.Request) -> web.Response:
        """What comes instead of the answer."""
        if self.cut and request.transport is not None:
            request.transport.abort()
        return failure(self.status, self.retry_after)


class Faults:
    """All that will go wrong, in the order in which it was asked for."""

    def __init__(self) -> None:
        self.all: list[Fault] = []

    def take(self, called: Called) -> Fault | None:
        """The fault that meets this request, once less from now on; None where all is well."""
        for fault in self.all:
            if fault.fits(called):
                fault.times -= 1
                return fault
        return None

    def release(self) -> None:
        """Let all go on that wait, so that the end of a test waits for none of them."""
        for fault in self.all:
            if fault.held:
                fault.held.release()


def failure(status: int, retry_after: float | None = None) -> web.Response:
    """An error as Teams gives it. `retry_after` is in seconds; None leaves it out."""
    if status in _GATEWAYS:
        return web.Response(status=status, text="<html>upstream</html>", content_type="text/html")
    code, message = _CODES.get(status, ("ServiceError", "Unknown."))
    headers = {} if retry_after is None else {"Retry-After": f"{retry_after:g}"}
    body = {"error": {"code": code, "message": message}}
    return web.json_response(body, status=status, headers=headers)
