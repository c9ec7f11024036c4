"""The tokens by which we show Bot Framework who we are, from Entra or from a managed identity.

The library asks as the bot goes on to ask: through the same proxy, and trusting the same
certificates (HTTPS_PROXY, REQUESTS_CA_BUNDLE).
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Mapping
from typing import Any

import msal
import requests
from msal.exceptions import MsalError

from bots.teams.settings import Identity, TeamsSettings
from core.errors import ProviderError

RESOURCE = "https://api.botframework.com"
LOGIN_URL = "https://login.microsoftonline.com"
_CODE = re.compile(r"AADSTS(\d+)")
# A managed identity's endpoint tells this in words only, other words on other kinds of machines.
_NO_IDENTITY = re.compile(r"identity not found|no .*identity found", re.IGNORECASE)
NO_IDENTITY = "no_identity"
"""The code of a refusal by a machine that does not have the managed identity."""


class TokenRefused(ProviderError):  # noqa: N818 - says what happened
    """Who was asked for a token gives none.

    `code` is the number of an AADSTS error, NO_IDENTITY, or "" where none was told. It is
    retryable: people mend it, and what waits goes out then.
    """

    def __init__(self, code: str) -> None:
        super().__init__(f"no token is given: {code or 'without a code'}", retryable=True)
        self.code = code


class Tokens:
    """Tokens of the bot, each kept by the library until it has nearly expired."""

    def __init__(self, settings: TeamsSettings, call_s: float = 10.0) -> None:
        """`call_s` is how long each of the library's requests may take, in seconds."""
        self._settings = settings
        self._session = _Session(call_s)
        self._app: Any = None
        self._asking = asyncio.Lock()

    async def get(self) -> str:
        """Return a token that is good now, "" for the playground, which asks for none.

        Raises TokenRefused with what was answered, and ProviderError when there was no answer.
        """
        if self._settings.playground:
            return ""
        async with self._asking:
            try:
                answer: Mapping[str, Any] = await asyncio.to_thread(self._ask)
            # The requests' own errors are OSErrors. Any other is of an answer that cannot be read.
            except (OSError, ValueError, KeyError, RuntimeError, MsalError) as error:
                if code := _code_behind(error):
                    raise TokenRefused(code) from None
                raise ProviderError("no token could be asked for", retryable=True) from error
        if token := answer.get("access_token"):
            return str(token)
        raise TokenRefused(_code(answer))

    async def close(self) -> None:
        """Close the connections."""
        await asyncio.to_thread(self._session.close)

    def _ask(self) -> Mapping[str, Any]:
        if self._app is None:
            self._app = self._managed() if self._is_managed else self._registered()
        if self._is_managed:
            return dict(self._app.acquire_token_for_client(resource=RESOURCE))
        return dict(self._app.acquire_token_for_client([f"{RESOURCE}/.default"]))

    @property
    def _is_managed(self) -> bool:
        return self._settings.identity is Identity.MANAGED

    def _managed(self) -> object:
        identity = msal.UserAssignedManagedIdentity(client_id=self._settings.app_id)
        return msal.ManagedIdentityClient(identity, http_client=self._session)

    def _registered(self) -> object:
        """The library looks up the tenant here, so this is a request too."""
        given = self._settings
        return msal.ConfidentialClientApplication(
            given.app_id,
            client_credential=given.app_secret,
            authority=f"{given.login_url or LOGIN_URL}/{given.token_tenant}",
            # Whether an address is Microsoft's is asked of Microsoft: not for one that was given.
            instance_discovery=False if given.login_url else None,
            http_client=self._session,
        )


class _Session(requests.Session):
    """Waits for no answer longer than it may; the library would wait for ever."""

    def __init__(self, call_s: float) -> None:
        super().__init__()
        self._call_s = call_s

    def request(self, *args: Any, **kwargs: Any) -> requests.Response:  # noqa: ANN401 - as it is
        return super().request(*args, **{"timeout": self._call_s, **kwargs})


def _code(answer: Mapping[str, Any]) -> str:
    told = str(answer.get("error_description", ""))
    if found := _CODE.search(told):
        return found[1]
    return NO_IDENTITY if _NO_IDENTITY.search(told) else ""


def _code_behind(error: BaseException) -> str:
    """The library says that it does not know the tenant, and behind it what Entra answered."""
    behind: BaseException | None = error
    while behind is not None:
        if found := _CODE.search(str(behind)):
            return found[1]
        behind = behind.__cause__ or behind.__context__
    return ""
