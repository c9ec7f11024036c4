"""What an administrator is told of a registration that Entra does not take."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bots.chat.findings import Finding, Level
from bots.teams.checks import check, refuse
from bots.teams.settings import Identity, TeamsSettings
from core.errors import PracticeError
from tests.integration.teams_install.entra import APP, SECRET, TENANT, TOKEN, Entra

OTHER = "33333333-aaaa-4bbb-8ccc-000000000003"
NOWHERE = "https://127.0.0.1:9"


async def _token(settings: TeamsSettings) -> Finding:
    first, *_ = await check(settings, call_s=5)
    return first


async def test_all_is_well(entra: Entra, bot: TeamsSettings) -> None:
    found = await check(bot)
    assert [finding.level for finding in found] == [Level.GOOD, Level.UNSURE]
    assert str(found[0]) == f"Entra gives the app {APP} a token by its secret, for tenant {TENANT}."
    assert entra.asked == [(TENANT, "https://api.botframework.com/.default")]


async def test_the_messaging_endpoint_is_not_vouched_for(bot: TeamsSettings) -> None:
    _, last = await check(bot)
    assert "https://practice.example.com/api/messages" in str(last)
    assert "shows when somebody first writes" in str(last)


async def test_without_a_first_administrator_it_says_where_one_comes_from(
    bot: TeamsSettings,
) -> None:
    *_, last = await check(replace(bot, admin=""))
    assert last.level is Level.UNSURE
    assert last.sentence.startswith("SCRIMMAGE_TEAMS_ADMIN names nobody")


@pytest.mark.parametrize(
    ("changed", "sentence", "mend"),
    [
        ({"app_secret": "guessed"}, "SCRIMMAGE_TEAMS_APP_SECRET is none of the app", "not its Sec"),
        ({"app_id": OTHER}, "knows no app with the id in SCRIMMAGE_TEAMS_APP_ID", "App Tenant ID"),
        (
            {"tenant_id": OTHER, "tenants": frozenset({OTHER})},
            "knows no tenant with the id in SCRIMMAGE_TEAMS_TENANT_ID",
            "your Azure Bot → Configuration",
        ),
    ],
)
async def test_a_setting_that_is_wrong(
    bot: TeamsSettings, changed: dict[str, str], sentence: str, mend: str
) -> None:
    found = await _token(replace(bot, **changed))  # type: ignore[arg-type]  # as parametrised
    assert found.level is Level.WRONG
    assert sentence in found.sentence
    assert mend in found.mend


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (7000222, "SCRIMMAGE_TEAMS_APP_SECRET has expired"),
        (7000229, "has no enterprise application in the tenant"),
        (7000112, "is switched off in Entra"),
        (53003, "A Conditional Access policy"),
    ],
)
async def test_an_app_that_gets_no_token(
    entra: Entra, bot: TeamsSettings, code: int, words: str
) -> None:
    entra.code = code
    found = await _token(bot)
    assert found.level is Level.WRONG
    assert words in found.sentence
    assert found.mend


async def test_an_answer_that_nobody_foresaw_is_named(entra: Entra, bot: TeamsSettings) -> None:
    entra.code = 90099
    found = await _token(bot)
    assert found.level is Level.UNSURE
    assert "AADSTS90099" in found.sentence
    assert found.mend.startswith("https://login.microsoftonline.com/error?code=90099")


async def test_an_older_bot_for_many_tenants_asks_bot_frameworks_own(
    entra: Entra, bot: TeamsSettings
) -> None:
    entra.tenants = {"botframework.com"}
    found = await _token(replace(bot, tenants=frozenset({TENANT, OTHER})))
    assert found.level is Level.GOOD
    assert [tenant for tenant, _ in entra.asked] == ["botframework.com"]


async def test_an_entra_that_cannot_be_reached_is_no_mistake_of_the_settings(
    bot: TeamsSettings,
) -> None:
    found = await check(replace(bot, login_url=NOWHERE), call_s=5)
    assert found[0].level is Level.UNSURE
    assert found[0].sentence.startswith(f"{NOWHERE} cannot be reached")
    refuse(found)


@pytest.mark.parametrize("status", [429, 500, 503])
async def test_an_entra_in_trouble_is_no_mistake_either(
    entra: Entra, bot: TeamsSettings, status: int
) -> None:
    entra.trouble = status
    found = await check(bot, call_s=5)
    assert found[0].level is Level.UNSURE
    refuse(found)


async def test_what_is_wrong_is_refused(bot: TeamsSettings) -> None:
    found = await check(replace(bot, app_secret="guessed"))
    with pytest.raises(PracticeError, match="Microsoft Entra does not take these settings"):
        refuse(found)


@pytest.mark.parametrize("given", [SECRET, "guessed-and-wrong"])
async def test_no_secret_and_no_token_is_told(bot: TeamsSettings, given: str) -> None:
    told = " ".join(str(finding) for finding in await check(replace(bot, app_secret=given)))
    assert given not in told
    assert TOKEN not in told


async def test_in_the_playground_there_is_nothing_to_ask() -> None:
    found = await check(TeamsSettings(identity=Identity.NONE))
    assert [finding.level for finding in found] == [Level.UNSURE]
    assert "Agents Playground" in str(found[0])
