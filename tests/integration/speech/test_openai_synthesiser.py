"""A voice behind an OpenAI-compatible address, and how it may fail."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import aclosing, asynccontextmanager

import pytest

from adapters.models.failures import Failure
from adapters.models.openai import OpenAISettings
from adapters.speech.openai_synthesiser import OpenAISynthesiser
from core.moods import Mood
from core.speech import Synthesiser, seconds_of
from tests.fakes.openai_server import Fails, Hangs, OpenAIServer, Raw, Step
from tests.fakes.openai_speech_server import OpenAISpeechServer, Speaks
from tests.fakes.pace import FakePace
from tests.integration.openai.customers import failing
from tests.sounds import tone

LINE = "You charged me twice."
SPOKEN = Speaks(tone(0.5, rate=24_000))


@asynccontextmanager
async def voice(
    server: OpenAIServer, pace: FakePace | None = None, timeout_s: float = 12.0
) -> AsyncIterator[OpenAISynthesiser]:
    """A voice of this server, closed at the end."""
    settings = OpenAISettings(server.base_url, "voice-1", timeout_s=timeout_s)
    async with aclosing(OpenAISynthesiser(settings, (pace or FakePace()).pace)) as synthesiser:
        yield synthesiser


async def said(synthesiser: Synthesiser, mood: Mood = Mood.CALM) -> bytes:
    """All the sound of the line."""
    line = synthesiser.speak(LINE, voice="warm-low", mood=mood, language="en")
    return b"".join([piece async for piece in line])


async def test_the_line_goes_with_voice_and_manner() -> None:
    async with OpenAISpeechServer(SPOKEN) as server, voice(server) as speaks:
        assert seconds_of(await said(speaks, Mood.ANGRY)) == pytest.approx(0.5, abs=0.01)
    body = server.requests[0].body
    assert (body["model"], body["voice"], body["input"]) == ("voice-1", "marin", LINE)
    assert "You are angry" in body["instructions"]


async def test_sound_comes_while_the_rest_is_still_being_made() -> None:
    endless = Speaks(tone(1, rate=24_000), on_and_on=True)
    async with OpenAISpeechServer(endless) as server, voice(server) as speaks:
        line = speaks.speak(LINE, voice="", mood=Mood.CALM, language="en")
        assert await anext(line)
        await line.aclose()
        # Closing early closes the stream: the work at the other end stops.
        async with asyncio.timeout(30):
            await endless.gone.wait()


async def test_a_voice_that_takes_no_directions_is_given_none() -> None:
    refusal = Fails(400, "Unsupported parameter: instructions", param="instructions")
    async with OpenAISpeechServer(refusal, SPOKEN) as server, voice(server) as speaks:
        assert await said(speaks)
    assert "instructions" not in server.requests[1].body


@pytest.mark.parametrize("passing", [Fails(429), Fails(503), Speaks(b"", cut=True)])
async def test_what_may_pass_is_tried_again_while_nothing_was_heard(passing: Step) -> None:
    async with OpenAISpeechServer(passing, SPOKEN) as server, voice(server) as speaks:
        assert seconds_of(await said(speaks)) == pytest.approx(0.5, abs=0.01)


async def test_a_line_that_breaks_off_is_not_begun_again() -> None:
    cut = Speaks(tone(1, rate=24_000), cut=True)
    async with OpenAISpeechServer(cut, SPOKEN) as server, voice(server) as speaks:
        with failing(Failure.BROKEN_STREAM):
            await said(speaks)
    assert len(server.requests) == 1


@pytest.mark.parametrize(
    "answer",
    [
        Raw("<html>Welcome</html>", "text/html"),
        Raw('{"audio": "…"}'),
        Raw("", "audio/pcm"),
        Speaks(b"RIFF" + tone(0.1)),
    ],
)
async def test_an_answer_that_is_no_sound_is_not_played(answer: Step) -> None:
    async with OpenAISpeechServer(answer) as server, voice(server) as speaks:
        with failing(Failure.BAD_ANSWER):
            await said(speaks)


async def test_a_wrong_key_fails_at_once() -> None:
    async with OpenAISpeechServer(otherwise=Fails(401)) as server, voice(server) as speaks:
        with failing(Failure.WRONG_KEY):
            await said(speaks)
    assert len(server.requests) == 1


async def test_a_server_that_does_not_answer_is_given_up() -> None:
    async with (
        OpenAISpeechServer(otherwise=Hangs()) as server,
        voice(server, timeout_s=0.39) as speaks,
    ):
        await speaks.prepare()
        with failing(Failure.TIMEOUT):
            await said(speaks)
