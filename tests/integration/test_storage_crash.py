"""A process that is killed while it writes leaves whole units, and all it said were kept."""

from __future__ import annotations

import random
import subprocess
import sys
from pathlib import Path

from adapters.storage import open_store

_ROOT = Path(__file__).parents[2]
_ROUNDS = 12


def _write_until_killed(url: str, name: str, lines: int, bytes_more: int) -> int:
    """Kill the writer once it has said so many lines, and return the last it said was kept."""
    command = [sys.executable, "-m", "tests.integration.crash_writer", url, name]
    with subprocess.Popen(command, cwd=_ROOT, stdout=subprocess.PIPE) as writer:
        assert writer.stdout
        for _ in range(lines):
            assert writer.stdout.readline()
        # A few bytes more, so that it dies anywhere within a unit and not always after one.
        writer.stdout.read(bytes_more)
        writer.kill()
        said = writer.stdout.read().splitlines()
    return lines - 1 + sum(line.isdigit() for line in said)


async def test_units_are_whole_or_absent_after_a_kill(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/practice.db"
    chance = random.Random(7)  # noqa: S311 - any points will do
    for number in range(_ROUNDS):
        name = f"call{number}"
        kept = _write_until_killed(url, name, chance.randint(1, 80), chance.randint(0, 2))
        store = await open_store(url)
        async with store.reading() as unit:
            call = await unit.attempt(name)
            entries = await unit.entries(name)
            received = [e.id for e in await unit.unfinished() if e.id.startswith(f"{name}-")]
            posted = [o.id for o in await unit.undelivered() if o.id.startswith(f"{name}-")]
        await store.close()
        assert call
        units = len(call.turns)
        assert units > kept - 1
        assert len(entries) == call.entries == 2 * units
        assert received == posted == [f"{name}-{n}" for n in range(units)]
