"""The keys by which Teams signs its requests, published by a process of their own.

A process, because the Bot Framework's library fetches them in a way that blocks its caller's loop.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from tests.teams import openid_server
from tests.teams.signer import Signer


class OpenId:
    """Publishes the keys of a signer. It blocks while it starts: let the session own it."""

    def __init__(self, signer: Signer) -> None:
        self.signer = signer
        self.port = 0
        self._folder = Path()
        self._process: subprocess.Popen[str] | None = None

    @property
    def url(self) -> str:
        """The address of the metadata, for `TeamsSettings.openid_url`."""
        return f"http://127.0.0.1:{self.port}{openid_server.METADATA_PATH}"

    def publish(self, keys: dict[str, Any]) -> None:
        """Publish these keys from now on, in place of the others."""
        new = self._folder / "new.json"
        new.write_text(json.dumps(keys), encoding="utf-8")
        # At one stroke: a request in between must not read half a file.
        new.replace(self._folder / "keys.json")

    def start(self) -> Self:
        """Start it, and wait for its port. Raises RuntimeError when it ends instead."""
        self._folder = Path(tempfile.mkdtemp(prefix="scrimmage-openid-"))
        self.publish(self.signer.keys)
        command = [sys.executable, openid_server.__file__, str(self._folder / "keys.json")]
        self._process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        if not line.strip():
            self.stop()
            raise RuntimeError("the server of the keys did not start")
        self.port = int(line)
        return self

    def stop(self) -> None:
        """End the process; a stopped one may be stopped again."""
        if self._process is not None:
            self._process.kill()
            self._process.communicate()
            self._process = None
        shutil.rmtree(self._folder, ignore_errors=True)

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.stop()
