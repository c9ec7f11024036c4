"""What trainees say, and how they hear from another process that they are answered."""

from __future__ import annotations

import asyncio
import time
from collections import deque
from collections.abc import Iterable

import aiohttp
from aiohttp import web

LINES = (
    "Let me look at that for you.",
    "When did you notice it?",
    "Which card did you use?",
    "How did you pay?",
    "And who else uses the account?",
    "One moment, I am still looking.",
    "Is this the first time this happened?",
    "Which plan do you have?",
)
POSTS_PATH = "/posts"


class Posts:
    """Tells whoever asks of posts as they come, a line for each: where, and when.

    The time is of the clock that all processes of this machine share.
    """

    def __init__(self) -> None:
        self._told: list[asyncio.Queue[str]] = []

    def stands(self, where: str) -> None:
        """Tell that a reply stands there, whole."""
        for told in self._told:
            told.put_nowait(f"{where} {time.monotonic()}\n")

    async def tell(self, request: web.BaseRequest) -> web.StreamResponse:
        """Answer a request, for as long as there is somebody to tell."""
        response = web.StreamResponse()
        await response.prepare(request)
        told: asyncio.Queue[str] = asyncio.Queue()
        self._told.append(told)
        try:
            while True:
                lines = [await told.get()]
                while not told.empty():
                    lines.append(told.get_nowait())
                await response.write("".join(lines).encode())
        except ConnectionError:
            return response  # nobody listens any longer
        finally:
            self._told.remove(told)


class Replies:
    """Replies that are waited for, by where they will stand."""

    def __init__(self, places: Iterable[str]) -> None:
        self._awaited: dict[str, deque[asyncio.Future[float]]] = {
            where: deque() for where in places
        }

    def expect(self, where: str) -> asyncio.Future[float]:
        """Return what tells when the next reply stands there."""
        answered: asyncio.Future[float] = asyncio.get_running_loop().create_future()
        self._awaited[where].append(answered)
        return answered

    async def listen(self, session: aiohttp.ClientSession, url: str) -> None:
        """Hear of every reply that is told of at this server, until it goes away."""
        async with session.get(url + POSTS_PATH) as response:
            async for line in response.content:
                where, at = line.split()
                waiting = self._awaited[where.decode()]
                # What is said to a message answers those before it too.
                while waiting:
                    waiting.popleft().set_result(float(at))
