"""Whether a request is Azure's own: the token that it carries.

As learn.microsoft.com/azure/communication-services/how-tos/call-automation/secure-webhook-endpoint
says, a JWT is in the Authorization header of every event and of the handshake of the media
socket, for the resource's immutable id, and good for five minutes.
"""

from __future__ import annotations

from typing import Any

import jwt
from jwt.exceptions import PyJWTError

from bots.chat.signing_keys import SigningKeys
from core.ports import Clock

ISSUER = "https://acscallautomation.communication.azure.com"
_CLOCKS_MAY_DIFFER_S = 60
_LONGEST = 16_384
"""Characters of a token that is looked at."""


class Unauthorised(Exception):  # noqa: N818 - says what the request is
    """The request does not show that it is Azure's."""


class TokenCheck:
    """Checks that a request was signed by Azure, for our resource."""

    def __init__(self, resource_id: str, keys: SigningKeys, clock: Clock) -> None:
        self._resource_id = resource_id
        self._keys = keys
        self._clock = clock

    async def check(self, header: str) -> None:
        """Return if the Authorization header is Azure's. Raises Unauthorised for any other.

        Raises ProviderError only when the keys to check it by cannot be fetched.
        """
        scheme, _, token = header.partition(" ")
        if scheme.lower() != "bearer" or not 0 < len(token) <= _LONGEST:
            raise Unauthorised("no token")
        try:
            claims = await self._claims(token)
        except (PyJWTError, ValueError, TypeError) as error:
            raise Unauthorised(type(error).__name__) from error
        self._check_times(claims)

    async def _claims(self, token: str) -> dict[str, Any]:
        key_id = jwt.get_unverified_header(token).get("kid")
        key = await self._keys.get(key_id) if isinstance(key_id, str) else None
        if key is None:
            raise Unauthorised("its key is not published")
        found: dict[str, Any] = jwt.decode(
            token,
            key.public_key,
            algorithms=["RS256"],
            issuer=ISSUER,
            audience=self._resource_id,
            # Times are checked below, by the clock that we are given.
            options={
                "require": ["exp", "iss", "aud"],
                "verify_exp": False,
                "verify_nbf": False,
                "verify_iat": False,
            },
        )
        return found

    def _check_times(self, claims: dict[str, Any]) -> None:
        now = self._clock.now().timestamp()
        ends, begins = claims["exp"], claims.get("nbf", 0)
        if not isinstance(ends, int | float) or not isinstance(begins, int | float):
            raise Unauthorised("its times are no numbers")
        if not begins - _CLOCKS_MAY_DIFFER_S <= now < ends + _CLOCKS_MAY_DIFFER_S:
            raise Unauthorised("it is not good now")
