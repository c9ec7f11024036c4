"""The programs of a measurement, each in a process of its own: run, served, and heard."""

from __future__ import annotations

import asyncio
import json
import os
import sys
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from typing import Any

from aiohttp import web

_READY_S = 60.0


@asynccontextmanager
async def program(
    module: str, *arguments: str, env: Mapping[str, str] | None = None
) -> AsyncIterator[dict[str, Any]]:
    """Run a program until the block ends; yields what it says when it is ready.

    `env` goes into its environment, beside ours.
    """
    process = await asyncio.create_subprocess_exec(
        *_command(module),
        *arguments,
        stdout=asyncio.subprocess.PIPE,
        limit=2**20,
        env={**os.environ, **(env or {})},
    )
    assert process.stdout is not None
    try:
        async with asyncio.timeout(_READY_S):
            said = await process.stdout.readline()
        yield json.loads(said)
    finally:
        # Nothing here is worth an orderly end.
        process.kill()
        await process.wait()


async def run(module: str, given: Mapping[str, Any]) -> dict[str, Any]:
    """Let a program do what it is given, as JSON; returns what it says in the end, as JSON.

    Raises RuntimeError when it fails.
    """
    process = await asyncio.create_subprocess_exec(
        *_command(module), stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE
    )
    told, _ = await process.communicate(json.dumps(given).encode())
    if process.returncode:
        raise RuntimeError(f"{module} did not come to an end.")
    found: dict[str, Any] = json.loads(told)
    return found


async def serve(runner: web.BaseRunner, **told: object) -> None:
    """Serve on a free port, say where as one line of JSON, and go on until killed.

    `told` is said beside the `url`: what else whoever runs the program has to know.
    """
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0, backlog=1024).start()
    host, port = runner.addresses[0][:2]
    print(json.dumps({"url": f"http://{host}:{port}", **told}), flush=True)
    await asyncio.Event().wait()


def _command(module: str) -> list[str]:
    return [sys.executable, "-m", module]
