"""A roster that names people by their e-mail, as an administrator has it."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from tests.e2e.server import Server
from tests.e2e.slack.conftest import SECRET
from tests.integration.app.test_practice_command import run
from tests.slack.town import Town


@pytest.fixture
async def folder(town: Town, tmp_path: Path) -> Path:
    """A folder on whose database the server has run once, so that the workspace is known."""
    settings = {
        "slack_bot_token": town.acme.bot_token,
        "slack_signing_secret": SECRET,
        "slack_api_url": town.url,
    }
    lines = [f"SCRIMMAGE_{name.upper()}={value}\n" for name, value in settings.items()]
    (tmp_path / ".env").write_text("".join(lines))
    (tmp_path / "data").mkdir()
    server = Server(tmp_path / "data", demo=False, **settings)
    await asyncio.to_thread(server.start)
    await asyncio.to_thread(server.stop)
    return tmp_path


async def _load(folder: Path, town: Town, rows: str) -> tuple[int, str]:
    (folder / "team.csv").write_text("id,name,roles,coaches\n" + rows)
    done = await asyncio.to_thread(
        run, "people", "load", "team.csv", "--workspace", town.acme.team, folder=folder
    )
    return done.returncode, done.stdout + done.stderr


async def test_people_become_members(town: Town, folder: Path) -> None:
    place = town.acme
    rows = f"{place.email('alex')},Alex,trainee,\n{place.email('ines')},Ines,coach,"
    code, said = await _load(folder, town, f"{rows}{place.email('alex')}\n")
    assert code == 0, said
    assert "2 added" in said
    listed = await asyncio.to_thread(
        run, "people", "list", "--workspace", place.team, folder=folder
    )
    assert place.user("alex") in listed.stdout
    assert f"coaches {place.user('alex')}" in listed.stdout


async def test_an_unknown_email_changes_nothing(town: Town, folder: Path) -> None:
    code, said = await _load(folder, town, "nobody@acme.test,No Body,trainee,\n")
    assert code == 1
    assert "nobody@acme.test" in said
    assert "Traceback" not in said
