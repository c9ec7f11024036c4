"""Ears behind an OpenAI-compatible address, and how they may fail."""

from __future__ import annotations

import io
import math
import socket
import wave
from collections.abc import AsyncIterator
from contextlib import aclosing, asynccontextmanager

import pytest

from adapters.models.failures import SENTENCES, Failure, ModelError
from adapters.models.openai import OpenAISettings
from adapters.speech.openai_transcriber import OpenAITranscriber
from core.speech import Heard
from tests.fakes.openai_server import Cuts, Fails, Hangs, OpenAIServer, Raw, Step
from tests.fakes.openai_speech_server import Hears, OpenAISpeechServer
from tests.fakes.pace import FakePace
from tests.integration.openai.customers import failing
from tests.sounds import silence, tone

SOUND = tone(1)


@asynccontextmanager
async def ears(
    server: OpenAIServer, pace: FakePace | None = None, timeout_s: float = 12.0, key: str = ""
) -> AsyncIterator[OpenAITranscriber]:
    """Ears of this server, closed at the end."""
    settings = OpenAISettings(server.base_url, "ears-1", key, timeout_s=timeout_s)
    async with aclosing(OpenAITranscriber(settings, (pace or FakePace()).pace)) as transcriber:
        yield transcriber


async def test_the_sound_goes_as_a_wav_file_with_language_and_hint() -> None:
    async with OpenAISpeechServer(Hears("Hello.")) as server, ears(server, key="k-1") as hears:
        assert await hears.transcribe(SOUND, language="en-GB", hint="Pat") == Heard("Hello.")
    request = server.requests[0]
    with wave.open(io.BytesIO(request.body["file"])) as file:
        assert file.readframes(file.getnframes()) == SOUND
    assert request.body["model"] == "ears-1"
    assert request.body["language"] == "en"
    assert request.body["prompt"] == "Pat"
    assert request.headers["Authorization"] == "Bearer k-1"


async def test_without_a_hint_no_prompt_is_sent() -> None:
    async with OpenAISpeechServer(Hears("Hello.")) as server, ears(server) as hears:
        await hears.transcribe(SOUND)
    assert "prompt" not in server.requests[0].body


async def test_silence_is_not_even_sent() -> None:
    async with OpenAISpeechServer() as server, ears(server) as hears:
        assert (await hears.transcribe(silence(3))).text == ""
    assert not server.requests


@pytest.mark.parametrize("text", [" ", "[noise]", "Thanks for watching!", "Pat Sample, Harbour"])
async def test_what_was_invented_is_not_heard(text: str) -> None:
    async with OpenAISpeechServer(Hears(text)) as server, ears(server) as hears:
        assert (await hears.transcribe(SOUND, hint="Pat Sample, Harbour")).text == ""


async def test_how_sure_it_is_comes_from_the_tokens() -> None:
    async with OpenAISpeechServer(Hears("Hello.", [0.0, -1.0])) as server, ears(server) as hears:
        heard = await hears.transcribe(SOUND)
    assert heard.sure == pytest.approx(math.exp(-0.5))


@pytest.mark.parametrize("parameter", ["include", "prompt", "language", "temperature"])
async def test_what_a_server_does_not_take_is_left_away_from_then_on(parameter: str) -> None:
    refusal = Fails(400, f"Unsupported parameter: {parameter}", param=parameter)
    script = (refusal, Hears("Hello."), Hears("Again."))
    async with OpenAISpeechServer(*script) as server, ears(server) as hears:
        assert (await hears.transcribe(SOUND, hint="Pat")).text == "Hello."
        assert (await hears.transcribe(SOUND, hint="Pat")).text == "Again."
    assert len(server.requests) == 3
    assert all(not name.startswith(parameter) for name in server.requests[2].body)


async def test_a_server_that_answers_with_bare_text_is_understood() -> None:
    async with OpenAISpeechServer(Raw("Hello.\n", "text/plain")) as server, ears(server) as hears:
        assert (await hears.transcribe(SOUND)).text == "Hello."


@pytest.mark.parametrize("passing", [Fails(429, retry_after="0"), Fails(500), Cuts()])
async def test_what_may_pass_is_tried_again(passing: Step) -> None:
    async with OpenAISpeechServer(passing, Hears("Hello.")) as server, ears(server) as hears:
        assert (await hears.transcribe(SOUND)).text == "Hello."


@pytest.mark.parametrize(
    ("status", "kind"),
    [(400, Failure.BAD_REQUEST), (401, Failure.WRONG_KEY), (404, Failure.UNKNOWN_MODEL)],
)
async def test_what_will_not_pass_fails_at_once(status: int, kind: Failure) -> None:
    async with OpenAISpeechServer(otherwise=Fails(status)) as server, ears(server) as hears:
        with failing(kind):
            await hears.transcribe(SOUND)
    assert len(server.requests) == 1


async def test_a_server_that_does_not_answer_is_given_up() -> None:
    async with (
        OpenAISpeechServer(otherwise=Hangs()) as server,
        ears(server, timeout_s=0.39) as hears,
    ):
        # The library is slow to import, and its client to make: not within these ears' time.
        await hears.prepare()
        with failing(Failure.TIMEOUT):
            await hears.transcribe(SOUND)


async def test_nobody_at_the_address() -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        settings = OpenAISettings(f"http://127.0.0.1:{unused.getsockname()[1]}/v1", "m")
        async with aclosing(OpenAITranscriber(settings, FakePace().pace)) as hears:
            with failing(Failure.UNREACHABLE):
                await hears.transcribe(SOUND)


async def test_no_word_is_in_the_error() -> None:
    reply = Fails(400, "your prompt 'Rosebud' is not allowed")
    async with OpenAISpeechServer(otherwise=reply) as server, ears(server) as hears:
        with pytest.raises(ModelError) as caught:
            await hears.transcribe(SOUND, hint="Rosebud")
    assert str(caught.value) == SENTENCES[Failure.BAD_REQUEST]
    assert caught.value.__context__ is None
