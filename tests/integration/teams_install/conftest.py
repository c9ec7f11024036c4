"""An Entra of the tests, which Microsoft's library trusts, and a registration in it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bots.teams.settings import TeamsSettings
from tests.integration.teams_install.entra import (
    APP,
    SECRET,
    TENANT,
    Entra,
    certificate,
    serve_entra,
)

_FOR_MACHINES_IN_AZURE = (
    "IDENTITY_ENDPOINT",
    "IDENTITY_HEADER",
    "IMDS_ENDPOINT",
    "MSI_ENDPOINT",
    "AZURE_POD_IDENTITY_AUTHORITY_HOST",
)


@pytest.fixture(scope="session")
def trusted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return certificate(tmp_path_factory.mktemp("entra") / "entra.pem")


@pytest.fixture
async def entra(trusted: Path, give: pytest.MonkeyPatch) -> AsyncIterator[Entra]:
    give.setenv("REQUESTS_CA_BUNDLE", str(trusted))
    async with serve_entra(trusted) as served:
        yield served


@pytest.fixture
def give(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> pytest.MonkeyPatch:
    """The environment, outside of Azure, in a folder that has no .env of its own."""
    for name in _FOR_MACHINES_IN_AZURE:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    monkeypatch.chdir(tmp_path)
    return monkeypatch


@pytest.fixture
def bot(entra: Entra) -> TeamsSettings:
    """The registration of the Entra of the tests."""
    return TeamsSettings(
        app_id=APP,
        app_secret=SECRET,
        tenant_id=TENANT,
        tenants=frozenset({TENANT}),
        admin="ravi@example.com",
        base_url="https://practice.example.com",
        login_url=entra.url,
    )
