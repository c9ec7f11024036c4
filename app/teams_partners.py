"""What is missing among the settings of Teams, and what cannot go together."""

from __future__ import annotations

from app.teams_config import APP, BOT, SECRET, TeamsVariables, teams_settings
from bots.teams.settings import MESSAGES_PATH, Identity, TeamsSettings

_LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})


def missing_teams_partners(given: TeamsVariables, base_url: str, host: str) -> list[str]:
    """Return a sentence for each setting that those which were given cannot do without.

    `host` is the address that the server listens on.
    """
    if given.teams_playground:
        return _in_the_playground(given, host)
    teams = teams_settings(given, base_url)
    managed = teams.identity is Identity.MANAGED
    if not (teams.app_id or teams.app_secret or teams.tenants or teams.admin or managed):
        return []
    return [*_registration(teams), *_credential(teams, managed=managed), *_reachable(teams)]


def _registration(teams: TeamsSettings) -> list[str]:
    found = []
    if not teams.app_id:
        found.append(f"SCRIMMAGE_TEAMS_APP_ID is missing: it is the Microsoft App ID at {BOT}")
    if not teams.tenant_id:
        found.append(
            f"SCRIMMAGE_TEAMS_TENANT_ID is missing: it is the App Tenant ID at {BOT}, or for an "
            f"older bot for many tenants the Directory (tenant) ID at {APP} → Overview"
        )
    return found


def _credential(teams: TeamsSettings, *, managed: bool) -> list[str]:
    found = []
    if not managed and not teams.app_secret:
        found.append(
            f"SCRIMMAGE_TEAMS_APP_SECRET is missing: make one at {SECRET}; or, on a machine in "
            "Azure that has the bot's managed identity, set SCRIMMAGE_TEAMS_MANAGED_IDENTITY=true"
        )
    if managed and teams.app_secret:
        found.append(
            "SCRIMMAGE_TEAMS_APP_SECRET and SCRIMMAGE_TEAMS_MANAGED_IDENTITY are two ways for the "
            f"same: leave away the one that is not the Bot Type at {BOT}"
        )
    if managed and teams.tenants > {teams.tenant_id}:
        found.append(
            "SCRIMMAGE_TEAMS_TENANTS is for older bots with a secret: a managed identity serves "
            "its own tenant, so leave it away"
        )
    return found


def _reachable(teams: TeamsSettings) -> list[str]:
    if teams.base_url.startswith("https://"):
        return []
    message = (
        "SCRIMMAGE_BASE_URL must be an https address that the internet can reach, as Teams sends "
        f"what people write to {MESSAGES_PATH} there"
    )
    return [message]


def _in_the_playground(given: TeamsVariables, host: str) -> list[str]:
    found = []
    if host not in _LOOPBACK:
        found.append(
            "SCRIMMAGE_TEAMS_PLAYGROUND lets anybody be anyone, so SCRIMMAGE_HOST must be 127.0.0.1"
        )
    if given.teams_app_id or given.teams_app_secret.get_secret_value():
        found.append(
            "SCRIMMAGE_TEAMS_PLAYGROUND asks nobody who they are: leave SCRIMMAGE_TEAMS_APP_ID and "
            "SCRIMMAGE_TEAMS_APP_SECRET away with it, or leave it away for the real Teams"
        )
    return found
