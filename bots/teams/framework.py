"""All that is used of the Bot Framework's library: whether a request is Teams' own.

The library was archived at the end of 2025. What it does here, its successor does as well: nothing
else of the surface knows it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from botframework.connector.auth import (
    AuthenticationConstants,
    ChannelValidation,
    JwtTokenExtractor,
    SimpleCredentialProvider,
)

from bots.chat.signing_keys import SigningKeys
from core.errors import ProviderError

CHANNEL = "msteams"
METADATA_URL = "https://login.botframework.com/v1/.well-known/openidconfiguration"


class Unauthorised(Exception):  # noqa: N818 - says what the request is
    """The request does not show that it is Teams'."""


class RequestCheck:
    """Checks that a request was signed for this app, for Teams, and for the address it names."""

    def __init__(self, app_id: str, keys: SigningKeys) -> None:
        self._credentials = SimpleCredentialProvider(app_id, "")
        self._extractor = JwtTokenExtractor(
            ChannelValidation.TO_BOT_FROM_CHANNEL_TOKEN_VALIDATION_PARAMETERS,
            METADATA_URL,
            AuthenticationConstants.ALLOWED_SIGNING_ALGORITHMS,
        )
        self._extractor.open_id_metadata = _Endorsed(keys)

    async def check(self, header: str, activity: Mapping[str, Any]) -> None:
        """Return if the request is Teams'. Raises Unauthorised, whatever is wrong with it.

        Raises ProviderError only when the keys to check it by cannot be fetched.
        """
        if not header or activity.get("channelId") != CHANNEL:
            raise Unauthorised("no token, or another channel")
        try:
            identity = await self._extractor.get_identity_from_auth_header(header, CHANNEL)
            identity = await ChannelValidation.validate_identity(identity, self._credentials)
        except ProviderError:
            raise
        except Exception as error:
            # The library raises anything: of a key that is unknown an IndexError, of a token that
            # has expired another's error. Each of them means the same.
            raise Unauthorised(type(error).__name__) from error
        claimed = identity.get_claim_value(ChannelValidation.SERVICE_URL_CLAIM)
        # Our answers, and the token with them, go to the address that an activity names.
        if claimed is None or claimed != activity.get("serviceUrl"):
            raise Unauthorised("the token is for another address")


class _Endorsed:
    """Keys that may sign for Teams, in place of the library's own.

    Those are fetched by a call that blocks the loop, and not looked for again when one is unknown:
    a key that Microsoft begins to use would be refused for a day. And the library lets a key pass
    that endorses nothing.
    """

    def __init__(self, keys: SigningKeys) -> None:
        self._keys = keys

    async def get(self, key_id: str | None) -> object:
        key = await self._keys.get(key_id or "")
        if key is None:
            raise Unauthorised("its key is not published")
        if CHANNEL not in key.endorsements:
            raise Unauthorised("the key does not sign for Teams")
        return key
