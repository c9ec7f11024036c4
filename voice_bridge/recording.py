"""What becomes of a tape when its call is over: a recording, kept with the attempt."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote, unquote

import structlog

from core.attempt import Attempt, CallState
from core.errors import StorageError
from core.ports import Blobs, Clock, Recording, Recordings, Store
from core.speech import RATE
from voice_bridge.coding import Coded, code
from voice_bridge.tape import FRAME, Tape

_SPOOL = ".pcm"
_log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Recorder:
    """Records calls. `spools` is a folder of its own, on a disk with room for calls under way.

    A call of ten minutes takes 38 MB there until it has ended. One call is coded at a time.
    """

    spools: Path
    blobs: Blobs
    recordings: Recordings
    clock: Clock
    encode: Callable[[Path], Awaitable[Coded]] = code
    _turn: asyncio.Lock = field(default_factory=asyncio.Lock)

    def tape(self, attempt: Attempt) -> Tape:
        """Return the tape of a call that has begun; it goes on where an earlier one stopped."""
        return Tape(self._spool(attempt.id), attempt.started_at or attempt.created_at)

    async def finish(self, attempt: Attempt) -> Recording | None:
        """Keep the recording of an ended call whose tape is closed, and drop the spool.

        None when nothing was recorded. May be called again, and goes on where it was cut short.
        Raises StorageError; the spool is then still there.
        """
        async with self._turn:
            spool = self._spool(attempt.id)
            size = await asyncio.to_thread(_size, spool)
            if size:
                await self._keep(attempt, spool, size)
            await asyncio.to_thread(_drop, spool)
        return await self.recordings.find(attempt.id)

    async def finish_left_over(self, store: Store) -> int:
        """Keep what an earlier process recorded of calls that have ended; return how many.

        What cannot be kept now is tried again at the next start; calls under way go on.
        """
        kept = 0
        for spool in await asyncio.to_thread(lambda: sorted(self.spools.glob(f"*{_SPOOL}"))):
            async with store.reading() as unit:
                attempt = await unit.attempt(unquote(spool.stem))
            if attempt is None or attempt.state is not CallState.ENDED:
                continue
            try:
                kept += await self.finish(attempt) is not None
            except StorageError as error:
                _log.warning("recording.not_kept", attempt=attempt.id, error=str(error))
        return kept

    def _spool(self, attempt: str) -> Path:
        return self.spools / f"{quote(attempt, safe='')}{_SPOOL}"

    async def _keep(self, attempt: Attempt, spool: Path, size: int) -> None:
        try:
            coded = await self.encode(spool)
        except OSError as error:
            raise StorageError("There is no room to code the recording.") from error
        name = blob_name(attempt, coded.file.suffix)
        before = await self.recordings.find(attempt.id)
        await self.blobs.put(name, coded.file)
        seconds = round(size / (RATE * FRAME), 3)
        await self.recordings.keep(
            Recording(attempt.id, name, coded.media_type, seconds, self.clock.now())
        )
        if before is not None and before.name != name:
            await self.blobs.delete(before.name)
        _log.info("recording.kept", attempt=attempt.id, seconds=seconds, kind=coded.media_type)


def blob_name(attempt: Attempt, suffix: str) -> str:
    """Return the name of the blob, such as "recordings/acme/a1.mp3"."""
    return f"recordings/{_plain(attempt.workspace)}/{_plain(attempt.id)}{suffix}"


def _plain(name: str) -> str:
    """Replace what a blob's name cannot hold; ids that were drawn are untouched."""
    return re.sub(r"[^A-Za-z0-9_\-]", "_", name)


def _size(spool: Path) -> int:
    return spool.stat().st_size if spool.is_file() else 0


def _drop(spool: Path) -> None:
    """Remove the spool and what was coded of it. The spool last: as long as it is there, all is."""
    for suffix in (".mp3", ".wav", _SPOOL):
        spool.with_suffix(suffix).unlink(missing_ok=True)
