"""Large things by name: in memory as in a folder."""

# ruff: noqa: ASYNC240 - small files of a test

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from adapters.storage.blobs import CHUNK, FolderBlobs
from core.errors import StorageError
from core.ports import Blobs
from tests.fakes.blobs import MemoryBlobs

NAME = "recordings/acme/call-1.mp3"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "blobs"


@pytest.fixture(params=["memory", "folder"])
def blobs(request: pytest.FixtureRequest, folder: Path) -> Blobs:
    return MemoryBlobs() if request.param == "memory" else FolderBlobs(folder)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "sound"
    path.write_bytes(bytes(range(256)))
    return path


async def whole(pieces: AsyncIterator[bytes]) -> bytes:
    return b"".join([piece async for piece in pieces])


async def test_what_was_put_comes_back_and_the_file_stays(blobs: Blobs, file: Path) -> None:
    await blobs.put(NAME, file)

    assert await whole(blobs.read(NAME)) == bytes(range(256))
    assert await blobs.size(NAME) == 256
    assert file.exists()


@pytest.mark.parametrize(
    ("start", "end"), [(0, 1), (10, 20), (250, None), (255, 999), (256, None), (5, 5)]
)
async def test_a_range_is_read(blobs: Blobs, file: Path, start: int, end: int | None) -> None:
    await blobs.put(NAME, file)
    assert await whole(blobs.read(NAME, start, end)) == bytes(range(256))[start:end]


async def test_putting_again_replaces(blobs: Blobs, file: Path) -> None:
    await blobs.put(NAME, file)
    file.write_bytes(b"new")
    await blobs.put(NAME, file)

    assert await whole(blobs.read(NAME)) == b"new"


async def test_what_is_not_there_has_no_size_and_cannot_be_read(blobs: Blobs) -> None:
    assert await blobs.size(NAME) is None
    with pytest.raises(StorageError, match="not there"):
        await whole(blobs.read(NAME))


async def test_only_the_one_that_is_meant_is_deleted(blobs: Blobs, file: Path) -> None:
    await blobs.put(NAME, file)
    await blobs.put(f"{NAME}.wav", file)

    await blobs.delete(NAME)
    await blobs.delete(NAME)
    await blobs.delete("recordings/nobody/none.mp3")

    assert await blobs.size(NAME) is None
    assert await blobs.size(f"{NAME}.wav") == 256


async def test_a_file_that_is_gone_leaves_what_there_was(blobs: Blobs, file: Path) -> None:
    await blobs.put(NAME, file)
    file.unlink()
    with pytest.raises(StorageError):
        await blobs.put(NAME, file)
    assert await blobs.size(NAME) == 256


@pytest.mark.parametrize(
    "name",
    [
        "",
        "/etc/passwd",
        "../x",
        "a/../../x",
        "a/./x",
        "a//x",
        "a/",
        "a\\x",
        "a\0x",
        "ä",
        "a x",
        "x~",
    ],
)
async def test_names_that_are_none_reach_nothing(blobs: Blobs, file: Path, name: str) -> None:
    for act in (blobs.put(name, file), blobs.size(name), blobs.delete(name)):
        with pytest.raises(ValueError, match="no name of a blob"):
            await act
    with pytest.raises(ValueError, match="no name of a blob"):
        await whole(blobs.read(name))


async def test_more_than_one_piece_comes_in_pieces(folder: Path, tmp_path: Path) -> None:
    large = tmp_path / "large"
    large.write_bytes(b"abcd" * CHUNK)
    blobs = FolderBlobs(folder)
    await blobs.put(NAME, large)

    pieces = [piece async for piece in blobs.read(NAME, 1, 3 * CHUNK + 1)]

    assert [len(piece) for piece in pieces] == [CHUNK] * 3
    assert b"".join(pieces) == large.read_bytes()[1 : 3 * CHUNK + 1]


async def test_a_folder_that_cannot_be_made_is_told_in_a_sentence(
    tmp_path: Path, file: Path
) -> None:
    with pytest.raises(StorageError, match="fails to read or write"):
        await FolderBlobs(file / "below a file").put(NAME, file)


async def test_a_full_disk_is_told_and_leaves_nothing_behind(
    folder: Path, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(StorageError, match="no space left"):
        await FolderBlobs(folder).put(NAME, file)
    assert [path for path in folder.rglob("*") if path.is_file()] == []


async def test_what_a_crash_left_half_copied_goes_with_the_blob(folder: Path, file: Path) -> None:
    blobs = FolderBlobs(folder)
    await blobs.put(NAME, file)
    (folder / f"{NAME}~half").write_bytes(b"half of it")

    assert await whole(blobs.read(NAME)) == bytes(range(256))
    await blobs.delete(NAME)

    assert [path for path in folder.rglob("*") if path.is_file()] == []
