"""Runs every measurement, or those named, and prints one table."""

from __future__ import annotations

import asyncio
import os
import platform
import sys
from collections.abc import Awaitable, Callable

from tests.bench import customer, desk, hearing, start
from tests.bench.figures import Figure, table
from tests.bench.slack import rounds
from tests.bench.teams import rounds as teams_rounds
from tests.bench.voice import rounds as voice_rounds

MEASUREMENTS: dict[str, Callable[[], Awaitable[list[Figure]]]] = {
    "start": start.measure,
    "customer": customer.measure,
    "desk": desk.measure,
    "full": desk.measure_full,
    "hearing": hearing.measure,
    "slack": rounds.measure,
    "teams": teams_rounds.measure,
    "voice": voice_rounds.measure,
}


async def main(names: list[str]) -> None:
    """Measure and print."""
    unknown = set(names) - MEASUREMENTS.keys()
    if unknown:
        sys.exit(
            f"There is no measurement {', '.join(unknown)}: choose of {', '.join(MEASUREMENTS)}."
        )
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    print(f"Python {platform.python_version()}, {os.cpu_count()} cores, {memory:.0f} GiB")
    figures: list[Figure] = []
    for name in names or MEASUREMENTS:
        print(f"measuring {name} …", file=sys.stderr)
        figures += await MEASUREMENTS[name]()
    print(table(figures))


asyncio.run(main(sys.argv[1:]))
