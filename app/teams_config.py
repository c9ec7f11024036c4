"""The settings of Teams, and what is mistaken in each of them."""

from __future__ import annotations

import re
from typing import Annotated, Any

from pydantic import BaseModel, Field, SecretStr, TypeAdapter, ValidationError, field_validator
from pydantic_settings import NoDecode

from bots.teams.settings import Identity, TeamsSettings

TEAMS_SECRETS = frozenset({"teams_app_secret"})
GUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
"""An id of Entra, in small letters."""
_LIST = TypeAdapter(list[str])
BOT = "Azure portal → your Azure Bot → Configuration"
APP = "Azure portal → App registrations → your app"
SECRET = f"{APP} → Certificates & secrets → Client secrets"
_AN_ID = "01234567-89ab-cdef-0123-456789abcdef"


class TeamsVariables(BaseModel):
    """The variables SCRIMMAGE_TEAMS_…; all of them empty means that there is no Teams."""

    teams_app_id: str = Field(default="", description="The Microsoft App ID of the Azure Bot.")
    teams_app_secret: SecretStr = Field(
        default=SecretStr(""), description="A client secret of that app."
    )
    teams_tenant_id: str = Field(default="", description="The tenant of the registration.")
    teams_managed_identity: bool = Field(
        default=False, description="In place of a secret, on a machine in Azure."
    )
    teams_tenants: Annotated[tuple[str, ...], NoDecode] = Field(
        default=(), description="Further tenants, for older registrations for many."
    )
    teams_admin: str = Field(
        default="", description="The first administrator: e-mail, user principal name, object id."
    )
    teams_playground: bool = Field(
        default=False, description="Serve the Agents Playground, on loopback only."
    )
    teams_openid_url: str = Field(default="", description="Other keys of Teams, for tests.")
    teams_login_url: str = Field(default="", description="Another Entra, for tests.")

    @field_validator("teams_app_id")
    @classmethod
    def _is_an_app_id(cls, value: str) -> str:
        return _an_id(value, f"an app's id looks like {_AN_ID}; copy Microsoft App ID from {BOT}")

    @field_validator("teams_tenant_id")
    @classmethod
    def _is_a_tenant_id(cls, value: str) -> str:
        return _an_id(value, f"a tenant's id looks like {_AN_ID}; copy App Tenant ID from {BOT}")

    @field_validator("teams_app_secret")
    @classmethod
    def _is_no_id(cls, value: SecretStr) -> SecretStr:
        if GUID.fullmatch(value.get_secret_value().lower()):
            message = (
                f"you gave the Secret ID; copy the secret's Value from {SECRET}, which is shown "
                "only when the secret is made"
            )
            raise ValueError(message)
        return value

    @field_validator("teams_tenants", mode="before")
    @classmethod
    def _is_a_list(cls, value: Any) -> object:  # noqa: ANN401 - pydantic hands over anything
        if not isinstance(value, str):
            return value
        if not value.strip().startswith("["):
            return [part.strip() for part in value.split(",") if part.strip()]
        try:
            return _LIST.validate_json(value)
        except ValidationError:
            raise ValueError("write the tenants' ids with commas between them") from None

    @field_validator("teams_tenants")
    @classmethod
    def _are_tenant_ids(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(
            _an_id(each, f"each has to be a tenant's id, which looks like {_AN_ID}")
            for each in value
        )

    @field_validator("teams_admin")
    @classmethod
    def _is_somebody(cls, value: str) -> str:
        return (
            value.strip().lower()
            if "@" in value
            else _an_id(value, "name them by e-mail or by object id")
        )

    @field_validator("teams_openid_url")
    @classmethod
    def _is_an_address_of_keys(cls, value: str) -> str:
        if value and not value.startswith(("https://", "http://")):
            raise ValueError("write the whole address, or leave it away for Microsoft's own")
        return value

    @field_validator("teams_login_url")
    @classmethod
    def _is_an_address_of_tokens(cls, value: str) -> str:
        if value and not value.startswith("https://"):
            raise ValueError("write an https address, or leave it away for Microsoft's own")
        return value.rstrip("/")


def teams_settings(given: TeamsVariables, base_url: str) -> TeamsSettings:
    """Return what the Teams surface needs; `base_url` is this server's public address, or ""."""
    identity = Identity.MANAGED if given.teams_managed_identity else Identity.SECRET
    return TeamsSettings(
        app_id=given.teams_app_id,
        app_secret=given.teams_app_secret.get_secret_value(),
        tenant_id=given.teams_tenant_id,
        identity=Identity.NONE if given.teams_playground else identity,
        tenants=frozenset({given.teams_tenant_id, *given.teams_tenants} - {""}),
        admin=given.teams_admin,
        base_url=base_url.rstrip("/"),
        openid_url=given.teams_openid_url,
        login_url=given.teams_login_url,
    )


def _an_id(value: str, mend: str) -> str:
    """Return the id as Teams writes it, in small letters."""
    given = value.strip().lower()
    if given and not GUID.fullmatch(given):
        raise ValueError(mend)
    return given
