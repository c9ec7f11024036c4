"""The settings of calls in Teams, and what is mistaken in each of them."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from pydantic import BaseModel, Field, SecretStr, field_validator

from app.teams_config import GUID
from voice_bridge.teams_call.settings import EVENTS_PATH, OPENID_URL, AcsSettings

ACS_SECRETS = frozenset({"acs_connection_string"})
RESOURCE = "Azure portal → your Communication Services resource"
_CONNECTION_STRING = re.compile(
    r"(?=.*\bendpoint=(?P<endpoint>https?://[^;\s]+))(?=.*\baccesskey=(?P<key>[^;\s]+))",
    re.IGNORECASE,
)


class AcsVariables(BaseModel):
    """The variables SCRIMMAGE_ACS_…; all of them empty means that nobody is rung in Teams."""

    acs_connection_string: SecretStr = Field(
        default=SecretStr(""), description="Of the Communication Services resource."
    )
    acs_resource_id: str = Field(default="", description="The immutable id of that resource.")
    acs_openid_url: str = Field(default="", description="Other keys of Azure, for tests.")

    @field_validator("acs_connection_string")
    @classmethod
    def _is_a_connection_string(cls, value: SecretStr) -> SecretStr:
        given = value.get_secret_value().strip()
        if given and not _CONNECTION_STRING.match(given):
            message = (
                "it looks like endpoint=https://…;accesskey=…; copy the Connection string from "
                f"{RESOURCE} → Settings → Keys"
            )
            raise ValueError(message)
        return SecretStr(given)

    @field_validator("acs_resource_id")
    @classmethod
    def _is_an_immutable_id(cls, value: str) -> str:
        given = value.strip().lower()
        if given and not GUID.fullmatch(given):
            message = (
                "the immutable id looks like 01234567-89ab-cdef-0123-456789abcdef, and is not the "
                f"path of the resource; copy it from {RESOURCE} → JSON View → immutableResourceId"
            )
            raise ValueError(message)
        return given


def acs_settings(given: AcsVariables, base_url: str) -> AcsSettings:
    """Return what calls in Teams need; `base_url` is this server's public address, or ""."""
    found = _CONNECTION_STRING.match(given.acs_connection_string.get_secret_value())
    return AcsSettings(
        endpoint=found["endpoint"].rstrip("/") if found else "",
        key=found["key"] if found else "",
        resource_id=given.acs_resource_id,
        base_url=base_url.rstrip("/"),
        openid_url=given.acs_openid_url or OPENID_URL,
    )


def missing_acs_partners(given: AcsVariables, base_url: str, *, teams: bool) -> list[str]:
    """Return a sentence for each setting that those which were given cannot do without.

    `teams` tells whether there is a Teams to ring people in.
    """
    acs = acs_settings(given, base_url)
    if not (acs.endpoint or acs.resource_id):
        return []
    found = []
    if not acs.endpoint:
        found.append(
            f"SCRIMMAGE_ACS_CONNECTION_STRING is missing: copy it from {RESOURCE} → Settings → Keys"
        )
    if not acs.resource_id:
        found.append(
            "SCRIMMAGE_ACS_RESOURCE_ID is missing: it is the immutableResourceId at "
            f"{RESOURCE} → JSON View, and shows that a request is Azure's"
        )
    if urlsplit(acs.base_url).scheme != "https":
        found.append(
            "SCRIMMAGE_BASE_URL must be an https address that the internet can reach, as Azure "
            f"tells of calls at {EVENTS_PATH} there, and opens a WebSocket for their sound"
        )
    if not teams:
        found.append(
            "SCRIMMAGE_ACS_CONNECTION_STRING is for ringing people in Teams, and there is no Teams "
            "among the settings: give SCRIMMAGE_TEAMS_APP_ID and its partners, or leave it away"
        )
    return found
