"""Where the Realtime API is, and with what it hears."""

from __future__ import annotations

from dataclasses import dataclass

from adapters.models.openai.settings import OpenAISettings

_SCHEMES = {"http": "ws", "https": "wss"}


@dataclass(frozen=True, slots=True)
class RealtimeSettings:
    """`at.model` speaks, `transcribe_model` hears; `at.timeout_s` is for one sentence."""

    at: OpenAISettings
    transcribe_model: str

    @property
    def url(self) -> str:
        """The WebSocket's address, without the model."""
        scheme, rest = self.at.base_url.rstrip("/").split(":", 1)
        return f"{_SCHEMES.get(scheme, scheme)}:{rest}/realtime"
