"""From a spool to a file that any browser plays.

MP3 at a constant rate: every browser plays it, iPhones included, and finds any second of it by
arithmetic; Opus is smaller, but not played everywhere in a file that can also be seeked.
"""

from __future__ import annotations

import asyncio
import shutil
import wave
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import structlog

from core.speech import RATE, SAMPLE_BYTES
from voice_bridge.tape import FRAME

KBITS = 48
"""Of both sides: 3.6 MB in ten minutes. As a rule one of them is silent and leaves its bits."""
TIMEOUT_S = 900.0
"""An hour of sound takes 40 s on a busy core."""

_CHUNK = 1 << 18
_log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Coded:
    """A coded recording on disk."""

    file: Path
    media_type: str


def find_encoder() -> str | None:
    """Return the path of an ffmpeg: that of the extra `voice`, or the machine's own; else None."""
    with suppress(ImportError, RuntimeError):
        from imageio_ffmpeg import get_ffmpeg_exe  # noqa: PLC0415 - of the extra `voice`

        return str(get_ffmpeg_exe())
    return shutil.which("ffmpeg")


async def code(
    spool: Path,
    *,
    encoder: Callable[[], str | None] = find_encoder,
    timeout_s: float = TIMEOUT_S,
) -> Coded:
    """Code the spool into a file beside it; a WAV where no encoder is, or it fails. OSError."""
    program = await asyncio.to_thread(encoder)
    if program is not None:
        file = spool.with_suffix(".mp3")
        if await _encoded(program, spool, file, timeout_s):
            return Coded(file, "audio/mpeg")
        await asyncio.to_thread(file.unlink, missing_ok=True)
    file = spool.with_suffix(".wav")
    await asyncio.to_thread(_write_wav, spool, file)
    return Coded(file, "audio/wav")


async def _encoded(program: str, spool: Path, file: Path, timeout_s: float) -> bool:
    try:
        process = await asyncio.create_subprocess_exec(
            *_command(program, spool, file), stderr=asyncio.subprocess.DEVNULL
        )
    except OSError as error:
        _log.warning("recording.encoder_failed", error=error.strerror)
        return False
    try:
        async with asyncio.timeout(timeout_s):
            status: int | str = await process.wait()
    except TimeoutError:
        status = "timeout"
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
    if status != 0:
        _log.warning("recording.encoder_failed", status=status)
    return status == 0


def _command(program: str, spool: Path, file: Path) -> list[str]:
    reading = ["-f", "s16le", "-ar", str(RATE), "-ac", "2", "-i", str(spool.absolute())]
    # Each side for itself: what one says is not to be heard on the other.
    writing = ["-c:a", "libmp3lame", "-b:a", f"{KBITS}k", "-joint_stereo", "0"]
    quiet = ["-nostdin", "-hide_banner", "-loglevel", "error", "-y"]
    return [program, *quiet, *reading, *writing, "-f", "mp3", str(file.absolute())]


def _write_wav(spool: Path, file: Path) -> None:
    with spool.open("rb") as sound, wave.open(str(file), "wb") as coded:
        coded.setnchannels(2)
        coded.setsampwidth(SAMPLE_BYTES)
        coded.setframerate(RATE)
        while piece := sound.read(_CHUNK * FRAME):
            coded.writeframesraw(piece)
