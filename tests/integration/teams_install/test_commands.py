"""The commands `scrimmage teams …`, as an administrator runs them."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from app.cli import cli
from bots.teams.package import App, build_package
from core.errors import PracticeError
from tests.integration.teams_install.entra import APP, SECRET, TENANT, TOKEN, Entra

BASE = "https://practice.example.com"
LAZY = """
import sys
import app.bootstrap, app.teams_cli
print([name for name in ("botframework", "msal") if name in sys.modules])
"""


def _run(*words: str) -> Result:
    return CliRunner().invoke(cli, ["teams", *words])


def _package(*words: str) -> bytes:
    result = _run("package", *words)
    assert result.exit_code == 0, result.output
    return Path("scrimmage-teams.zip").read_bytes()


def _set(give: pytest.MonkeyPatch, login_url: str) -> None:
    give.setenv("SCRIMMAGE_BASE_URL", BASE)
    give.setenv("SCRIMMAGE_TEAMS_APP_ID", APP)
    give.setenv("SCRIMMAGE_TEAMS_APP_SECRET", SECRET)
    give.setenv("SCRIMMAGE_TEAMS_TENANT_ID", TENANT)
    give.setenv("SCRIMMAGE_TEAMS_LOGIN_URL", login_url)


def test_the_package_is_that_of_the_settings(give: pytest.MonkeyPatch) -> None:
    _set(give, "")
    assert _package() == build_package(App(APP, BASE))


def test_the_package_needs_no_settings(give: pytest.MonkeyPatch) -> None:
    given = ("--base-url", "https://p.example.com", "--app-id", APP.upper())
    told = _package(*given, "--no-channel-messages", "--version", "1.2.3")
    app = App(APP, "https://p.example.com", hears_channels=False, version="1.2.3")
    assert told == build_package(app)


def test_the_package_goes_where_it_is_wanted(give: pytest.MonkeyPatch, tmp_path: Path) -> None:
    _set(give, "")
    result = _run("package", "--out", "elsewhere.zip")
    assert (tmp_path / "elsewhere.zip").read_bytes() == build_package(App(APP, BASE))
    assert "elsewhere.zip is written. Upload it at admin.teams.microsoft.com" in result.output


@pytest.mark.parametrize(
    ("words", "mend"),
    [
        (["--app-id", APP], "--base-url"),
        (["--app-id", APP, "--base-url", "http://a.example.com"], "--base-url"),
        (["--app-id", APP, "--base-url", "https://"], "--base-url"),
        (["--base-url", BASE], "--app-id"),
        (["--base-url", BASE, "--app-id", "scrimmage"], "--app-id"),
        (["--base-url", BASE, "--app-id", APP, "--version", "two"], "such as 1.0.1"),
        (["--base-url", BASE, "--app-id", APP, "--out", "no/where.zip"], "--out"),
    ],
)
def test_a_package_that_nobody_could_use(
    give: pytest.MonkeyPatch, words: Sequence[str], mend: str
) -> None:
    result = _run("package", *words)
    assert isinstance(result.exception, PracticeError)
    assert mend in result.exception.mend
    assert not Path("scrimmage-teams.zip").exists()


def test_without_teams_there_is_nothing_to_check(give: pytest.MonkeyPatch) -> None:
    result = _run("check")
    assert isinstance(result.exception, PracticeError)
    assert "SCRIMMAGE_TEAMS_APP_ID" in result.exception.mend


async def test_a_check_that_finds_all_well(entra: Entra, give: pytest.MonkeyPatch) -> None:
    _set(give, entra.url)
    result = await asyncio.to_thread(_run, "check")
    assert result.exit_code == 0
    assert [line[:2] for line in result.output.splitlines()] == ["✓ ", "? ", "? "]
    assert TOKEN not in result.output
    assert SECRET not in result.output


async def test_a_check_that_finds_something_wrong(entra: Entra, give: pytest.MonkeyPatch) -> None:
    _set(give, entra.url)
    entra.code = 7000222
    result = await asyncio.to_thread(_run, "check")
    assert result.exit_code == 1
    assert "✗ The secret in SCRIMMAGE_TEAMS_APP_SECRET has expired." in result.output


def test_without_a_teams_microsofts_libraries_are_not_loaded() -> None:
    done = subprocess.run(
        [sys.executable, "-c", LAZY], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout.strip() == "[]"
