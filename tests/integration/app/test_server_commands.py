"""The commands of an administrator: settings, links, retention, a taken port."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest

from app.config import read_settings
from core.errors import PracticeError
from tests.e2e.server import Server
from tests.integration.app.test_practice_command import run


@pytest.fixture
def served(tmp_path: Path) -> Path:
    """A folder in which the demo has been served once."""
    server = Server(tmp_path / "data")
    (tmp_path / "data").mkdir()
    server.start()
    server.stop()
    return tmp_path


def test_every_wrong_setting_is_named_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SCRIMMAGE_PORT", "seventy")
    monkeypatch.setenv("SCRIMMAGE_CUSTOMER", "nobody")
    with pytest.raises(PracticeError) as caught:
        read_settings()
    assert "SCRIMMAGE_PORT is 'seventy'" in str(caught.value)
    assert "SCRIMMAGE_CUSTOMER is 'nobody'" in str(caught.value)


def test_a_misspelt_setting_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SCRIMMAGE_PROT", "8181")
    with pytest.raises(PracticeError, match=r"SCRIMMAGE_PROT is no setting\. Did you mean"):
        read_settings()


def test_a_short_secret_is_refused_and_not_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SCRIMMAGE_SECRET", "short-and-sweet")
    with pytest.raises(PracticeError) as caught:
        read_settings()
    assert "SCRIMMAGE_SECRET is not fit: it needs at least" in str(caught.value)
    assert "short-and-sweet" not in str(caught.value)


def test_a_secret_is_never_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SCRIMMAGE_OPENAI_API_KEY", "sk-hidden")
    assert "sk-hidden" not in repr(read_settings())


def test_the_secret_that_signs_is_made_once_and_kept_to_oneself(tmp_path: Path) -> None:
    settings = read_settings(data=tmp_path / "data")
    secret = settings.signing_secret()
    assert len(secret) >= 40
    assert settings.signing_secret() == secret
    assert (tmp_path / "data" / "secret").stat().st_mode & 0o077 == 0


def test_a_link_is_made_for_somebody_who_is_there(served: Path) -> None:
    done = run("link", "alex", folder=served)
    assert done.stdout.startswith("http://127.0.0.1:8080/enter?token=")
    stranger = run("link", "nobody", folder=served)
    assert stranger.returncode == 1
    assert "There is no nobody" in stranger.stderr
    assert "alex" in stranger.stderr


def test_retention_counts_and_changes_what_is_kept(served: Path) -> None:
    assert "kept 90 days" in run("retention", "--dry-run", folder=served).stdout
    changed = run("retention", "--keep", "events=30", "--keep", "scores=365", folder=served)
    assert "kept 30 days" in changed.stdout
    again = run("retention", "--dry-run", folder=served).stdout
    assert "kept 30 days" in again
    assert "kept 365 days" in again


@pytest.mark.parametrize(
    ("rule", "expected"), [("letters=3", "no kind of record"), ("events=soon", "no number of days")]
)
def test_a_rule_that_is_none_is_told(served: Path, rule: str, expected: str) -> None:
    done = run("retention", "--keep", rule, folder=served)
    assert done.returncode == 1
    assert expected in done.stderr


def test_the_demo_is_not_served_to_the_world(tmp_path: Path) -> None:
    done = run("serve", "--demo", "--host", "0.0.0.0", folder=tmp_path)  # noqa: S104 - refused
    assert done.returncode == 1
    assert "not served on 0.0.0.0" in done.stderr


def test_a_taken_port_is_told(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        done = run("serve", "--demo", "--port", port, folder=tmp_path)
    assert done.returncode == 1
    assert f"Port {port} is taken" in done.stderr


def test_a_data_folder_that_is_none_is_told(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file")
    done = run("serve", "--demo", "--port", "0", folder=tmp_path)
    assert done.returncode == 1
    assert "cannot be made" in done.stderr
    assert "Traceback" not in done.stderr


def test_help_lists_every_command(tmp_path: Path) -> None:
    done = run("--help", folder=tmp_path)
    for name in ("serve", "practice", "scenario", "grade", "retention", "link"):
        assert name in done.stdout
