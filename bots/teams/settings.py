"""What the Teams surface needs to know to speak with Teams."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

MESSAGES_PATH = "/api/messages"
"""Where Teams sends activities; the Azure Bot resource names it as the messaging endpoint."""
BOT_FRAMEWORK_TENANT = "botframework.com"


class Identity(StrEnum):
    """How the bot shows who it is."""

    SECRET = "secret"  # noqa: S105 - the name of a way, and none itself
    """A single-tenant registration with a client secret."""
    MANAGED = "managed"
    """A managed identity of the Azure machine that the server runs on: there is no secret."""
    NONE = "none"
    """Nobody asks: only for the Agents Playground, on this machine."""


@dataclass(frozen=True, slots=True)
class TeamsSettings:
    """The bot's registration, checked by whoever read it; "" for what was not given.

    `tenant_id` is the Entra tenant of the registration. `tenants` are all from which activities
    are taken, that one included. `admin` names the first administrator by e-mail, user principal
    name or object id. `base_url` is the public address of this server. `openid_url` is where the
    keys of Bot Framework's tokens are told, "" for the public one; `login_url` is where our own
    tokens come from, "" for Entra.
    """

    app_id: str = ""
    app_secret: str = field(default="", repr=False)
    tenant_id: str = ""
    identity: Identity = Identity.SECRET
    tenants: frozenset[str] = frozenset()
    admin: str = ""
    base_url: str = ""
    openid_url: str = ""
    login_url: str = ""

    @property
    def configured(self) -> bool:
        """Whether there is a Teams to speak with."""
        return bool(self.app_id) or self.identity is Identity.NONE

    @property
    def playground(self) -> bool:
        """Whether anybody may say anything, as in the Agents Playground."""
        return self.identity is Identity.NONE

    @property
    def token_tenant(self) -> str:
        """The tenant from which our own tokens come.

        An older registration for many tenants has to ask Bot Framework's own for them.
        """
        return self.tenant_id if self.tenants <= {self.tenant_id} else BOT_FRAMEWORK_TENANT

    def takes(self, tenant: str) -> bool:
        """Whether activities of this tenant are taken."""
        return self.playground or tenant in self.tenants
