"""What goes wrong on demand, and the rates that Slack holds an app to."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from aiohttp import web

_SECONDS_BETWEEN_MESSAGES = 1.0
# What stands before Slack answers these, and not in JSON.
_GATEWAYS = (502, 503, 504)


@dataclass(eq=False, slots=True)
class Fault:
    """One thing that will go wrong; made by `Town.fault` and `Town.hold`."""

    method: str
    status: int = 429
    retry_after: int = 1
    times: int = 1
    channel: str = ""
    error: str = ""
    cut: bool = False
    applied: bool = False
    held: Held | None = None

    def fits(self, method: str, arguments: Mapping[str, Any]) -> bool:
        """Whether this is the call that goes wrong."""
        where = arguments.get("channel") or arguments.get("channel_id")
        named = self.method in {method, "*"}
        return self.times > 0 and named and (not self.channel or self.channel == where)

    def answer(self, request: web.Request) -> web.Response:
        """What comes instead of the answer."""
        if self.cut and request.transport is not None:
            request.transport.abort()
        if self.error:
            return web.json_response({"ok": False, "error": self.error})
        return failure(self.status, self.retry_after)


@dataclass(eq=False, slots=True)
class Held:
    """A call that waits: `arrived` is set when it came in, and `release` lets it go on."""

    arrived: asyncio.Event = field(default_factory=asyncio.Event)
    _released: asyncio.Event = field(default_factory=asyncio.Event)

    def release(self) -> None:
        self._released.set()

    async def wait(self) -> None:
        """Wait for the release, as the held call does."""
        self.arrived.set()
        await self._released.wait()


class Faults:
    """All that will go wrong, in the order in which it was asked for."""

    def __init__(self) -> None:
        self._all: list[Fault] = []

    def add(self, fault: Fault) -> None:
        self._all.append(fault)

    def take(self, method: str, arguments: Mapping[str, Any]) -> Fault | None:
        """The fault that meets this call, once less from now on; None where all is well."""
        for fault in self._all:
            if fault.fits(method, arguments):
                fault.times -= 1
                return fault
        return None


class Rates:
    """One message a second in each channel, by the Town's clock, once `held` to it."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self.held = False
        self._clock = clock
        self._last: dict[tuple[str, object], float] = {}

    def exceeded(self, method: str, arguments: Mapping[str, Any], token: str) -> bool:
        """Whether this call comes too early; one that does not is counted."""
        if not self.held or method != "chat.postMessage":
            return False
        key, now = (token, arguments.get("channel")), self._clock()
        if now - self._last.get(key, float("-inf")) < _SECONDS_BETWEEN_MESSAGES:
            return True
        self._last[key] = now
        return False


def failure(status: int, retry_after: int = 1) -> web.Response:
    """An HTTP error as Slack gives it."""
    if status in _GATEWAYS:
        return web.Response(status=status, text="<html>upstream</html>", content_type="text/html")
    error: Literal["ratelimited", "fatal_error"] = "ratelimited" if status == 429 else "fatal_error"
    headers = {"Retry-After": str(retry_after)} if status == 429 else {}
    return web.json_response({"ok": False, "error": error}, status=status, headers=headers)
