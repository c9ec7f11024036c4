"""The commands `scrimmage slack …`, as an administrator runs them."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result

from app.cli import cli
from bots.slack.manifest import SCOPES, manifest
from core.errors import PracticeError
from tests.slack.town import Town

LAZY = """
import sys
import app.bootstrap, app.slack_cli, app.slack_installing
print([name for name in ("slack_bolt", "slack_sdk") if name in sys.modules])
"""


@pytest.fixture
def give(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> pytest.MonkeyPatch:
    """The environment, in a folder that has no .env of its own."""
    monkeypatch.chdir(tmp_path)
    return monkeypatch


def _run(*words: str) -> Result:
    return CliRunner().invoke(cli, ["slack", *words])


def _manifest(*words: str) -> object:
    result = _run("manifest", *words)
    assert result.exit_code == 0, result.output
    return yaml.safe_load(result.output)


def test_the_manifest_is_for_socket_mode(give: pytest.MonkeyPatch) -> None:
    assert _manifest() == manifest("", socket_mode=True)


def test_the_manifest_takes_the_address_of_the_settings(give: pytest.MonkeyPatch) -> None:
    give.setenv("SCRIMMAGE_BASE_URL", "https://practice.example.com")
    assert _manifest("--http") == manifest("https://practice.example.com", socket_mode=False)


def test_the_manifest_for_many_workspaces(give: pytest.MonkeyPatch) -> None:
    told = _manifest("--http", "--many", "--base-url", "https://p.example.com")
    assert told == manifest("https://p.example.com", socket_mode=False, many=True)


@pytest.mark.parametrize("words", [["--http"], ["--many"], ["--http", "--base-url", "http://a.b"]])
def test_a_manifest_without_an_address(give: pytest.MonkeyPatch, words: Sequence[str]) -> None:
    result = _run("manifest", *words)
    assert isinstance(result.exception, PracticeError)
    assert "--base-url" in result.exception.mend


def test_without_slack_there_is_nothing_to_check(give: pytest.MonkeyPatch) -> None:
    result = _run("check")
    assert isinstance(result.exception, PracticeError)
    assert "SCRIMMAGE_SLACK_BOT_TOKEN" in result.exception.mend


async def test_a_check_that_finds_all_well(town: Town, give: pytest.MonkeyPatch) -> None:
    _set(give, town)
    result = await asyncio.to_thread(_run, "check")
    assert result.exit_code == 0
    assert [line[:2] for line in result.output.splitlines()] == ["✓ ", "✓ ", "✓ "]


async def test_a_check_that_finds_something_wrong(town: Town, give: pytest.MonkeyPatch) -> None:
    _set(give, town)
    town.tokens.narrow(town.acme.bot_token, SCOPES[0])
    result = await asyncio.to_thread(_run, "check")
    assert result.exit_code == 1
    assert f"✗ Without the scope {SCOPES[0]} " in result.output
    assert "✓ The app-level token" in result.output


def test_without_a_slack_its_libraries_are_not_loaded() -> None:
    done = subprocess.run(
        [sys.executable, "-c", LAZY], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout.strip() == "[]"


def _set(give: pytest.MonkeyPatch, town: Town) -> None:
    give.setenv("SCRIMMAGE_SLACK_BOT_TOKEN", town.acme.bot_token)
    give.setenv("SCRIMMAGE_SLACK_APP_TOKEN", "xapp-1")
    give.setenv("SCRIMMAGE_SLACK_API_URL", town.url)
