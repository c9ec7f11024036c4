"""What an administrator may give wrong for speech, and what they are told."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from adapters.speech.openai_synthesiser import OpenAISynthesiser
from adapters.speech.openai_transcriber import OpenAITranscriber
from adapters.speech.realtime import RealtimeSpeech
from app.config import Settings, read_settings
from app.openai_speech import openai_speech, speech_address
from core.errors import PracticeError
from core.moods import Mood
from core.speech import Speech
from tests.fakes.openai_realtime_server import RealtimeServer
from tests.fakes.openai_server import Fails, Hangs, Lists, Raw, Reply
from tests.fakes.openai_speech_server import Hears, OpenAISpeechServer, Speaks
from tests.fakes.world import FakeClock
from tests.sounds import tone

SLOW = Hangs()
MODELS = ["gpt-4o-mini-transcribe", "gpt-4o-mini-tts", "gpt-realtime-2.1-mini"]


class Quiet:
    """Senses for turns that are never asked here."""

    window_ms = 32

    def feed(self, audio: bytes) -> list[float]:
        return []

    async def probability(self, audio: bytes) -> float:
        return 0.0


@pytest.fixture(autouse=True)
def give(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> pytest.MonkeyPatch:
    """The environment, in a folder that has no .env of its own."""
    monkeypatch.chdir(tmp_path)
    return monkeypatch


@asynccontextmanager
async def built(settings: Settings) -> AsyncIterator[Speech]:
    """The speech of these settings, closed at the end."""
    speech, close = await openai_speech(settings, Quiet, Quiet(), FakeClock())
    try:
        yield speech
    finally:
        await close()


async def told(settings: Settings) -> str:
    """What the administrator is told when it is built."""
    with pytest.raises(PracticeError) as caught:
        async with built(settings):
            pass
    assert caught.value.mend
    return str(caught.value)


def complaint(**given: object) -> str:
    with pytest.raises(PracticeError) as caught:
        read_settings(**given)
    return str(caught.value)


def test_speech_is_on_this_machine_unless_said_otherwise() -> None:
    settings = read_settings()
    assert settings.speech == "embedded"
    assert settings.call_link_minutes == 15


@pytest.mark.parametrize("name", ["SPEECH", "SPEECH_BASE_URL", "CALL_LINK_MINUTES", "SPEAK_MODEL"])
def test_the_names_of_the_variables(give: pytest.MonkeyPatch, name: str) -> None:
    give.setenv(f"SCRIMMAGE_{name}X", "1")
    assert f"Did you mean SCRIMMAGE_{name}?" in complaint()


@pytest.mark.parametrize(
    ("setting", "value"),
    [
        ("speech", "whisper"),
        ("speech_base_url", "api.openai.com/v1"),
        ("speech_base_url", "wss://api.openai.com/v1"),
        ("speech_base_url", "https://"),
        ("speech_timeout_s", 0),
        ("call_link_minutes", 0),
        ("transcribe_model", ""),
    ],
)
def test_a_wrong_setting_is_named(setting: str, value: object) -> None:
    assert f"SCRIMMAGE_{setting.upper()} is {value!r}" in complaint(**{setting: value})


@pytest.mark.parametrize("speech", ["embedded", "off"])
def test_an_address_that_nobody_asks(speech: str) -> None:
    said = complaint(speech=speech, speech_base_url="https://speech.example.com/v1")
    assert f"SCRIMMAGE_SPEECH is {speech}, which asks no address: make it openai" in said


def test_a_key_is_never_shown() -> None:
    said = complaint(speech="off", speech_api_key="k-hush")
    assert "SCRIMMAGE_SPEECH" in said
    assert "k-hush" not in said


def test_the_models_address_and_key_serve_speech_too() -> None:
    at = speech_address(read_settings(speech="openai", openai_api_key="k-1"))
    assert (at.base_url, at.api_key) == ("https://api.openai.com/v1", "k-1")


def test_the_models_key_goes_to_no_other_address() -> None:
    given = {"speech": "openai", "openai_api_key": "k-1"}
    at = speech_address(read_settings(**given, speech_base_url="https://speech.example.com/v1"))
    assert at.api_key == ""
    own = speech_address(read_settings(**given, speech_api_key="k-2"))
    assert own.api_key == "k-2"


async def test_no_key_for_an_address_out_in_the_world() -> None:
    said = await told(read_settings(speech="openai"))
    assert "no key for speech at api.openai.com" in said
    assert "SCRIMMAGE_OPENAI_API_KEY or SCRIMMAGE_SPEECH_API_KEY" in said
    elsewhere = read_settings(
        speech="openai", openai_api_key="k", speech_base_url="https://speech.example.com/v1"
    )
    assert (await told(elsewhere)).endswith("Set SCRIMMAGE_SPEECH_API_KEY.")


async def test_ears_and_a_voice_over_http() -> None:
    script = (Hears("Hello."), Speaks(tone(0.2, rate=24_000)))
    async with OpenAISpeechServer(*script, models=Lists(MODELS)) as server:
        settings = read_settings(speech="openai", openai_base_url=server.base_url)
        async with built(settings) as speech:
            assert isinstance(speech.transcriber, OpenAITranscriber)
            assert isinstance(speech.synthesiser, OpenAISynthesiser)
            assert (await speech.transcriber.transcribe(tone(1))).text == "Hello."
            line = speech.synthesiser.speak("Hello.", voice="", mood=Mood.CALM, language="en")
            assert [piece async for piece in line]
    assert [request.body["model"] for request in server.requests] == MODELS[:2]


async def test_ears_and_a_voice_in_a_session() -> None:
    async with RealtimeServer(models=Lists(MODELS)) as server:
        settings = read_settings(speech="realtime", speech_base_url=server.base_url)
        async with built(settings) as speech:
            assert isinstance(speech.transcriber, RealtimeSpeech)
            assert (await speech.transcriber.transcribe(tone(1))).text == "Hello."
    assert server.connections[0]["model"] == "gpt-realtime-2.1-mini"


@pytest.mark.parametrize(
    ("models", "words"),
    [
        (Fails(401), "does not accept the key for speech. Check SCRIMMAGE_"),
        (Lists(["tts-9"]), "does not serve the model gpt-4o-mini-tts. Check SCRIMMAGE_SPEAK_MODEL"),
        (SLOW, "did not answer in time for speech. Check SCRIMMAGE_SPEECH_BASE_URL"),
    ],
)
async def test_an_address_that_will_not_do(models: Reply, words: str) -> None:
    async with OpenAISpeechServer(models=models) as server:
        patience = 0.2 if models is SLOW else 8.0
        given = {"speech": "openai", "speech_base_url": server.base_url}
        assert words in await told(read_settings(**given, speech_timeout_s=patience))


@pytest.mark.parametrize("models", [Fails(404), Raw("[]"), Lists([])])
async def test_a_server_without_a_list_is_believed(models: Reply) -> None:
    async with (
        OpenAISpeechServer(models=models) as server,
        built(read_settings(speech="openai", speech_base_url=server.base_url)) as speech,
    ):
        assert isinstance(speech.transcriber, OpenAITranscriber)
