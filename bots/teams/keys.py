"""The keys by which Teams signs its requests, as the Bot Framework publishes them.

The library's own fetch blocks the loop, and never looks again for a key that it does not know: a
key that Microsoft begins to use would be refused for a day.
"""

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

METADATA_URL = "https://login.botframework.com/v1/.well-known/openidconfiguration"
_GOOD_FOR = timedelta(hours=24)
_AGAIN_AFTER = timedelta(minutes=5)
"""For a key that is not among them; more often would let anybody make us ask."""


class UnknownKey(Exception):  # noqa: N818 - says what happened
    """No key of this id is published."""


@dataclass(frozen=True, slots=True)
class Key:
    """A key, and the channels for which it may sign. Named as the library expects it."""

    public_key: Any
    endorsements: list[str]


class Keys:
    """Keys by their ids, fetched when they are needed and kept for a day."""

    def __init__(self, session: aiohttp.ClientSession, url: str, clock: Clock) -> None:
        self._session = session
        self._url = url or METADATA_URL
        self._clock = clock
        self._keys: dict[str, Key] = {}
        self._fetched: datetime | None = None
        self._fetching = asyncio.Lock()

    async def get(self, key_id: str | None) -> Key:
        """Return a key. Raises UnknownKey, and ProviderError when none could be fetched yet."""
        async with self._fetching:
            if self._older_than(_GOOD_FOR) or (
                key_id not in self._keys and self._older_than(_AGAIN_AFTER)
            ):
                await self._fetch()
        found = self._keys.get(key_id or "")
        if found is None:
            raise UnknownKey(key_id)
        return found

    def _older_than(self, age: timedelta) -> bool:
        return self._fetched is None or self._clock.now() - self._fetched >= age

    async def _fetch(self) -> None:
        try:
            metadata = await self._get(self._url)
            keys = await self._get(str(metadata["jwks_uri"]))
            self._keys = {str(k["kid"]): _key(k) for k in keys["keys"] if k.get("kty") == "RSA"}
        except (aiohttp.ClientError, TimeoutError, OSError, KeyError, ValueError, PyJWTError) as e:
            if not self._keys:
                raise ProviderError("the keys of Teams cannot be fetched", retryable=True) from e
            log.warning("teams_keys_not_renewed", error=type(e).__name__)
        # After a failure too: what is known serves until the next look.
        self._fetched = self._clock.now()

    async def _get(self, url: str) -> dict[str, Any]:
        async with self._session.get(url) as response:
            response.raise_for_status()
            found: dict[str, Any] = await response.json(content_type=None)
            return found


def _key(told: dict[str, Any]) -> Key:
    return Key(PyJWK(told, algorithm="RS256").key, [str(e) for e in told.get("endorsements", [])])
