"""Ears and a voice behind an OpenAI-compatible address, as the settings name them."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import replace

from adapters.models.openai.settings import OpenAISettings
from adapters.models.openai.tries import Pace
from adapters.speech.openai_probe import KEY, check_speech
from adapters.speech.openai_synthesiser import OpenAISynthesiser
from adapters.speech.openai_transcriber import OpenAITranscriber
from adapters.speech.realtime import RealtimeSettings, RealtimeSpeech
from app.config import Settings
from core.ports import Clock
from core.speech import EndOfTurn, Speech, VoiceActivity

Close = Callable[[], Awaitable[None]]
_MODELS_KEY = "SCRIMMAGE_OPENAI_API_KEY"


async def openai_speech(
    settings: Settings, activity: Callable[[], VoiceActivity], end_of_turn: EndOfTurn, clock: Clock
) -> tuple[Speech, Close]:
    """Return the speech for `openai` or `realtime`, its address tried once, and what closes it.

    The sense for turns stays on this machine. Raises PracticeError that says what is wrong.
    """
    at, pace = speech_address(settings), Pace(clock)
    realtime = settings.speech == "realtime"
    speaks = "realtime_model" if realtime else "speak_model"
    wanted = {name: getattr(settings, name) for name in (speaks, "transcribe_model")}
    models = {f"SCRIMMAGE_{name.upper()}": model for name, model in wanted.items()}
    await check_speech(at, models, KEY if own_key(settings) else f"{_MODELS_KEY} or {KEY}")
    if realtime:
        both = RealtimeSpeech(
            RealtimeSettings(replace(at, model=settings.realtime_model), settings.transcribe_model),
            pace,
        )
        return Speech(both, both, activity, end_of_turn), both.aclose
    ears = OpenAITranscriber(replace(at, model=settings.transcribe_model), pace)
    voice = OpenAISynthesiser(replace(at, model=settings.speak_model), pace)

    async def close() -> None:
        await ears.aclose()
        await voice.aclose()

    return Speech(ears, voice, activity, end_of_turn), close


def speech_address(settings: Settings) -> OpenAISettings:
    """Return where speech is, without a model: its own address, or the model's with its key.

    The model's key goes to no other address than its own.
    """
    given = settings.speech_api_key if own_key(settings) else settings.openai_api_key
    return OpenAISettings(
        base_url=settings.speech_base_url or settings.openai_base_url,
        model="",
        api_key=given.get_secret_value(),
        timeout_s=settings.speech_timeout_s,
    )


def own_key(settings: Settings) -> bool:
    """Whether speech has a key of its own, or an address to which the model's is not sent."""
    elsewhere = settings.speech_base_url not in {"", settings.openai_base_url.rstrip("/")}
    return elsewhere or bool(settings.speech_api_key.get_secret_value())
