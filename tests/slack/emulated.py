"""A Slack that others wrote, as a process of its own: npm's emulate.

It keeps messages, threads, reactions, users and files, and answers as Slack's Web API does. It
knows no events, limits, rates, streams, statuses or calls: those are the Town's.
"""

from __future__ import annotations

import json
import shutil
import socket
import subprocess
import tempfile
from http.client import HTTPConnection
from pathlib import Path
from types import TracebackType
from typing import Any, Self
from urllib.parse import urlencode

from tests.environment import found
from tests.slack.people import CHANNELS, Place, seed

_ATTEMPTS = 5
_SECONDS = 30
_PAUSE = 0.02


class Emulated:
    """One workspace on a free port of the loopback interface. It blocks: let the session own it."""

    def __init__(self, place: Place) -> None:
        self.place = place
        self.port = 0
        self.users: dict[str, str] = {}
        self.channels: dict[str, str] = {}
        self._folder = Path()
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> Self:
        """Start it, wait until it answers, and learn its ids. Raises RuntimeError with its log."""
        self._folder = Path(tempfile.mkdtemp(prefix="scrimmage-slack-"))
        (self._folder / "seed.json").write_text(json.dumps(seed(self.place)), encoding="utf-8")
        try:
            self._listen()
            self._settle()
        except BaseException:
            self.stop()
            raise
        return self

    def stop(self) -> None:
        """End the process; a stopped one may be stopped again."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            self._process = None
        shutil.rmtree(self._folder, ignore_errors=True)

    def ask(self, method: str, token: str = "", **arguments: str) -> dict[str, Any]:
        """Call a method of the Web API, as the bot unless told otherwise. Raises RuntimeError."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=_SECONDS)
        headers = {
            "Authorization": f"Bearer {token or self.place.bot_token}",
            "Content-Type": "application/x-www-form-urlencoded",
        }
        try:
            connection.request("POST", f"/api/{method}", urlencode(arguments), headers)
            answer: dict[str, Any] = json.loads(connection.getresponse().read())
        finally:
            connection.close()
        if not answer.get("ok"):
            raise RuntimeError(f"emulate's {method} answered {answer}")
        return answer

    def now(self) -> str:
        """The timestamp of the newest message: an ephemeral one, which nobody sees again."""
        whom = {"channel": self.channels[CHANNELS[0]], "user": self.place.bot_user}
        said = self.ask("chat.postEphemeral", text=".", **whom)
        return str(said["message_ts"])

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.stop()

    def _listen(self) -> None:
        """Start on a free port; on another one when somebody was faster and took it."""
        for _ in range(_ATTEMPTS):
            self.port = _free_port()
            with (self._folder / "log").open("wb") as log:
                self._process = subprocess.Popen(
                    self._command(), stdout=log, stderr=subprocess.STDOUT, cwd=self._folder
                )
            if self._answers(self._process):
                return
        said = (self._folder / "log").read_text(encoding="utf-8", errors="replace")
        raise RuntimeError(f"emulate did not start:\n{said}")

    def _command(self) -> list[str]:
        script = found("SCRIMMAGE_TEST_NODE_MODULES") / "emulate" / "dist" / "index.js"
        how = ("start", "--service", "slack", "--seed", "seed.json", "--port", str(self.port))
        return [str(found("SCRIMMAGE_TEST_NODE")), str(script), *how]

    def _answers(self, process: subprocess.Popen[bytes]) -> bool:
        """Whether it comes to answer, and not to an end."""
        for _ in range(int(_SECONDS / _PAUSE)):
            try:
                # Waiting for its end is the pause between two knocks.
                process.wait(timeout=_PAUSE)
            except subprocess.TimeoutExpired:
                if self._open():
                    return True
            else:
                return False
        return False

    def _open(self) -> bool:
        try:
            self.ask("auth.test")
        except (OSError, RuntimeError):
            return False
        return True

    def _settle(self) -> None:
        """Learn the ids, which differ each time, and let the bot into the channels."""
        members = self.ask("users.list")["members"]
        self.users = {member["name"]: member["id"] for member in members}
        listed = self.ask("conversations.list")["channels"]
        self.channels = {channel["name"]: channel["id"] for channel in listed}
        for name in CHANNELS:
            self.ask("conversations.join", channel=self.channels[name])


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port
