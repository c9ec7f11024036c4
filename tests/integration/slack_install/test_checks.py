"""What an administrator is told of credentials that Slack does not take."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bots.chat.findings import Finding, Level
from bots.slack.checks import check, refuse
from bots.slack.manifest import SCOPES
from bots.slack.settings import SlackSettings
from core.errors import PracticeError
from tests.slack.town import Town

# slack_sdk 3.47 names the app by a class that aiohttp will drop in version 4.
pytestmark = pytest.mark.filterwarnings("ignore:BasicAuth is deprecated:DeprecationWarning")


def _only(found: list[Finding]) -> Finding:
    assert len(found) == 1
    return found[0]


async def _wrong(settings: SlackSettings) -> list[Finding]:
    return [finding for finding in await check(settings) if finding.level is Level.WRONG]


async def test_all_is_well(town: Town, one: SlackSettings) -> None:
    found = await check(replace(one, app_token="xapp-1"))
    assert [finding.level for finding in found] == [Level.GOOD] * 3
    assert "The bot token is that of @" in str(found[0])
    assert "in Acme, workspace T0ACME." in str(found[0])


async def test_over_http_the_signing_secret_is_not_vouched_for(one: SlackSettings) -> None:
    *_, last = await check(one)
    assert last.level is Level.UNSURE
    assert "SCRIMMAGE_SLACK_SIGNING_SECRET" in str(last)
    assert "shows when Slack first writes" in str(last)


@pytest.mark.parametrize("secret", ["", "short", "g" * 32])
async def test_what_is_no_signing_secret(one: SlackSettings, secret: str) -> None:
    wrong = _only(await _wrong(replace(one, signing_secret=secret)))
    assert wrong.sentence == "SCRIMMAGE_SLACK_SIGNING_SECRET is no signing secret."


async def test_a_token_that_slack_does_not_know(one: SlackSettings) -> None:
    wrong = _only(await _wrong(replace(one, bot_token="xoxb-guessed")))
    assert "does not know the token in SCRIMMAGE_SLACK_BOT_TOKEN" in wrong.sentence
    assert "OAuth & Permissions → Bot User OAuth Token" in wrong.mend


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("token_revoked", "was revoked"),
        ("account_inactive", "was removed from its workspace"),
        ("token_expired", "has expired"),
    ],
)
async def test_a_token_that_has_ended(
    town: Town, one: SlackSettings, code: str, words: str
) -> None:
    town.tokens.end(town.acme.bot_token, code)
    wrong = _only(await _wrong(one))
    assert "SCRIMMAGE_SLACK_BOT_TOKEN" in wrong.sentence
    assert words in wrong.sentence
    assert wrong.mend


async def test_each_missing_scope_is_named_with_what_it_is_for(
    town: Town, one: SlackSettings
) -> None:
    town.tokens.narrow(town.acme.bot_token, "users:read.email", "calls:write")
    wrong = await _wrong(one)
    calls, emails = (finding.sentence for finding in wrong)
    assert calls.startswith("Without the scope calls:write the app may not put a card for calls")
    assert emails.startswith("Without the scope users:read.email the app may not find the people")
    assert all("Reinstall the app from the manifest" in finding.mend for finding in wrong)


async def test_every_scope_is_looked_for(town: Town, one: SlackSettings) -> None:
    town.tokens.narrow(town.acme.bot_token, *SCOPES)
    assert len(await _wrong(one)) == len(SCOPES)


async def test_an_app_token_that_opens_nothing(town: Town, one: SlackSettings) -> None:
    town.fault("apps.connections.open", error="invalid_auth")
    wrong = _only(await _wrong(replace(one, app_token="xapp-guessed")))
    assert "SCRIMMAGE_SLACK_APP_TOKEN" in wrong.sentence
    assert "connections:write" in wrong.mend


async def test_many_workspaces(many: SlackSettings) -> None:
    first, _ = await check(many)
    assert first == Finding(Level.GOOD, "Slack takes the client id and the client secret.")


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"client_id": "9.9"}, "no app with the id in SCRIMMAGE_SLACK_CLIENT_ID"),
        ({"client_secret": "guessed"}, "SCRIMMAGE_SLACK_CLIENT_SECRET is not that of the app"),
    ],
)
async def test_another_apps_credentials(
    many: SlackSettings, changed: dict[str, str], words: str
) -> None:
    assert words in _only(await _wrong(replace(many, **changed))).sentence


async def test_a_slack_that_cannot_be_reached_is_no_mistake_of_the_settings(
    one: SlackSettings,
) -> None:
    first, *_ = found = await check(replace(one, api_url="http://127.0.0.1:9/api/"))
    assert first.level is Level.UNSURE
    assert first.sentence.startswith("http://127.0.0.1:9/api/ cannot be reached")
    refuse(found)


@pytest.mark.parametrize("fault", [{"error": "internal_error"}, {"status": 503}, {"status": 429}])
async def test_a_slack_in_trouble_is_no_mistake_either(
    town: Town, one: SlackSettings, fault: dict[str, str]
) -> None:
    town.fault("auth.test", **fault)  # type: ignore[arg-type]  # as parametrised
    found = await check(one)
    assert found[0].level is Level.UNSURE
    assert "auth.test" in found[0].sentence


async def test_all_that_is_wrong_is_refused_at_once(town: Town, one: SlackSettings) -> None:
    town.tokens.narrow(town.acme.bot_token, "chat:write")
    found = await check(replace(one, signing_secret="short"))
    with pytest.raises(PracticeError) as caught:
        refuse(found)
    assert "Without the scope chat:write" in str(caught.value)
    assert "SCRIMMAGE_SLACK_SIGNING_SECRET is no signing secret" in str(caught.value)
