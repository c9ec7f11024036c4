"""Azure's Call Automation, by its own SDK: all that is used of it, and the only place that is.

The SDK is an extra, and loaded only where calls in Teams are set up.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import format_datetime
from typing import TYPE_CHECKING

from core.errors import PracticeError, ProviderError
from voice_bridge.teams_call.settings import AcsSettings

if TYPE_CHECKING:
    from azure.communication.callautomation import MediaStreamingOptions
    from azure.communication.callautomation.aio import CallAutomationClient

_UP = frozenset({"connecting", "connected", "transferring", "transferaccepted"})
"""States of a call that is under way, in Azure's words."""
_TRY_AGAIN = frozenset({408, 409, 412, 429, 500, 502, 503, 504})


class AzureAnswers(ProviderError):  # noqa: N818 - what happened, as a sentence
    """Azure does not do what it was asked, and answers with this status of HTTP."""

    def __init__(self, status: int) -> None:
        super().__init__(
            f"Azure Communication Services answers {status}", retryable=status in _TRY_AGAIN
        )
        self.status = status


@dataclass(frozen=True, slots=True)
class NewCall:
    """A call to be placed. `request_id` and `first_sent` stay the same when it is asked again."""

    user: str
    events_url: str
    media_url: str
    context: str
    request_id: str
    first_sent: datetime


class Automation:
    """Asks Azure. `call_s`: seconds that a request may take, repeats included."""

    def __init__(self, client: CallAutomationClient, call_s: float) -> None:
        self._client = client
        self._call_s = call_s

    async def place(self, call: NewCall) -> str:
        """Ring a Teams user by their Entra object id. Returns Azure's id of the call.

        Raises ProviderError. Asked twice with one request id, Azure places one call.
        """
        from azure.communication.callautomation import (  # noqa: PLC0415 - an extra
            MicrosoftTeamsUserIdentifier,
        )

        async with self._asking():
            found = await self._client.create_call(
                MicrosoftTeamsUserIdentifier(call.user),
                call.events_url,
                operation_context=call.context,
                media_streaming=_streaming(call.media_url),
                headers=_once(call.request_id, call.first_sent),
            )
        if not found.call_connection_id:
            raise ProviderError("Azure took the call and gave it no id", retryable=False)
        return found.call_connection_id

    async def is_up(self, connection: str) -> bool:
        """Whether Azure still holds this call, ringing or answered. Raises ProviderError."""
        from azure.core.exceptions import ResourceNotFoundError  # noqa: PLC0415 - an extra

        async with self._asking():
            try:
                call = self._client.get_call_connection(connection)
                found = await call.get_call_properties()
            except ResourceNotFoundError:
                return False
        return str(found.call_connection_state or "").lower() in _UP

    async def hang_up(self, connection: str) -> None:
        """End the call for everybody; one that has ended is no error. Raises ProviderError."""
        from azure.core.exceptions import ResourceNotFoundError  # noqa: PLC0415 - an extra

        headers = _once("", datetime.now(UTC))
        async with self._asking():
            try:
                call = self._client.get_call_connection(connection)
                await call.hang_up(is_for_everyone=True, headers=headers)
            except ResourceNotFoundError:
                return

    @asynccontextmanager
    async def _asking(self) -> AsyncIterator[None]:
        """Turn what goes wrong into a ProviderError, without Azure's words: they hold addresses."""
        from azure.core.exceptions import AzureError, HttpResponseError  # noqa: PLC0415 - an extra

        try:
            async with asyncio.timeout(self._call_s):
                yield
        except HttpResponseError as error:
            raise AzureAnswers(error.status_code or 0) from None
        except (AzureError, TimeoutError, OSError) as error:
            raise ProviderError(
                f"Azure Communication Services cannot be reached: {type(error).__name__}",
                retryable=True,
            ) from None


@asynccontextmanager
async def open_automation(
    settings: AcsSettings, call_s: float = 15.0, pause_s: float = 0.8
) -> AsyncIterator[Automation]:
    """Open a client of Azure for as long as the block runs. Raises PracticeError without the extra.

    `pause_s` is how long it waits before it asks again what failed, twice at most.
    """
    try:
        from azure.communication.callautomation.aio import (  # noqa: PLC0415 - an extra
            CallAutomationClient,
        )
        from azure.core.credentials import AzureKeyCredential  # noqa: PLC0415 - as above
    except ImportError as error:
        raise PracticeError(
            "Calls in Teams need Azure's SDK, which is not installed.",
            "Install scrimmage with its extra: pip install 'scrimmage[acs]'.",
        ) from error
    client = CallAutomationClient(
        settings.endpoint,
        AzureKeyCredential(settings.key),
        retry_total=2,
        retry_backoff_factor=pause_s,
    )
    async with client:
        yield Automation(client, call_s)


def _streaming(url: str) -> MediaStreamingOptions:
    from azure.communication.callautomation import (  # noqa: PLC0415 - an extra
        AudioFormat,
        MediaStreamingAudioChannelType,
        MediaStreamingContentType,
        MediaStreamingOptions,
        StreamingTransportType,
    )

    return MediaStreamingOptions(
        transport_url=url,
        transport_type=StreamingTransportType.WEBSOCKET,
        content_type=MediaStreamingContentType.AUDIO,
        audio_channel_type=MediaStreamingAudioChannelType.MIXED,
        start_media_streaming=True,
        enable_bidirectional=True,
        audio_format=AudioFormat.PCM16_K_MONO,
        enable_dtmf_tones=False,
    )


def _once(request_id: str, first_sent: datetime) -> dict[str, str]:
    """Return the headers by which Azure knows a repeated request; "" for an id of the SDK's."""
    at = {"Repeatability-First-Sent": format_datetime(first_sent.astimezone(UTC), usegmt=True)}
    return {"Repeatability-Request-ID": request_id, **at} if request_id else at
