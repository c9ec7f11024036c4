"""What an administrator may give wrong for calls in Teams, and what they are told."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from app.cli import cli
from app.config import read_settings
from core.errors import PracticeError
from tests.acs.azure import BASE_URL, Azure
from tests.acs.requests import KEY
from tests.acs.signer import RESOURCE, Signer
from voice_bridge.teams_call.checks import check
from voice_bridge.teams_call.settings import OPENID_URL, AcsSettings

ENDPOINT = "https://practice.unitedstates.communication.azure.com"
STRING = f"endpoint={ENDPOINT}/;accesskey={KEY}"
TEAMS = {
    "TEAMS_APP_ID": "01234567-89ab-cdef-0123-456789abcdef",
    "TEAMS_TENANT_ID": "11234567-89ab-cdef-0123-456789abcdef",
    "TEAMS_APP_SECRET": "hush~Value",
}
GOOD = {
    **TEAMS,
    "BASE_URL": f"{BASE_URL}/",
    "ACS_CONNECTION_STRING": STRING,
    "ACS_RESOURCE_ID": RESOURCE.upper(),
}


@pytest.fixture
def give(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> pytest.MonkeyPatch:
    """The environment, in a folder that has no .env of its own."""
    monkeypatch.chdir(tmp_path)
    return monkeypatch


def _told(give: pytest.MonkeyPatch, **given: str) -> str:
    _set(give, given)
    with pytest.raises(PracticeError) as caught:
        read_settings()
    return str(caught.value)


def _set(give: pytest.MonkeyPatch, given: dict[str, str]) -> None:
    for name, value in given.items():
        give.setenv(f"SCRIMMAGE_{name}", value)


def test_without_any_nobody_is_rung(give: pytest.MonkeyPatch) -> None:
    _set(give, {**TEAMS, "BASE_URL": BASE_URL})
    assert not read_settings().acs.configured


def test_a_resource_is_read_from_its_connection_string(give: pytest.MonkeyPatch) -> None:
    _set(give, GOOD)
    acs = read_settings().acs
    assert acs.configured
    assert (acs.endpoint, acs.key, acs.resource_id) == (ENDPOINT, KEY, RESOURCE)
    assert (acs.base_url, acs.openid_url) == (BASE_URL, OPENID_URL)
    assert KEY not in repr(acs) + repr(read_settings())


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("ACS_CONNECTION_STRING", "accesskey=x", "SCRIMMAGE_ACS_CONNECTION_STRING is not fit"),
        ("ACS_CONNECTION_STRING", ENDPOINT, "it looks like endpoint="),
        ("ACS_RESOURCE_ID", "/subscriptions/s/resourceGroups/g", "is not the path"),
        ("ACS_RESOURCE_ID", "", "SCRIMMAGE_ACS_RESOURCE_ID is missing"),
        ("ACS_CONNECTION_STRING", "", "SCRIMMAGE_ACS_CONNECTION_STRING is missing"),
        ("BASE_URL", "http://practice.example.com", "opens a WebSocket for their sound"),
        ("BASE_URL", "", "opens a WebSocket for their sound"),
    ],
)
def test_what_is_wrong_is_named(give: pytest.MonkeyPatch, name: str, value: str, said: str) -> None:
    told = _told(give, **{**GOOD, name: value})
    assert said in told
    assert KEY not in told


def test_there_must_be_a_teams_to_ring_in(give: pytest.MonkeyPatch) -> None:
    told = _told(give, **{k: v for k, v in GOOD.items() if k not in TEAMS})
    assert "there is no Teams among the settings" in told


async def test_the_check_tells_whether_azure_takes_the_key(acs_signer: Signer) -> None:
    async with Azure(acs_signer) as azure:
        good = AcsSettings(azure.endpoint, KEY, RESOURCE, BASE_URL)
        taken, federation = await check(good)
        [wrong, _] = await check(AcsSettings(azure.endpoint, "b3RoZXI=", RESOURCE, BASE_URL))
        azure.faults = [501]
        [odd, _] = await check(good)
    [away, _] = await check(good)
    assert [str(found.level) for found in (taken, wrong, odd, away)] == [
        "good",
        "wrong",
        "unsure",
        "unsure",
    ]
    assert "Copy the connection string" in wrong.mend
    assert "cannot be reached" in away.sentence
    assert RESOURCE in federation.sentence


def test_the_command_checks_calls_as_well(give: pytest.MonkeyPatch) -> None:
    # Neither Entra nor Azure is there: each is told of, and nothing fails.
    string = STRING.replace(ENDPOINT, "http://127.0.0.1:9")
    _set(give, {**GOOD, "ACS_CONNECTION_STRING": string})
    give.setenv("SCRIMMAGE_TEAMS_LOGIN_URL", "https://127.0.0.1:9")
    result = CliRunner().invoke(cli, ["teams", "check"])
    assert "? http://127.0.0.1:9 cannot be reached" in result.output
    assert result.exit_code == 0
