"""Measures calls by voice."""

from __future__ import annotations

import asyncio
import time
from statistics import fmean

import psutil

from app.calling import Exchange
from core.attempt import CallState
from tests.bench.figures import Figure, percentile, spread
from tests.bench.voice.conversations import answered, cut_in_on, exchange, listen_to
from tests.bench.voice.cut_offs import cut_offs

_CASES = 100
_LINES = 3
"""Calls at once while interruptions are counted, so that they take minutes and no hours."""
_AT_ONCE = (2, 4, 6, 8)


async def measure() -> list[Figure]:
    """Answers, interruptions, listening sounds, cut-offs, how many at once, memory, scores."""
    async with exchange() as opened:
        await answered(opened, 1, 2)
        figures = await _answers(opened)
        figures += await _interruptions(opened)
        figures += await _crowd(opened)
    return figures + await cut_offs()


async def _answers(opened: Exchange) -> list[Figure]:
    seconds = await answered(opened, 5, 8)
    aims = {0.5: "≤ 800", 0.95: "≤ 1,500"}
    return [
        *spread("end of speech to first sound of the answer", seconds, aims),
        Figure("answers", len(seconds), ""),
        *await _scores(opened),
    ]


async def _scores(opened: Exchange) -> list[Figure]:
    """From the end of a short call until its score is kept."""
    seconds = []
    for _ in range(5):
        await answered(opened, 1, 3)
        began = time.monotonic()
        while not await _all_scored(opened):  # noqa: ASYNC110 - of the store, nobody tells
            await asyncio.sleep(0.02)
        seconds.append(time.monotonic() - began)
    return spread("end of a short call to its score", seconds, {0.95: "≤ 5,000"})


async def _all_scored(opened: Exchange) -> bool:
    async with opened.product.store.reading() as unit:
        attempts = [await unit.attempt(name) for name in await unit.running()]
    return all(a is None or a.state is not CallState.ENDED or a.scored for a in attempts)


async def _interruptions(opened: Exchange) -> list[Figure]:
    yields = await cut_in_on(opened, _CASES, at_once=_LINES)
    cases = len(yields.seconds) + yields.missed
    ignored = await listen_to(opened, _CASES, at_once=_LINES)
    sounds = ignored.ignored + ignored.taken
    return [
        Figure("yields to an interruption", 100 * len(yields.seconds) / cases, "%", "≥ 98"),
        Figure("time to yield, mean", 1000 * fmean(yields.seconds), "ms", "≤ 200"),
        Figure("time to yield, p95", 1000 * percentile(yields.seconds, 0.95), "ms"),
        Figure("interruptions", cases, ""),
        Figure("listening sounds ignored", 100 * ignored.ignored / sounds, "%", "≥ 90"),
        Figure("silence after one, p50", 1000 * percentile(ignored.silences, 0.5), "ms"),
        Figure("listening sounds", sounds, ""),
    ]


async def _crowd(opened: Exchange) -> list[Figure]:
    process = psutil.Process()
    alone, figures = process.memory_info().rss, []
    for calls in _AT_ONCE:
        seconds = await answered(opened, calls, 5, at_once=calls)
        figures += spread(f"answer with {calls} calls at once", seconds, {0.5: "", 0.95: ""})
        grown = (process.memory_info().rss - alone) / 2**20 / calls
        figures.append(Figure(f"memory a call, of {calls} at once", max(0.0, grown), "MB"))
    return [*figures, Figure("memory with all models loaded", alone / 2**20, "MB")]
