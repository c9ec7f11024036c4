"""The keys by which a platform signs what it sends us, as its OpenID configuration tells them."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class SigningKey:
    """A key, and for what it may sign where its platform says so. Named as a library expects it."""

    public_key: Any
    endorsements: list[str]


class SigningKeys:
    """Keys by their ids, fetched when they are needed and kept for a day."""

    def __init__(
        self, session: aiohttp.ClientSession, url: str, clock: Clock, platform: str
    ) -> None:
        """`url` is that of the configuration; `platform` names whose keys they are, in words."""
        self._session = session
        self._url = url
        self._clock = clock
        self._platform = platform
        self._keys: dict[str, SigningKey] = {}
        self._fetched: datetime | None = None
        self._fetching = asyncio.Lock()

    async def get(self, key_id: str) -> SigningKey | None:
        """Return a key, None for an id that is not published.

        Raises ProviderError when none could be fetched yet.
        """
        async with self._fetching:
            unknown = key_id not in self._keys
            if self._older_than(_GOOD_FOR) or (unknown and self._older_than(_AGAIN_AFTER)):
                await self._fetch()
        return self._keys.get(key_id)

    def _older_than(self, age: timedelta) -> bool:
        return self._fetched is None or self._clock.now() - self._fetched >= age

    async def _fetch(self) -> None:
        try:
            metadata = await self._told(self._url)
            keys = (await self._told(str(metadata["jwks_uri"])))["keys"]
            self._keys = _named(keys)
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
            if not self._keys:
                told = f"the keys of {self._platform} cannot be fetched"
                raise ProviderError(told, retryable=True) from error
            log.warning("keys_not_renewed", platform=self._platform, error=type(error).__name__)
        # After a failure too: what is known serves until the next look.
        self._fetched = self._clock.now()

    async def _told(self, url: str) -> dict[str, Any]:
        async with self._session.get(url, timeout=_AT_MOST) as response:
            response.raise_for_status()
            found: dict[str, Any] = await response.json(content_type=None)
            return found


def _named(keys: list[dict[str, Any]]) -> dict[str, SigningKey]:
    """Return the keys by their ids. Raises ValueError where there is none, and others."""
    found = {str(key["kid"]): _key(key) for key in keys if key.get("kty") == "RSA"}
    if not found:
        raise ValueError("there is no key")
    return found


def _key(told: dict[str, Any]) -> SigningKey:
    key = PyJWK(told, algorithm="RS256").key
    return SigningKey(key, [str(each) for each in told.get("endorsements") or ()])
