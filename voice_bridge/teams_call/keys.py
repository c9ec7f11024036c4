"""The keys by which Azure signs what it sends us, as its OpenID configuration tells them."""

from __future__ import annotations

import asyncio
from datetime import datetime, timedelta
from typing import Any

import aiohttp
import structlog
from jwt import PyJWK
from jwt.exceptions import PyJWTError

from core.errors import ProviderError
from core.ports import Clock

log = structlog.get_logger()

_GOOD_FOR = timedelta(hours=24)
_AGAIN_AFTER = timedelta(minutes=5)
"""For a key that is not among them; more often would let anybody make us ask."""
_AT_MOST = aiohttp.ClientTimeout(total=10)


class Keys:
    """Keys by their ids, fetched when they are needed and kept for a day."""

    def __init__(self, session: aiohttp.ClientSession, url: str, clock: Clock) -> None:
        self._session = session
        self._url = url
        self._clock = clock
        self._keys: dict[str, PyJWK] = {}
        self._fetched: datetime | None = None
        self._fetching = asyncio.Lock()

    async def get(self, key_id: str) -> PyJWK | None:
        """Return a key, None for an id that is not published.

        Raises ProviderError when none could be fetched yet.
        """
        async with self._fetching:
            unknown = key_id not in self._keys
            if self._older_than(_GOOD_FOR) or (unknown and self._older_than(_AGAIN_AFTER)):
                await self._fetch()
        if not self._keys:
            raise ProviderError("the keys of Azure's tokens cannot be fetched", retryable=True)
        return self._keys.get(key_id)

    def _older_than(self, age: timedelta) -> bool:
        return self._fetched is None or self._clock.now() - self._fetched >= age

    async def _fetch(self) -> None:
        try:
            metadata = await self._told(self._url)
            keys = (await self._told(str(metadata["jwks_uri"])))["keys"]
            self._keys = {
                str(key["kid"]): PyJWK(key, algorithm="RS256")
                for key in keys
                if key.get("kty") == "RSA"
            }
        except (
            aiohttp.ClientError,
            TimeoutError,
            OSError,
            KeyError,
            TypeError,
            AttributeError,
            ValueError,
            PyJWTError,
        ) as error:
            log.warning("acs_keys_not_renewed", error=type(error).__name__)
        # After a failure too: what is known serves until the next look.
        self._fetched = self._clock.now()

    async def _told(self, url: str) -> dict[str, Any]:
        async with self._session.get(url, timeout=_AT_MOST) as response:
            response.raise_for_status()
            found: dict[str, Any] = await response.json(content_type=None)
            return found
