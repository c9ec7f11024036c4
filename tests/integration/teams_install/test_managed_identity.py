"""A bot that shows who it is by the machine it runs on, and machines that do not know it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass, field

import pytest
from aiohttp import web

from bots.chat.findings import Finding, Level
from bots.teams.checks import check
from bots.teams.settings import Identity, TeamsSettings
from tests.integration.teams_install.entra import APP, TENANT, TOKEN, serve

BOT = TeamsSettings(
    app_id=APP,
    tenant_id=TENANT,
    identity=Identity.MANAGED,
    tenants=frozenset({TENANT}),
    admin="ravi@example.com",
    base_url="https://practice.example.com",
)


@dataclass
class Machine:
    """A machine's identity endpoint, in the form of Microsoft's documents."""

    url: str = ""
    status: int = 200
    answer: dict[str, object] = field(
        default_factory=lambda: {
            "access_token": TOKEN,
            "client_id": APP,
            "expires_in": "86399",
            "expires_on": "4102444800",
            "resource": "https://api.botframework.com",
            "token_type": "Bearer",
        }
    )
    asked: list[dict[str, str]] = field(default_factory=list)

    async def tell(self, request: web.Request) -> web.Response:
        self.asked.append(dict(request.query))
        return web.json_response(self.answer, status=self.status)


@pytest.fixture
async def machine(give: pytest.MonkeyPatch) -> AsyncIterator[Machine]:
    machine = Machine()
    routes = [web.get("/metadata/identity/oauth2/token", machine.tell)]
    async with serve([*routes, web.get("/msi/token", machine.tell)]) as port:
        machine.url = f"http://127.0.0.1:{port}"
        give.setenv("AZURE_POD_IDENTITY_AUTHORITY_HOST", machine.url)
        yield machine


async def _token() -> Finding:
    first, *_ = await check(BOT, call_s=5)
    return first


async def test_a_machine_that_has_the_identity(machine: Machine) -> None:
    found = await _token()
    assert found.level is Level.GOOD
    assert "by managed identity" in found.sentence
    (asked,) = machine.asked
    assert (asked["client_id"], asked["resource"]) == (APP, "https://api.botframework.com")


async def test_a_machine_that_does_not_have_it(machine: Machine) -> None:
    machine.status = 400
    machine.answer = {"error": "invalid_request", "error_description": "Identity not found"}
    found = await _token()
    assert found.level is Level.WRONG
    assert "client id in SCRIMMAGE_TEAMS_APP_ID" in found.sentence
    assert "User assigned" in found.mend


async def test_an_app_service_that_does_not_have_it(
    machine: Machine, give: pytest.MonkeyPatch
) -> None:
    give.setenv("IDENTITY_ENDPOINT", f"{machine.url}/msi/token")
    give.setenv("IDENTITY_HEADER", "hush")
    machine.status = 400
    message = "No User Assigned or Delegated Managed Identity found for specified ClientId"
    machine.answer = {"statusCode": 400, "message": message}
    assert (await _token()).level is Level.WRONG


async def test_a_machine_in_trouble_is_no_mistake(machine: Machine) -> None:
    machine.status = 500
    machine.answer = {"error": "unknown", "error_description": "Failed to retrieve token"}
    found = await _token()
    assert found.level is Level.UNSURE
    assert "no reason that could be read" in found.sentence


async def test_a_machine_outside_of_azure(give: pytest.MonkeyPatch) -> None:
    give.setenv("AZURE_POD_IDENTITY_AUTHORITY_HOST", "http://127.0.0.1:9")
    found = await _token()
    assert found.level is Level.UNSURE
    assert "tells of no managed identity" in found.sentence
    assert "SCRIMMAGE_TEAMS_APP_SECRET" in found.mend
