"""Trainees who write in their threads, as Slack would tell of it: signed, over HTTP.

    python -m tests.bench.slack.trainees < load.json > took.json

First at a steady rate, whatever comes back; what is late counts from when it was due. Then as fast
as it goes: each trainee writes again as soon as the reply to the last message is posted.
"""

from __future__ import annotations

import asyncio
import json
import sys
import time
from dataclasses import asdict, dataclass, field

import aiohttp

from bots.slack.settings import EVENTS_PATH
from tests.bench.slack.common import SECRET, direct, trainee
from tests.bench.talking import LINES, Replies
from tests.slack.requests import signed
from tests.slack.teller import Teller

_PATIENCE_S = 600.0


@dataclass(frozen=True, slots=True)
class Load:
    """What to do. `threads` are timestamps by channel; `api` and `server` are addresses."""

    api: str
    server: str
    threads: dict[str, str]
    per_s: float
    steady_s: float
    each: int


@dataclass(slots=True)
class Took:
    """What it took: seconds until each message of the steady rate was acknowledged and answered."""

    acknowledged: list[float] = field(default_factory=list)
    replied: list[float] = field(default_factory=list)
    replies_a_second: float = 0.0


class Trainees:
    """Everybody who writes."""

    def __init__(self, load: Load, session: aiohttp.ClientSession) -> None:
        self._load = load
        self._session = session
        self._teller = Teller()
        self._users = {direct(trainee(n)): trainee(n) for n in range(len(load.threads))}
        self._written = 0
        self._replies = Replies(load.threads.values())
        self.took = Took()

    async def listen(self) -> None:
        """Hear of every reply, for as long as there is somebody to listen to."""
        await self._replies.listen(self._session, self._load.api)

    async def steadily(self) -> None:
        """Write in one thread after the other, so many messages a second."""
        begun, channels = time.monotonic(), list(self._load.threads)
        async with asyncio.TaskGroup() as group:
            for n in range(round(self._load.per_s * self._load.steady_s)):
                due = begun + n / self._load.per_s
                await asyncio.sleep(max(0.0, due - time.monotonic()))
                group.create_task(self._timed(channels[n % len(channels)], due))

    async def at_once(self) -> None:
        """Write as fast as replies come."""
        begun = time.monotonic()
        async with asyncio.TaskGroup() as group:
            talks = [group.create_task(self._talk(channel)) for channel in self._load.threads]
        last = max(talk.result() for talk in talks)
        self.took.replies_a_second = len(talks) * self._load.each / (last - begun)

    async def greet(self) -> None:
        """Write once in each thread, so that everything is warm."""
        for channel in self._load.threads:
            await (await self._write(channel))

    async def _timed(self, channel: str, due: float) -> None:
        replied = await self._write(channel)
        self.took.acknowledged.append(time.monotonic() - due)
        self.took.replied.append(await replied - due)

    async def _talk(self, channel: str) -> float:
        at = 0.0
        for _ in range(self._load.each):
            at = await (await self._write(channel))
        return at

    async def _write(self, channel: str) -> asyncio.Future[float]:
        """Write the next line; returns, when it is acknowledged, what tells when it is answered."""
        thread = self._load.threads[channel]
        text = LINES[self._written % len(LINES)]
        self._written += 1
        told = self._teller.message(self._users[channel], channel, text, thread_ts=thread)
        request = signed(told, SECRET, int(time.time()))
        answered = self._replies.expect(thread)
        url = self._load.server + EVENTS_PATH
        async with self._session.post(url, data=request.body, headers=request.headers) as response:
            await response.read()
            response.raise_for_status()
        return answered


async def main(load: Load) -> Took:
    """Write, and return what it took. Raises TimeoutError when replies fail to come."""
    connector = aiohttp.TCPConnector(limit=0)
    timeout = aiohttp.ClientTimeout(total=None)
    async with aiohttp.ClientSession(connector=connector, timeout=timeout) as session:
        trainees = Trainees(load, session)
        listening = asyncio.create_task(trainees.listen(), name="replies")
        try:
            async with asyncio.timeout(_PATIENCE_S):
                await trainees.greet()
                await trainees.steadily()
                await trainees.at_once()
        finally:
            listening.cancel()
        return trainees.took


if __name__ == "__main__":
    print(json.dumps(asdict(asyncio.run(main(Load(**json.load(sys.stdin)))))))
