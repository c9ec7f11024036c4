"""What calls in Teams need to know of Azure, and of this server."""

from __future__ import annotations

from dataclasses import dataclass, field

MEDIA_PATH = "/api/calls/media/"
EVENTS_PATH = "/api/calls/events/"
OPENID_URL = (
    "https://acscallautomation.communication.azure.com/calling/.well-known/acsopenidconfiguration"
)


@dataclass(frozen=True, slots=True)
class AcsSettings:
    """A Communication Services resource, checked by whoever read it; "" for what was not given.

    `endpoint` and `key` come from its connection string. `resource_id` is its immutable id, which
    Azure's tokens are for. `base_url` is the public https address of this server, which Azure
    calls. `openid_url` is where the keys of those tokens are told.
    """

    endpoint: str = ""
    key: str = field(default="", repr=False)
    resource_id: str = ""
    base_url: str = ""
    openid_url: str = OPENID_URL

    @property
    def configured(self) -> bool:
        """Whether people can be rung in Teams."""
        return bool(self.endpoint)
