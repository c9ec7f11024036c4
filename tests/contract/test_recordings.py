"""What is known of recordings: in memory as in a database."""

from __future__ import annotations

from dataclasses import replace

import pytest

from adapters.storage import SqlStore
from adapters.storage.recordings import SqlRecordings
from core.errors import StorageError
from core.ports import Recording, Recordings
from tests.fakes.blobs import MemoryRecordings
from tests.records import NOON, attempt, later

KEPT = Recording("call", "recordings/acme/call.mp3", "audio/mpeg", 61.25, NOON)


@pytest.fixture(params=["memory", "sql"])
async def recordings(request: pytest.FixtureRequest, store: SqlStore) -> Recordings:
    async with store.unit() as unit:
        await unit.save(attempt("call"))
        await unit.save(attempt("other"))
    return MemoryRecordings() if request.param == "memory" else SqlRecordings(store)


async def test_a_recording_comes_back_as_it_was_kept(recordings: Recordings) -> None:
    await recordings.keep(KEPT)
    assert await recordings.find("call") == KEPT
    assert await recordings.find("other") is None
    assert await recordings.find("") is None


async def test_an_attempt_has_one_recording_whatever_it_is_called(recordings: Recordings) -> None:
    other = replace(KEPT, attempt="other")
    again = replace(KEPT, name="call.wav", media_type="audio/wav", seconds=90.0, at=later(5))
    for each in (KEPT, other, again, again):
        await recordings.keep(each)

    assert await recordings.find("call") == again
    assert await recordings.find("other") == other


async def test_of_an_attempt_that_is_unknown_nothing_is_kept(store: SqlStore) -> None:
    with pytest.raises(StorageError):
        await SqlRecordings(store).keep(KEPT)
