"""A store that cannot be opened says why, and never shows a password."""

from __future__ import annotations

import asyncio
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from adapters.storage import migrate, open_store
from core.errors import PracticeError, StorageError
from tests.postgres import PostgresServer
from tests.records import envelope


@pytest.mark.parametrize(
    ("url", "sentence"),
    [
        ("practice.db", "cannot be read"),
        ("postgresql://me:s3cret@host:port/x", "cannot be read"),
        ("mysql://me:s3cret@host/x", "keeps nothing in 'mysql'"),
        ("sqlite://", "must be a file"),
        ("sqlite:///:memory:", "must be a file"),
        ("sqlite:///x.db?mode=ro", "must be a file"),
    ],
)
async def test_urls_that_cannot_be_meant_so(url: str, sentence: str) -> None:
    with pytest.raises(PracticeError, match=sentence) as caught:
        await open_store(url)
    assert caught.value.mend
    assert "s3cret" not in str(caught.value)


async def test_nobody_listens_at_the_address() -> None:
    with pytest.raises(PracticeError, match="cannot be reached") as caught:
        await open_store("postgresql://me:s3cret@127.0.0.1:1/x")
    assert "s3cret" not in str(caught.value)
    assert isinstance(caught.value.__cause__, StorageError)


async def test_there_is_no_such_database(postgres: PostgresServer) -> None:
    with pytest.raises(PracticeError, match="no database of this name"):
        await open_store(postgres.url("nowhere"))


async def test_the_server_goes_away_under_way() -> None:
    with PostgresServer() as server:
        store = await open_store(server.url(await server.new_database()))
        server.stop()
        for _ in range(2):
            with pytest.raises(StorageError):
                async with store.unit() as unit:
                    await unit.receive(envelope())
        await store.close()


async def test_the_folder_is_made(tmp_path: Path) -> None:
    await (await open_store(f"sqlite:///{tmp_path}/a/b/practice.db")).close()
    assert (tmp_path / "a/b/practice.db").exists()


async def test_the_folder_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(PracticeError, match="cannot be made"):
        await open_store(f"sqlite:///{tmp_path}/file/practice.db")


async def test_the_file_is_a_folder(tmp_path: Path) -> None:
    with pytest.raises(PracticeError, match="cannot be opened"):
        await open_store(f"sqlite:///{tmp_path}")


async def test_the_file_is_no_database(tmp_path: Path) -> None:
    path = tmp_path / "practice.db"
    path.write_text("These are my notes, and by no means a database. " * 100)
    with pytest.raises(PracticeError, match="is not a database"):
        await open_store(f"sqlite:///{path}")
    assert path.read_text().startswith("These are my notes")


def test_a_folder_without_permission() -> None:
    """Root may write anywhere, so that the store is opened by a user who may not."""
    code = (
        "import asyncio, os, sys\n"
        "from adapters.storage import open_store\n"
        "from core.errors import PracticeError\n"
        "os.geteuid() == 0 and os.setuid(65534)\n"
        "try:\n    asyncio.run(open_store(sys.argv[1]))\n"
        "except PracticeError as error:\n    print(error)\n"
    )
    # Not pytest's own folder, into which no other user may look.
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o555)
        assert "cannot be opened" in _run(code, f"sqlite:///{folder}/practice.db")
        folder.chmod(0o755)


def test_opening_what_is_up_to_date_does_not_load_alembic(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/practice.db"
    asyncio.run(migrate(url))
    code = (
        "import asyncio, sys\n"
        "from adapters.storage import migrate\n"
        "asyncio.run(migrate(sys.argv[1]))\n"
        "print('alembic' in sys.modules)\n"
    )
    assert _run(code, url) == "False\n"


def _run(code: str, url: str) -> str:
    """Run a program in a process of its own and return what it prints."""
    done = subprocess.run(
        [sys.executable, "-c", code, url],
        check=True,
        capture_output=True,
        text=True,
        cwd=Path(__file__).parents[2],
    )
    return done.stdout
