"""A PostgreSQL server that lives as long as the tests which ask for it."""

import os
import pwd
import shutil
import subprocess
import tempfile
from pathlib import Path
from types import TracebackType
from typing import Self
from uuid import uuid4

import asyncpg

from tests.environment import found, free_port

_ATTEMPTS = 5
_SECONDS = 60
_SETTINGS = """
listen_addresses = '127.0.0.1'
port = {port}
unix_socket_directories = ''
# The data is thrown away: nothing need reach the disk.
fsync = off
full_page_writes = off
synchronous_commit = off
max_connections = 200
"""


class PostgresServer:
    """A throwaway cluster in a temporary folder, on a free port of the loopback interface.

    Whoever can reach the loopback interface may log in, as `scrimmage`, without a password.
    Use it as a context manager, or call `start` and `stop`. It blocks: from asynchronous tests,
    let a fixture of the session own it.
    """

    user = "scrimmage"

    def __init__(self) -> None:
        self.port = 0
        self._bin = found("SCRIMMAGE_TEST_PG_BIN")
        self._folder: Path | None = None

    def start(self) -> Self:
        """Make the cluster and wait until it answers. Raises RuntimeError with the server's log."""
        self._folder = Path(tempfile.mkdtemp(prefix="scrimmage-pg-"))
        try:
            _hand_over(self._folder)
            self._run(
                "initdb",
                *("--pgdata", str(self._data), "--username", self.user, "--auth", "trust"),
                *("--encoding", "UTF8", "--no-locale", "--no-sync"),
            )
            self._listen()
        except BaseException:
            self._remove()
            raise
        return self

    def stop(self) -> None:
        """End the server at once and remove its data; a stopped server may be stopped again."""
        if self._folder is None:
            return
        try:
            self._run("pg_ctl", "stop", "--pgdata", str(self._data), "--mode", "immediate")
        finally:
            self._remove()

    def url(self, database: str = "postgres", driver: str = "postgresql") -> str:
        """The address of a database; for SQLAlchemy the driver is `postgresql+asyncpg`."""
        return f"{driver}://{self.user}@127.0.0.1:{self.port}/{database}"

    async def new_database(self) -> str:
        """Make an empty database for one test, and give its name."""
        name = f"test_{uuid4().hex}"
        connection = await asyncpg.connect(self.url())
        try:
            await connection.execute(f'CREATE DATABASE "{name}"')
        finally:
            await connection.close()
        return name

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.stop()

    @property
    def folder(self) -> Path:
        """Where everything of the server lies. Raises RuntimeError when it is not running."""
        if self._folder is None:
            raise RuntimeError("The PostgreSQL server is not running: call start() first.")
        return self._folder

    @property
    def _data(self) -> Path:
        return self.folder / "data"

    def _listen(self) -> None:
        """Start on a free port; another one when somebody was faster and took it."""
        log = self.folder / "log"
        command = ("start", "--pgdata", str(self._data), "--log", str(log), "--wait", "--silent")
        settings = self._data / "postgresql.auto.conf"
        for attempt in range(1, _ATTEMPTS + 1):
            self.port = free_port()
            settings.write_text(_SETTINGS.format(port=self.port), encoding="utf-8")
            try:
                self._run("pg_ctl", *command, "--timeout", str(_SECONDS))
            except RuntimeError as error:
                said = log.read_text(encoding="utf-8", errors="replace") if log.exists() else ""
                if attempt == _ATTEMPTS or "Address already in use" not in said:
                    raise RuntimeError(f"{error}\n{said}") from error
            else:
                return

    def _run(self, program: str, *arguments: str) -> None:
        """Run a program of PostgreSQL, which all refuse to be run as root."""
        uid, gid = _account()
        output = self.folder / f"{program}.out"
        # To a file, as a server that pg_ctl leaves behind would hold a pipe open.
        with output.open("wb") as sink:
            done = subprocess.run(
                [str(self._bin / program), *arguments],
                cwd=self.folder,
                stdin=subprocess.DEVNULL,
                stdout=sink,
                stderr=subprocess.STDOUT,
                timeout=2 * _SECONDS,
                check=False,
                user=uid,
                group=gid,
                extra_groups=None if uid is None else [],
            )
        if done.returncode:
            said = output.read_text(encoding="utf-8", errors="replace")
            raise RuntimeError(f"PostgreSQL's {program} ended with {done.returncode}:\n{said}")

    def _remove(self) -> None:
        if self._folder is not None:
            shutil.rmtree(self._folder, ignore_errors=True)
            self._folder = None


def _account() -> tuple[int | None, int | None]:
    """User and group to drop to when we are root: the server's own, or those of nobody."""
    if os.geteuid() != 0:
        return None, None
    for name in ("postgres", "nobody"):
        try:
            account = pwd.getpwnam(name)
        except KeyError:
            continue
        return account.pw_uid, account.pw_gid
    raise RuntimeError("PostgreSQL refuses to run as root, and there is no account to drop to.")


def _hand_over(folder: Path) -> None:
    uid, gid = _account()
    if uid is not None and gid is not None:
        os.chown(folder, uid, gid)
