"""Sessions that are shared by calls, one at a time."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import aclosing, asynccontextmanager

from adapters.models.failures import Failure
from adapters.models.openai import OpenAISettings
from adapters.speech.realtime import RealtimeSettings, RealtimeSpeech
from core.moods import Mood
from tests.fakes.openai_realtime_script import Line, Refuses
from tests.fakes.openai_realtime_server import RealtimeServer
from tests.fakes.pace import FakePace
from tests.integration.openai.customers import failing
from tests.sounds import tone


@asynccontextmanager
async def pool_of(server: RealtimeServer, pace: FakePace) -> AsyncIterator[RealtimeSpeech]:
    settings = RealtimeSettings(OpenAISettings(server.base_url, "m"), "gpt-4o-transcribe")
    async with aclosing(RealtimeSpeech(settings, pace.pace)) as pool:
        yield pool


async def said(pool: RealtimeSpeech, voice: str) -> bytes:
    """All the sound of a line in this voice."""
    line = pool.speak("Good morning.", voice=voice, mood=Mood.CALM, language="en")
    return b"".join([piece async for piece in line])


async def test_each_voice_has_its_session_and_keeps_it() -> None:
    async with RealtimeServer() as server, pool_of(server, FakePace()) as pool:
        for voice in ("warm-low", "soft-high", "warm-low", "soft-high"):
            assert await said(pool, voice)
            await pool.transcribe(tone(1))
        await server.has_open(3)
    assert len(server.connections) == 3
    updates = server.sent("session.update")
    voices = [update["session"]["audio"].get("output", {}).get("voice") for update in updates]
    assert {"marin", "shimmer"} <= set(voices)


async def test_two_calls_with_one_voice_have_two_sessions() -> None:
    standing = Line(until=6, stands=True)
    async with RealtimeServer(standing) as server, pool_of(server, FakePace()) as pool:
        line = pool.speak("Good morning.", voice="", mood=Mood.CALM, language="en")
        assert await anext(line)
        assert await said(pool, "")
        await line.aclose()
    assert len(server.connections) == 2


async def test_a_session_is_replaced_before_it_expires() -> None:
    pace = FakePace()
    async with RealtimeServer() as server, pool_of(server, pace) as pool:
        await said(pool, "warm-low")
        pace.clock.passes(49 * 60)
        await said(pool, "warm-low")
        assert len(server.connections) == 1
        pace.clock.passes(2 * 60)
        await said(pool, "warm-low")
        assert len(server.connections) == 2
        await server.has_open(1)


async def test_a_session_that_failed_is_not_used_again() -> None:
    refusal = Refuses("invalid_value")
    async with RealtimeServer(refusal) as server, pool_of(server, FakePace()) as pool:
        with failing(Failure.BAD_REQUEST):
            await said(pool, "warm-low")
        assert await said(pool, "warm-low")
    assert len(server.connections) == 2


async def test_closing_leaves_nothing_open() -> None:
    async with RealtimeServer() as server:
        async with pool_of(server, FakePace()) as pool:
            await said(pool, "warm-low")
        await server.has_open(0)
