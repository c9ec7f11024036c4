"""From a call's tape to a recording that is kept, with a real encoder."""

# ruff: noqa: ASYNC240 - small files of a test

from __future__ import annotations

import asyncio
import subprocess
import wave
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import timedelta
from functools import partial
from pathlib import Path

import numpy as np
import pytest

from adapters.storage import open_store
from core.attempt import CallState
from core.errors import StorageError
from core.ports import Recording
from core.speech import RATE
from tests.fakes.blobs import MemoryBlobs, MemoryRecordings
from tests.fakes.world import FakeClock
from tests.records import NOON, attempt, ended
from tests.sounds import after, heard, tone
from voice_bridge.coding import Coded, code, find_encoder
from voice_bridge.recording import Recorder, blob_name

CALL = ended("call", NOON + timedelta(minutes=5), started_at=NOON)
MP3 = "recordings/acme/call.mp3"
WITHOUT = partial(code, encoder=lambda: None)


class Studio:
    """A recorder with what it works with."""

    def __init__(self, folder: Path, encode: Callable[[Path], Awaitable[Coded]] = code) -> None:
        self.spools = folder / "spools"
        self.blobs, self.recordings = MemoryBlobs(), MemoryRecordings()
        self.clock = FakeClock()
        self.recorder = Recorder(self.spools, self.blobs, self.recordings, self.clock, encode)

    def record(self, call: str = "call") -> None:
        """The customer speaks for two seconds, then the trainee for one."""
        tape = self.recorder.tape(replace(CALL, id=call))
        tape.customer(NOON, tone(2))
        tape.trainee(after(NOON, 3), tone(1))
        tape.close()

    def files(self) -> set[str]:
        """What is in the folder of the spools."""
        return {path.name for path in self.spools.glob("*")}


@pytest.fixture
def studio(tmp_path: Path) -> Studio:
    return Studio(tmp_path)


def decoded(sound: bytes) -> tuple[np.ndarray, np.ndarray]:
    """The two sides of a coded recording."""
    program = find_encoder()
    assert program is not None
    command = [program, "-loglevel", "error", "-i", "-", "-f", "s16le", "-"]
    raw = subprocess.run(command, input=sound, capture_output=True, check=True).stdout
    both = np.frombuffer(raw, "<i2").reshape(-1, 2)
    return both[:, 0], both[:, 1]


async def test_an_ended_call_is_kept_as_mp3_each_side_on_its_own(studio: Studio) -> None:
    studio.record()

    kept = await studio.recorder.finish(CALL)

    assert kept == Recording("call", MP3, "audio/mpeg", 4.0, studio.clock.now())
    left, right = decoded(studio.blobs.kept[MP3])
    assert heard(left) == [pytest.approx((3.0, 4.0), abs=0.1)]
    assert heard(right) == [pytest.approx((0.0, 2.0), abs=0.1)]
    assert studio.files() == set()


async def test_ten_minutes_take_less_than_four_megabytes(studio: Studio) -> None:
    studio.record()
    await studio.recorder.finish(CALL)
    a_second = len(studio.blobs.kept[MP3]) / 4
    assert a_second * 600 < 4_000_000


async def test_finishing_again_changes_nothing(studio: Studio) -> None:
    studio.record()
    first = await studio.recorder.finish(CALL)
    studio.clock.passes(60)
    assert await studio.recorder.finish(CALL) == first
    assert await studio.recorder.finish(CALL) == first


async def test_two_who_finish_at_once_keep_it_once(studio: Studio) -> None:
    studio.record()
    one, other = await asyncio.gather(studio.recorder.finish(CALL), studio.recorder.finish(CALL))
    assert one == other is not None


async def test_a_call_without_sound_has_no_recording(studio: Studio) -> None:
    assert await studio.recorder.finish(CALL) is None
    studio.recorder.tape(CALL).close()
    assert await studio.recorder.finish(CALL) is None
    assert studio.files() == set()


async def test_without_an_encoder_a_wav_is_kept(tmp_path: Path) -> None:
    studio = Studio(tmp_path, WITHOUT)
    studio.record()

    kept = await studio.recorder.finish(CALL)

    assert kept is not None
    assert (kept.name, kept.media_type) == ("recordings/acme/call.wav", "audio/wav")
    (tmp_path / "it.wav").write_bytes(studio.blobs.kept[kept.name])
    with wave.open(str(tmp_path / "it.wav")) as sound:
        assert (sound.getnchannels(), sound.getframerate(), sound.getnframes()) == (2, RATE, 64_000)
    assert studio.files() == set()


@pytest.mark.parametrize("program", ["/bin/false", "/no/such/program"])
async def test_an_encoder_that_fails_loses_nothing(tmp_path: Path, program: str) -> None:
    studio = Studio(tmp_path, partial(code, encoder=lambda: program))
    studio.record()
    kept = await studio.recorder.finish(CALL)
    assert kept is not None
    assert kept.media_type == "audio/wav"


async def test_an_encoder_that_hangs_is_ended(tmp_path: Path) -> None:
    hangs = tmp_path / "hangs"
    hangs.write_text(f"#!/bin/sh\necho $$ > {tmp_path}/pid\nexec sleep 600\n")
    hangs.chmod(0o755)
    studio = Studio(tmp_path, partial(code, encoder=lambda: str(hangs), timeout_s=0.5))
    studio.record()
    kept = await studio.recorder.finish(CALL)
    assert kept is not None
    assert kept.media_type == "audio/wav"
    if (tmp_path / "pid").exists():
        assert not Path(f"/proc/{(tmp_path / 'pid').read_text().strip()}").exists()


async def test_what_could_not_be_kept_is_kept_by_the_next_try(studio: Studio) -> None:
    studio.record()
    studio.blobs.failing = True
    with pytest.raises(StorageError):
        await studio.recorder.finish(CALL)
    assert "call.pcm" in studio.files()
    assert studio.recordings.kept == {}

    studio.blobs.failing = False
    kept = await studio.recorder.finish(CALL)

    assert kept is not None
    assert kept.seconds == 4.0


async def test_a_better_coding_takes_the_place_of_the_earlier_one(tmp_path: Path) -> None:
    studio = Studio(tmp_path, WITHOUT)
    studio.record()
    await studio.recorder.finish(CALL)
    studio.record()
    with_encoder = replace(studio.recorder, encode=code)
    await with_encoder.finish(CALL)
    assert set(studio.blobs.kept) == {MP3}


async def test_what_an_earlier_process_left_is_kept_once_its_call_has_ended(
    studio: Studio, tmp_path: Path
) -> None:
    store = await open_store(f"sqlite:///{tmp_path}/practice.db")
    async with store.unit() as unit:
        await unit.save(replace(CALL, turns=()))
        await unit.save(attempt("running", state=CallState.LISTENING))
    for call in ("call", "running", "unknown"):
        studio.record(call)
    try:
        assert await studio.recorder.finish_left_over(store) == 1
        assert await studio.recorder.finish_left_over(store) == 0
    finally:
        await store.close()
    assert set(studio.blobs.kept) == {MP3}
    assert studio.files() == {"running.pcm", "unknown.pcm"}


async def test_a_store_of_blobs_in_trouble_stops_nobody_at_the_start(
    studio: Studio, tmp_path: Path
) -> None:
    store = await open_store(f"sqlite:///{tmp_path}/practice.db")
    async with store.unit() as unit:
        await unit.save(replace(CALL, turns=()))
    studio.record()
    studio.blobs.failing = True
    try:
        assert await studio.recorder.finish_left_over(store) == 0
    finally:
        await store.close()
    assert "call.pcm" in studio.files()


def test_whatever_ids_hold_the_name_is_one_of_a_blob() -> None:
    odd = replace(CALL, id="../x y", workspace="T1:ä/..")
    assert blob_name(odd, ".mp3") == "recordings/T1_____/___x_y.mp3"
