"""The real server in a process of its own, which can be killed and started again."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from pathlib import Path
from typing import IO

from tests.environment import free_port

_READY = re.compile(r"ready at http://[\d.]+:\d+")


class Server:
    """`scrimmage serve` on a folder, with `--demo` unless it is for real people.

    Its port is known before it starts, as its address stands in links. A second start takes the
    same port and database.
    """

    def __init__(self, folder: Path, *, demo: bool = True, **settings: str) -> None:
        """`settings` are names of SCRIMMAGE_ variables without the prefix."""
        self._folder = folder
        self._how = ["--demo"] if demo else []
        self._process: subprocess.Popen[str] | None = None
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self._settings = {f"SCRIMMAGE_{name.upper()}": v for name, v in settings.items()}

    def start(self) -> None:
        """Start the server and wait until it says that it is ready. Raises RuntimeError."""
        with (self._folder / "server.log").open("a") as log:
            self._process = self._spawn(log)
        assert self._process.stdout is not None
        for line in self._process.stdout:
            if _READY.search(line):
                return
        raise RuntimeError(f"no server came up: {self.log()}")

    def _spawn(self, log: IO[str]) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [sys.executable, "-m", "app", "serve", *self._how, "--port", str(self.port)],
            env={**os.environ, **self._settings, "SCRIMMAGE_DATA": str(self._folder)},
            stdout=subprocess.PIPE,
            stderr=log,
            text=True,
        )

    def kill(self) -> None:
        """End the process at once, as a power cut would end it."""
        self._end(signal.SIGKILL)

    def stop(self) -> None:
        """End the process as an administrator does."""
        self._end(signal.SIGTERM)

    @property
    def pid(self) -> int:
        """The number of the process that runs."""
        assert self._process is not None
        return self._process.pid

    def log(self) -> str:
        """What the server logged."""
        return (self._folder / "server.log").read_text(encoding="utf-8")

    def _end(self, how: signal.Signals) -> None:
        if self._process is not None:
            self._process.send_signal(how)
            self._process.wait(timeout=20)
            if self._process.stdout is not None:
                self._process.stdout.close()
            self._process = None
