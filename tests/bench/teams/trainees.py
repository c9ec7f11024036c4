"""Trainees who write and click in their personal chats, as Teams would tell of it: signed, by HTTP.

    python -m tests.bench.teams.trainees < load.json > took.json

First at a steady rate, whatever comes back; what is late counts from when it was due. Then, where
the customer answers at all, as fast as it goes: each writes again as soon as the reply is posted.
"""

from __future__ import annotations

import asyncio
import json
import sys
import time
from dataclasses import asdict, dataclass, field

import aiohttp

from bots.teams.settings import MESSAGES_PATH
from tests.bench.talking import LINES, Replies
from tests.bench.teams import activities
from tests.bench.teams.activities import Activity
from tests.bench.teams.common import TOKEN_PATH, chat, trainee

_PATIENCE_S = 600.0
_CLICKS_EVERY = 10


@dataclass(frozen=True, slots=True)
class Load:
    """What to do. `api` and `server` are addresses; `replies`: whether any can be waited for."""

    api: str
    server: str
    trainees: int
    per_s: float
    steady_s: float
    each: int
    replies: bool


@dataclass(slots=True)
class Took:
    """Seconds until each activity of the steady rate was answered, and until a reply stood."""

    messages: list[float] = field(default_factory=list)
    buttons: list[float] = field(default_factory=list)
    dialogs: list[float] = field(default_factory=list)
    replied: list[float] = field(default_factory=list)
    replies_a_second: float = 0.0


class Trainees:
    """Everybody who writes."""

    def __init__(self, load: Load, session: aiohttp.ClientSession, token: str) -> None:
        self._load = load
        self._session = session
        self._headers = {"Authorization": f"Bearer {token}"}
        self._people = [trainee(n) for n in range(load.trainees)]
        self._replies = Replies(map(chat, self._people))
        self._sent = 0
        self.took = Took()

    async def listen(self) -> None:
        """Hear of every reply, for as long as there is somebody to listen to."""
        await self._replies.listen(self._session, self._load.api)

    async def greet(self) -> None:
        """Let each write once, so that everything is warm."""
        for person in self._people:
            replied = await self._write(person)
            if self._load.replies:
                await replied

    async def steadily(self) -> None:
        """Let one after the other do something, so many a second: write, and now and then click."""
        begun = time.monotonic()
        async with asyncio.TaskGroup() as group:
            for n in range(round(self._load.per_s * self._load.steady_s)):
                due = begun + n / self._load.per_s
                await asyncio.sleep(max(0.0, due - time.monotonic()))
                person = self._people[n % len(self._people)]
                clicks, left = divmod(n + 1, _CLICKS_EVERY)
                group.create_task(
                    self._written(person, due) if left else self._clicked(person, clicks, due)
                )

    async def at_once(self) -> None:
        """Write as fast as replies come."""
        begun = time.monotonic()
        async with asyncio.TaskGroup() as group:
            talks = [group.create_task(self._talk(person)) for person in self._people]
        last = max(talk.result() for talk in talks)
        self.took.replies_a_second = len(talks) * self._load.each / (last - begun)

    async def _written(self, person: str, due: float) -> None:
        replied = await self._write(person)
        self.took.messages.append(time.monotonic() - due)
        if self._load.replies:
            self.took.replied.append(await replied - due)

    async def _clicked(self, person: str, clicks: int, due: float) -> None:
        opens = clicks % 2 == 0
        activity = activities.dialog if opens else activities.button
        await self._send(activity(self._load.api, person, self._number()))
        took = self.took.dialogs if opens else self.took.buttons
        took.append(time.monotonic() - due)

    async def _talk(self, person: str) -> float:
        at = 0.0
        for _ in range(self._load.each):
            at = await (await self._write(person))
        return at

    async def _write(self, person: str) -> asyncio.Future[float]:
        """Write the next line; returns, when it is taken, what tells when it is replied to."""
        replied, number = self._replies.expect(chat(person)), self._number()
        text = LINES[number % len(LINES)]
        await self._send(activities.message(self._load.api, person, number, text))
        return replied

    def _number(self) -> int:
        self._sent += 1
        return self._sent

    async def _send(self, activity: Activity) -> None:
        url = self._load.server + MESSAGES_PATH
        async with self._session.post(url, json=activity, headers=self._headers) as response:
            await response.read()
            response.raise_for_status()


async def main(load: Load) -> Took:
    """Write, and return what it took. Raises TimeoutError when replies fail to come."""
    connector = aiohttp.TCPConnector(limit=0)
    timeout = aiohttp.ClientTimeout(total=None)
    async with aiohttp.ClientSession(connector=connector, timeout=timeout) as session:
        async with session.get(load.api + TOKEN_PATH) as response:
            token = await response.text()
        trainees = Trainees(load, session, token)
        listening = asyncio.create_task(trainees.listen(), name="replies")
        try:
            async with asyncio.timeout(_PATIENCE_S):
                await trainees.greet()
                await trainees.steadily()
                if load.replies:
                    await trainees.at_once()
        finally:
            listening.cancel()
        return trainees.took


if __name__ == "__main__":
    print(json.dumps(asdict(asyncio.run(main(Load(**json.load(sys.stdin)))))))
