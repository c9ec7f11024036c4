"""What an administrator may give wrong for Teams, and what they are told."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.config import read_settings
from bots.teams.settings import Identity
from core.errors import PracticeError

APP = "01234567-89ab-cdef-0123-456789abcdef"
TENANT = "11111111-89ab-cdef-0123-456789abcdef"
OTHER = "22222222-89ab-cdef-0123-456789abcdef"
BASE = "https://practice.example.com"
GOOD = {"APP_ID": APP, "APP_SECRET": "hush~Value", "TENANT_ID": TENANT, "BASE_URL": BASE}


@pytest.fixture
def give(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> pytest.MonkeyPatch:
    """The environment, in a folder that has no .env of its own."""
    monkeypatch.chdir(tmp_path)
    return monkeypatch


def _set(give: pytest.MonkeyPatch, **given: str) -> None:
    for name, value in given.items():
        ours = name in {"BASE_URL", "HOST"}
        give.setenv(f"SCRIMMAGE_{name}" if ours else f"SCRIMMAGE_TEAMS_{name}", value)


def _told(give: pytest.MonkeyPatch, **given: str) -> str:
    _set(give, **given)
    with pytest.raises(PracticeError) as caught:
        read_settings()
    return str(caught.value)


def test_without_any_there_is_no_teams(give: pytest.MonkeyPatch) -> None:
    assert not read_settings().teams.configured


def test_a_bot_with_a_secret(give: pytest.MonkeyPatch) -> None:
    _set(give, **{**GOOD, "APP_ID": APP.upper(), "BASE_URL": f"{BASE}/"}, ADMIN="Ravi@Example.com")
    teams = read_settings().teams
    assert (teams.configured, teams.playground, teams.identity) == (True, False, Identity.SECRET)
    assert (teams.app_id, teams.app_secret, teams.tenant_id) == (APP, "hush~Value", TENANT)
    assert (teams.base_url, teams.admin) == (BASE, "ravi@example.com")
    assert teams.takes(TENANT)
    assert not teams.takes(OTHER)
    assert teams.token_tenant == TENANT


def test_a_bot_with_a_managed_identity_needs_no_secret(give: pytest.MonkeyPatch) -> None:
    _set(give, APP_ID=APP, TENANT_ID=TENANT, BASE_URL=BASE, MANAGED_IDENTITY="true")
    assert read_settings().teams.identity is Identity.MANAGED


@pytest.mark.parametrize("given", [f"{OTHER}, {TENANT.upper()},", f'["{OTHER}"]', OTHER])
def test_an_older_bot_serves_further_tenants(give: pytest.MonkeyPatch, given: str) -> None:
    _set(give, **GOOD, TENANTS=given)
    teams = read_settings().teams
    assert teams.tenants == {TENANT, OTHER}
    assert teams.token_tenant == "botframework.com"


def test_the_playground_needs_nothing_and_takes_everybody(give: pytest.MonkeyPatch) -> None:
    _set(give, PLAYGROUND="true")
    teams = read_settings().teams
    assert (teams.configured, teams.playground, teams.takes("anything")) == (True, True, True)


def test_the_secret_is_not_shown(give: pytest.MonkeyPatch) -> None:
    _set(give, **GOOD)
    settings = read_settings()
    assert "hush" not in repr(settings) + repr(settings.teams)


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("APP_ID", "scrimmage", "copy Microsoft App ID from Azure portal → your Azure Bot"),
        ("TENANT_ID", "contoso.onmicrosoft.com", "copy App Tenant ID from Azure portal"),
        ("TENANT_ID", "common", "a tenant's id looks like"),
        ("TENANTS", "contoso.com", "each has to be a tenant's id"),
        ("TENANTS", "[1, 2", "with commas between them"),
        ("ADMIN", "ravi", "by e-mail or by object id"),
        ("LOGIN_URL", "http://login.example.com", "write an https address"),
        ("OPENID_URL", "login.example.com", "write the whole address"),
    ],
)
def test_a_wrong_one_is_named(give: pytest.MonkeyPatch, name: str, value: str, words: str) -> None:
    told = _told(give, **{name: value})
    assert f"SCRIMMAGE_TEAMS_{name} is {value!r}: " in told
    assert words in told


def test_the_secrets_id_is_told_from_its_value_and_not_shown(give: pytest.MonkeyPatch) -> None:
    told = _told(give, **{**GOOD, "APP_SECRET": OTHER})
    assert "SCRIMMAGE_TEAMS_APP_SECRET is not fit: you gave the Secret ID" in told
    assert "Certificates & secrets" in told
    assert OTHER not in told


@pytest.mark.parametrize(
    "alone",
    [
        {"APP_ID": APP},
        {"APP_SECRET": "hush"},
        {"TENANT_ID": TENANT},
        {"TENANTS": OTHER},
        {"ADMIN": "ravi@example.com"},
    ],
)
def test_everything_that_is_missing_is_named_at_once(
    give: pytest.MonkeyPatch, alone: dict[str, str]
) -> None:
    told = _told(give, **alone)
    for name in ("APP_ID", "APP_SECRET", "TENANT_ID"):
        assert (f"  - SCRIMMAGE_TEAMS_{name} is missing" in told) is (name not in alone)
    assert "  - SCRIMMAGE_BASE_URL must be an https address" in told


def test_what_is_missing_for_slack_is_named_beside_it(give: pytest.MonkeyPatch) -> None:
    give.setenv("SCRIMMAGE_SLACK_BOT_TOKEN", "xoxb-1")
    told = _told(give, APP_ID=APP)
    assert "SCRIMMAGE_SLACK_SIGNING_SECRET are both missing" in told
    assert "SCRIMMAGE_TEAMS_TENANT_ID is missing" in told


def test_a_managed_identity_has_no_secret_and_no_further_tenants(give: pytest.MonkeyPatch) -> None:
    told = _told(give, **GOOD, MANAGED_IDENTITY="true", TENANTS=OTHER)
    assert "SCRIMMAGE_TEAMS_MANAGED_IDENTITY are two ways for the same" in told
    assert "SCRIMMAGE_TEAMS_TENANTS is for older bots" in told


def test_teams_cannot_come_without_https(give: pytest.MonkeyPatch) -> None:
    told = _told(give, **{**GOOD, "BASE_URL": "http://practice.example.com"})
    assert "SCRIMMAGE_BASE_URL must be an https address" in told
    assert "/api/messages" in told


def test_the_playground_is_for_this_machine_and_for_no_app(give: pytest.MonkeyPatch) -> None:
    told = _told(give, PLAYGROUND="true", HOST="0.0.0.0", APP_ID=APP)  # noqa: S104 - is refused
    assert "SCRIMMAGE_HOST must be 127.0.0.1" in told
    assert "leave SCRIMMAGE_TEAMS_APP_ID" in told
