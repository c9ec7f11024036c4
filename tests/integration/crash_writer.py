"""Writes units as fast as it can, and says after each that it was kept. Killed by its test."""

from __future__ import annotations

import asyncio
import sys
from dataclasses import replace
from itertools import count

from adapters.storage import open_store
from tests.records import attempt, entry, envelope, outgoing, turn


async def write(url: str, name: str) -> None:
    """Add a turn, two log entries, an envelope and a message in each unit, for ever."""
    store = await open_store(url)
    for number in count():
        async with store.unit() as unit:
            call = await unit.attempt(name) or attempt(name)
            turns = (*call.turns, turn(number))
            await unit.receive(envelope(f"{name}-{number}"))
            await unit.save(
                replace(call, turns=turns, entries=2 * number + 2),
                [entry(2 * number), entry(2 * number + 1)],
            )
            await unit.post(outgoing(f"{name}-{number}"))
        sys.stdout.write(f"{number}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    asyncio.run(write(sys.argv[1], sys.argv[2]))
