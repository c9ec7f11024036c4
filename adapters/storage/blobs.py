"""Large things as files in a folder: recordings. Implements `core.ports.Blobs`."""

from __future__ import annotations

import asyncio
import os
import re
import shutil
import tempfile
from collections.abc import AsyncIterator, Callable
from contextlib import suppress
from errno import EDQUOT, ENOSPC
from pathlib import Path
from typing import BinaryIO, ParamSpec, TypeVar

from core.errors import StorageError

P = ParamSpec("P")
T = TypeVar("T")

CHUNK = 256 * 1024
"""Bytes that are read at a time."""
_NAME = re.compile(r"[A-Za-z0-9_\-.]+(?:/[A-Za-z0-9_\-.]+)*")
# Of no name: what is still being copied is never taken for a blob.
_ASIDE = "~"


class FolderBlobs:
    """Blobs as files below a folder, which is made when the first one is put.

    A name that is none, such as one that leads out of the folder, is a bug: ValueError.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    async def put(self, name: str, file: Path) -> None:
        """Keep a copy of this file under the name, whole or not at all. Raises StorageError."""
        path = self._path(name)
        await _in_thread(_put, path, file)

    async def read(self, name: str, start: int = 0, end: int | None = None) -> AsyncIterator[bytes]:
        """Yield the bytes from `start` up to, not including, `end`. Raises StorageError."""
        path = self._path(name)
        file = await _in_thread(_opened, path, start)
        try:
            left = None if end is None else max(0, end - start)
            while piece := await _in_thread(_piece, file, left):
                yield piece
                left = None if left is None else left - len(piece)
        finally:
            file.close()

    async def size(self, name: str) -> int | None:
        """Return how many bytes it has, None when there is none. Raises StorageError."""
        path = self._path(name)
        return await _in_thread(_size, path)

    async def delete(self, name: str) -> None:
        """Forget it; what is not there is forgotten already. Raises StorageError.

        What a crash left of an earlier copy goes with it.
        """
        path = self._path(name)
        await _in_thread(_delete, path)

    def _path(self, name: str) -> Path:
        return self._folder / checked(name)


def checked(name: str) -> str:
    """Return the name of a blob. Raises ValueError where it is none."""
    if not _NAME.fullmatch(name) or any(set(part) == {"."} for part in name.split("/")):
        raise ValueError(f"{name!r} is no name of a blob: letters, digits and -_. between slashes.")
    return name


async def _in_thread(work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    try:
        return await asyncio.to_thread(work, *args, **kwargs)
    except OSError as error:
        raise StorageError(_sentence(error)) from error


def _sentence(error: OSError) -> str:
    if error.errno in {ENOSPC, EDQUOT}:
        return "There is no space left for recordings."
    if isinstance(error, PermissionError):
        return "The folder of the recordings may not be used by this user."
    if isinstance(error, FileNotFoundError):
        return "This recording is not there."
    return "The disk that holds the recordings fails to read or write."


def _opened(path: Path, start: int) -> BinaryIO:
    file = path.open("rb")
    file.seek(start)
    return file


def _piece(file: BinaryIO, left: int | None) -> bytes:
    return file.read(CHUNK if left is None else min(CHUNK, left))


def _size(path: Path) -> int | None:
    return path.stat().st_size if path.is_file() else None


def _put(path: Path, file: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, aside = tempfile.mkstemp(prefix=f"{path.name}{_ASIDE}", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as copy, file.open("rb") as source:
            shutil.copyfileobj(source, copy, CHUNK)
            copy.flush()
            os.fsync(copy.fileno())
        Path(aside).replace(path)
    except BaseException:
        with suppress(OSError):
            Path(aside).unlink(missing_ok=True)
        raise
    _sync(path.parent)


def _sync(folder: Path) -> None:
    """Let the new name itself outlive a power cut."""
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)


def _delete(path: Path) -> None:
    if not path.parent.is_dir():
        return
    for each in (path, *path.parent.glob(f"{path.name}{_ASIDE}*")):
        each.unlink(missing_ok=True)
