"""What an administrator may give wrong, and what they are told."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.config import read_settings
from core.errors import PracticeError

HEX = "0123456789abcdef" * 2
GOOD = {"BOT_TOKEN": "xoxb-1", "SIGNING_SECRET": HEX}


@pytest.fixture
def give(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> pytest.MonkeyPatch:
    """The environment, in a folder that has no .env of its own."""
    monkeypatch.chdir(tmp_path)
    return monkeypatch


def _set(give: pytest.MonkeyPatch, **given: str) -> None:
    for name, value in given.items():
        give.setenv(f"SCRIMMAGE_{name}" if name == "BASE_URL" else f"SCRIMMAGE_SLACK_{name}", value)


def _told(give: pytest.MonkeyPatch, **given: str) -> str:
    _set(give, **given)
    with pytest.raises(PracticeError) as caught:
        read_settings()
    return str(caught.value)


def test_without_any_there_is_no_slack(give: pytest.MonkeyPatch) -> None:
    assert not read_settings().slack.configured


def test_one_workspace_over_http(give: pytest.MonkeyPatch) -> None:
    _set(give, **GOOD, BASE_URL="https://practice.example.com/")
    slack = read_settings().slack
    assert (slack.configured, slack.socket_mode, slack.many) == (True, False, False)
    assert (slack.bot_token, slack.signing_secret) == ("xoxb-1", HEX)
    assert slack.base_url == "https://practice.example.com"
    assert slack.api_url == "https://slack.com/api/"


def test_one_workspace_by_socket_needs_no_address(give: pytest.MonkeyPatch) -> None:
    _set(give, BOT_TOKEN="xoxb-1", APP_TOKEN="xapp-1")
    slack = read_settings().slack
    assert (slack.configured, slack.socket_mode, slack.base_url) == (True, True, "")


@pytest.mark.parametrize("heard", [{"SIGNING_SECRET": HEX}, {"APP_TOKEN": "xapp-1"}])
def test_many_workspaces(give: pytest.MonkeyPatch, heard: dict[str, str]) -> None:
    app = {"CLIENT_ID": "1.2", "CLIENT_SECRET": "hush", "BASE_URL": "https://p.example.com"}
    _set(give, **app, **heard)
    slack = read_settings().slack
    assert slack.configured
    assert slack.many


def test_secrets_are_not_shown(give: pytest.MonkeyPatch) -> None:
    _set(give, **GOOD, APP_TOKEN="xapp-hush")
    settings = read_settings()
    for shown in (repr(settings), repr(settings.slack)):
        assert "xoxb-1" not in shown
        assert "hush" not in shown
        assert HEX not in shown


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("BOT_TOKEN", "xoxp-secret", "you gave a user token (xoxp-…); copy the one at OAuth"),
        ("BOT_TOKEN", "xapp-secret", "which is for SCRIMMAGE_SLACK_APP_TOKEN"),
        ("BOT_TOKEN", "xoxe.xoxb-secret", "turn token rotation off"),
        ("BOT_TOKEN", "secret", "begins with xoxb-"),
        ("APP_TOKEN", "xoxb-secret", "which is for SCRIMMAGE_SLACK_BOT_TOKEN"),
        ("APP_TOKEN", "secret", "App-Level Tokens, which begins with xapp-"),
        ("SIGNING_SECRET", "hush-hush", "32 characters"),
        ("SIGNING_SECRET", HEX.upper(), "32 characters"),
    ],
)
def test_a_wrong_one_is_named_and_not_shown(
    give: pytest.MonkeyPatch, name: str, value: str, words: str
) -> None:
    told = _told(give, **{name: value})
    assert f"SCRIMMAGE_SLACK_{name} is not fit: " in told
    assert words in told
    assert value not in told


def test_a_token_that_nothing_hears_for(give: pytest.MonkeyPatch) -> None:
    told = _told(give, BOT_TOKEN="xoxb-1")
    assert "SCRIMMAGE_SLACK_APP_TOKEN and SCRIMMAGE_SLACK_SIGNING_SECRET are both missing" in told


@pytest.mark.parametrize("alone", [{"APP_TOKEN": "xapp-1"}, {"SIGNING_SECRET": HEX}])
def test_nothing_to_speak_with(give: pytest.MonkeyPatch, alone: dict[str, str]) -> None:
    assert "SCRIMMAGE_SLACK_BOT_TOKEN is missing" in _told(give, **alone)


@pytest.mark.parametrize(
    ("given", "other"), [("CLIENT_ID", "CLIENT_SECRET"), ("CLIENT_SECRET", "CLIENT_ID")]
)
def test_every_missing_partner_is_named_at_once(
    give: pytest.MonkeyPatch, given: str, other: str
) -> None:
    told = _told(give, **{given: "1.2"}, BOT_TOKEN="xoxb-1", BASE_URL="http://localhost:8080")
    assert f"\n  - SCRIMMAGE_SLACK_{other} is missing" in told
    assert "\n  - SCRIMMAGE_BASE_URL must be an https address" in told
    assert "\n  - SCRIMMAGE_SLACK_BOT_TOKEN is for one workspace" in told
    assert "SCRIMMAGE_SLACK_SIGNING_SECRET are both missing" in told
