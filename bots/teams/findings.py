"""What to tell about each thing that Entra answers to a check of the bot's registration."""

from __future__ import annotations

from collections.abc import Mapping

from bots.chat.findings import Finding, Level
from bots.teams.settings import MESSAGES_PATH, Identity, TeamsSettings
from bots.teams.tokens import LOGIN_URL, NO_IDENTITY

APP_ID = "SCRIMMAGE_TEAMS_APP_ID"
APP_SECRET = "SCRIMMAGE_TEAMS_APP_SECRET"  # noqa: S105 - the name of a setting
TENANT_ID = "SCRIMMAGE_TEAMS_TENANT_ID"
ADMIN = "SCRIMMAGE_TEAMS_ADMIN"

_BOT = "portal.azure.com → your Azure Bot → Configuration"
_APP = "portal.azure.com → App registrations → your app"
_ENTERPRISE_APP = "portal.azure.com → Enterprise applications → your app"
_NEW_SECRET = (
    f"Make a new one at {_APP} → Certificates & secrets → Client secrets, and copy its Value, "
    "not its Secret ID."
)
_NO_TENANT = (f"Entra knows no tenant with the id in {TENANT_ID}.", f"Copy it from {_BOT}.")

# By the number of Entra's error, as learn.microsoft.com/entra/identity-platform/
# reference-error-codes explains it.
_TOLD: Mapping[str, tuple[str, str]] = {
    "700016": (
        f"Entra knows no app with the id in {APP_ID} in this tenant.",
        f"Copy Microsoft App ID and App Tenant ID from {_BOT}.",
    ),
    "7000229": (
        f"The app in {APP_ID} is registered, but has no enterprise application in the tenant.",
        "An administrator makes it with “az ad sp create --id” and the app's id.",
    ),
    "7000215": (f"The secret in {APP_SECRET} is none of the app in {APP_ID}.", _NEW_SECRET),
    "7000222": (f"The secret in {APP_SECRET} has expired.", _NEW_SECRET),
    "7000112": (
        f"The app in {APP_ID} is switched off in Entra.",
        f"Switch it on at {_ENTERPRISE_APP} → Properties.",
    ),
    "90002": _NO_TENANT,
    "900023": _NO_TENANT,
    "53003": (
        "A Conditional Access policy of the tenant gives the app no token.",
        "Let it through, from this server's address, at entra.microsoft.com → Conditional Access.",
    ),
    NO_IDENTITY: (
        f"This machine does not have the managed identity with the client id in {APP_ID}.",
        "Add it at portal.azure.com → the machine → Identity → User assigned.",
    ),
}

PLAYGROUND = Finding(
    Level.UNSURE,
    "This is the Agents Playground: whoever reaches this server may say that they are anybody, "
    "and there is nothing to ask Entra.",
)
NO_ADMIN = Finding(
    Level.UNSURE,
    f"{ADMIN} names nobody, so nobody becomes the administrator by writing to the app: the first "
    "one has to be in a roster.",
)


def taken(settings: TeamsSettings) -> Finding:
    """Return what to tell when a token was given."""
    how = "by managed identity" if settings.identity is Identity.MANAGED else "by its secret"
    told = f"Entra gives the app {settings.app_id} a token {how}, for tenant {settings.tenant_id}."
    return Finding(Level.GOOD, told)


def endpoint(settings: TeamsSettings) -> Finding:
    """Return what to tell of the address that Teams writes to, which we cannot ask about."""
    told = (
        f"The messaging endpoint is {settings.base_url}{MESSAGES_PATH}; whether the Azure Bot "
        "names it shows when somebody first writes."
    )
    return Finding(Level.UNSURE, told)


def refused(code: str) -> Finding:
    """Return what to tell when no token is given; `code` as in `TokenRefused`."""
    if known := _TOLD.get(code):
        return Finding(Level.WRONG, *known)
    if code:
        mend = f"{LOGIN_URL}/error?code={code} says what that means."
        return Finding(Level.UNSURE, f"Entra gives no token and answers AADSTS{code}.", mend)
    return Finding(
        Level.UNSURE,
        "No token was given, and no reason that could be read.",
        "Scrimmage goes on, and asks again when needed.",
    )


def unreachable(settings: TeamsSettings) -> Finding:
    """Return what to tell when there is no answer."""
    if settings.identity is Identity.MANAGED:
        return Finding(
            Level.UNSURE,
            "This machine tells of no managed identity, so nothing could be checked with Entra.",
            f"A managed identity works only in Azure: elsewhere give {APP_SECRET} instead.",
        )
    return Finding(
        Level.UNSURE,
        f"{settings.login_url or LOGIN_URL} cannot be reached, so nothing could be checked with "
        "Entra.",
        "Check the network and the proxy; Scrimmage goes on, and tries again when needed.",
    )
