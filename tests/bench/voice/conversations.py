"""Calls over the real socket, with real speech at both ends: what a caller hears, and when."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

from app.calling import Exchange, Placed, open_exchange
from app.config import read_settings
from tests.bench.voice.spoken import ANSWERS, CUT_INS, LISTENING, SCENARIOS, lines
from voice_bridge.caller import Step

_YIELDED_S = 1.0
"""A customer that speaks on for so long has not yielded."""
_names = count(1)


@asynccontextmanager
async def exchange() -> AsyncIterator[Exchange]:
    """A server on a fresh folder."""
    with TemporaryDirectory(prefix="scrimmage-bench-") as folder:
        settings = read_settings(data=Path(folder), database_url="", log_level="error")
        async with open_exchange(settings) as opened:
            yield opened


async def call(opened: Exchange, place: int, steps: Sequence[Step]) -> Placed:
    """Place a call of the scenario whose turn it is."""
    scenario = opened.product.library.scenario(SCENARIOS[place % len(SCENARIOS)])
    return await opened.call(scenario, steps, f"bench{next(_names)}")


async def answered(opened: Exchange, calls: int, turns: int, at_once: int = 1) -> list[float]:
    """Return how long the customer took to answer, in seconds, over so many calls."""
    texts = lines(ANSWERS)
    scripts = [[Step(say=next(texts)) for _ in range(turns)] for _ in range(calls)]
    placed = await _placed(opened, scripts, at_once)
    return [answer for one in placed for answer in one.timeline.answers()]


@dataclass(slots=True)
class Yields:
    """How the customer took being cut in on: seconds until silent, and who did not yield."""

    seconds: list[float] = field(default_factory=list)
    missed: int = 0


async def cut_in_on(opened: Exchange, cases: int, at_once: int = 1) -> Yields:
    """Cut in on the customer so many times, each time one and a half seconds into its line."""
    texts = lines(CUT_INS)
    scripts = [[Step(say=next(texts), into_s=1.5) for _ in range(6)] for _ in range(-(-cases // 5))]
    found = Yields()
    for placed in await _placed(opened, scripts, at_once):
        for began, ended in _cut_into(placed):
            if ended - began <= _YIELDED_S:
                found.seconds.append(ended - began)
            else:
                found.missed += 1
    return found


def _cut_into(placed: Placed) -> Iterator[tuple[float, float]]:
    """Yield when the caller began and when the customer fell silent, for each real cut."""
    for said in placed.timeline.said:
        for start, end in placed.timeline.sounds:
            if start < said.began - 0.3 and end > said.began:
                went_on = _resumed(placed, said.began, said.ended + 1.0)
                yield said.began, (end if not went_on else said.began + 2 * _YIELDED_S)


def _resumed(placed: Placed, since: float, until: float) -> bool:
    """Whether a line went on after it was stopped in this time."""
    stopped = [d["line"] for at, what, d in placed.timeline.events if what == "stop" and at > since]
    return any(
        what == "line" and since < at < until and data["line"] in stopped and data["from_ms"] > 0
        for at, what, data in placed.timeline.events
    )


@dataclass(slots=True)
class Ignored:
    """Sounds of listening: how many took no turn, how many did, and the silences they caused."""

    ignored: int = 0
    taken: int = 0
    silences: list[float] = field(default_factory=list)


async def listen_to(opened: Exchange, cases: int, at_once: int = 1) -> Ignored:
    """Make a sound of listening in each of so many of the customer's lines."""
    answers, sounds = lines(ANSWERS), lines(LISTENING)
    scripts = []
    for _ in range(-(-cases // 6)):
        script = []
        for _ in range(6):
            script += [Step(say=next(answers)), Step(say=next(sounds), into_s=1.2)]
        scripts.append(script)
    found = Ignored()
    for placed in await _placed(opened, scripts, at_once):
        _count(placed, found)
    return found


def _count(placed: Placed, found: Ignored) -> None:
    """Count the sounds that fell into a line with something left of it."""
    events = placed.timeline.events
    for said in placed.timeline.said:
        inside = any(a < said.began - 0.3 and b > said.began for a, b in placed.timeline.sounds)
        if not said.cut_in or not inside:
            continue
        stops = [at for at, what, _ in events if what == "stop" and 0 <= at - said.began < 1.0]
        goes_on = [
            at
            for at, what, data in events
            if what == "line" and stops and at > stops[0] and data["from_ms"] > 0
        ]
        if stops and not goes_on:
            found.taken += 1
            continue
        found.ignored += 1
        found.silences.append(goes_on[0] - stops[0] if stops else 0.0)


async def _placed(opened: Exchange, scripts: list[list[Step]], at_once: int) -> list[Placed]:
    """Place the calls, so many at once, each begun a little after the one before."""
    waiting = asyncio.Semaphore(at_once)

    async def one(place: int, script: list[Step]) -> Placed:
        async with waiting:
            await asyncio.sleep(0.37 * (place % at_once))
            return await call(opened, place, script)

    return list(await asyncio.gather(*(one(n, script) for n, script in enumerate(scripts))))
