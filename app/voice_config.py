"""The settings of calls by voice, and what is mistaken in each of them."""

from __future__ import annotations

from typing import Literal
from urllib.parse import urlsplit

from pydantic import BaseModel, Field, SecretStr, field_validator

VOICE_SECRETS = frozenset({"speech_api_key"})


class VoiceVariables(BaseModel):
    """The variables of calls by voice: what hears and speaks, and where it is."""

    speech: Literal["embedded", "openai", "realtime", "off"] = Field(
        default="embedded",
        description="What hears and speaks; `off`: no calls by voice.",
    )
    speech_base_url: str = Field(
        default="", description="An OpenAI-compatible address for speech; empty: the model's."
    )
    speech_api_key: SecretStr = Field(
        default=SecretStr(""), description="Its key; empty, without an address of its own: the same"
    )
    speech_timeout_s: float = Field(
        default=8.0, gt=0, le=60, description="Seconds that a sentence may be waited for."
    )
    transcribe_model: str = Field(
        default="gpt-4o-mini-transcribe", min_length=1, description="What hears."
    )
    speak_model: str = Field(default="gpt-4o-mini-tts", min_length=1, description="What speaks.")
    realtime_model: str = Field(
        default="gpt-realtime-2.1-mini", min_length=1, description="What speaks in a session."
    )
    call_link_minutes: int = Field(
        default=15, ge=1, le=1_440, description="How long the link to a call is good."
    )

    @field_validator("speech_base_url")
    @classmethod
    def _is_an_address_of_speech(cls, value: str) -> str:
        parts = urlsplit(value)
        if value and (parts.scheme not in {"http", "https"} or not parts.hostname):
            raise ValueError("write the whole address, such as https://api.openai.com/v1")
        return value.rstrip("/")


def missing_voice_partners(given: VoiceVariables) -> list[str]:
    """Return a sentence for each setting of speech that does not go with another one."""
    own = given.speech_base_url or given.speech_api_key.get_secret_value()
    if own and given.speech not in {"openai", "realtime"}:
        message = (
            f"SCRIMMAGE_SPEECH is {given.speech}, which asks no address: make it openai or "
            "realtime, or leave SCRIMMAGE_SPEECH_BASE_URL and SCRIMMAGE_SPEECH_API_KEY away"
        )
        return [message]
    return []
