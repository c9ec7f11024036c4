"""How soon the server is ready, and how much memory it holds."""

from __future__ import annotations

import asyncio
import os
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

import psutil

from tests.bench.figures import Figure

_PORT = 18_391
_TRIES = 3


async def measure() -> list[Figure]:
    """Start the real server a few times on a fresh folder and look."""
    runs = [await asyncio.to_thread(_start) for _ in range(_TRIES)]
    return [
        Figure("from the start to the first page", min(r[0] for r in runs), "s", "3 at most"),
        Figure("resident memory, model loaded", max(r[1] for r in runs), "MB", "250 at most"),
    ]


def _start() -> tuple[float, float]:
    with tempfile.TemporaryDirectory() as folder:
        return _serve(Path(folder))


def _serve(folder: Path) -> tuple[float, float]:
    import subprocess  # noqa: PLC0415 - only here

    environment = {**os.environ, "SCRIMMAGE_DATA": str(folder)}
    command = [sys.executable, "-m", "app", "serve", "--demo", "--port", str(_PORT)]
    begun = time.perf_counter()
    with subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL) as server:
        try:
            _wait_for_page(begun)
            ready = time.perf_counter() - begun
            time.sleep(4)  # until the model is warm
            return ready, psutil.Process(server.pid).memory_info().rss / 1e6
        finally:
            server.terminate()


def _wait_for_page(begun: float) -> None:
    while time.perf_counter() - begun < 60:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{_PORT}/", timeout=5):
                return
        except OSError:
            time.sleep(0.02)
    sys.exit("The server did not come up.")
