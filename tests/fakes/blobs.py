"""Blobs and recordings in memory."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

from adapters.storage.blobs import checked
from core.errors import StorageError
from core.ports import Recording


class MemoryBlobs:
    """Implements `core.ports.Blobs`; `failing` lets every method fail, as a full disk would.

    `breaks_off` lets reading fail after the first half.
    """

    def __init__(self) -> None:
        self.kept: dict[str, bytes] = {}
        self.failing = False
        self.breaks_off = False

    async def put(self, name: str, file: Path) -> None:
        """Keep what is in the file."""
        self._check(name)
        try:
            self.kept[name] = file.read_bytes()  # noqa: ASYNC240 - a small file of a test
        except OSError as error:
            raise StorageError("This recording is not there.") from error

    async def read(self, name: str, start: int = 0, end: int | None = None) -> AsyncIterator[bytes]:
        """Yield a part of it."""
        self._check(name)
        if name not in self.kept:
            raise StorageError("This recording is not there.")
        part = self.kept[name][start:end]
        if self.breaks_off:
            yield part[: len(part) // 2]
            raise StorageError("The disk that holds the recordings fails to read or write.")
        if part:
            yield part

    async def size(self, name: str) -> int | None:
        """How long it is."""
        self._check(name)
        return len(self.kept[name]) if name in self.kept else None

    async def delete(self, name: str) -> None:
        """Forget it."""
        self._check(name)
        self.kept.pop(name, None)

    def _check(self, name: str) -> None:
        checked(name)
        if self.failing:
            raise StorageError("The disk that holds the recordings fails to read or write.")


class MemoryRecordings:
    """Implements `core.ports.Recordings`."""

    def __init__(self) -> None:
        self.kept: dict[str, Recording] = {}

    async def keep(self, recording: Recording) -> None:
        """Add or replace."""
        self.kept[recording.attempt] = recording

    async def find(self, attempt: str) -> Recording | None:
        """The one of an attempt."""
        return self.kept.get(attempt)
