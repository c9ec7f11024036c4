"""The Realtime API, with the practice in charge of what is said and when."""

from __future__ import annotations

import asyncio
import base64
import math
import socket
from collections.abc import AsyncIterator
from contextlib import aclosing, asynccontextmanager

import pytest

from adapters.models.failures import Failure, ModelError
from adapters.models.openai import OpenAISettings
from adapters.speech.realtime import RealtimeSession, RealtimeSettings
from core.moods import Mood
from core.speech import seconds_of
from tests.fakes.openai_realtime_script import Line, Refuses, Step
from tests.fakes.openai_realtime_server import RealtimeServer
from tests.fakes.pace import FakePace
from tests.integration.openai.customers import failing
from tests.sounds import pitch, silence, tone

LINE = "You charged me $42.99 twice, and I want it back."
SOUND = tone(1)


def settings_of(
    url: str, timeout_s: float = 12.0, hearing: str = "gpt-4o-mini-transcribe"
) -> RealtimeSettings:
    at = OpenAISettings(url, "gpt-realtime-2.1-mini", "k-1", timeout_s=timeout_s)
    return RealtimeSettings(at, hearing)


@asynccontextmanager
async def session_of(
    server: RealtimeServer, *, timeout_s: float = 12.0, hearing: str = "gpt-4o-mini-transcribe"
) -> AsyncIterator[RealtimeSession]:
    """A session with this server, closed at the end; nothing may have been refused."""
    settings = settings_of(server.base_url, timeout_s, hearing)
    async with aclosing(RealtimeSession(settings, FakePace().pace, "warm-low")) as session:
        yield session
    assert server.refusals == []


async def said(session: RealtimeSession, text: str = LINE, mood: Mood = Mood.CALM) -> bytes:
    """All the sound of the line."""
    return b"".join([piece async for piece in session.speak(text, mood=mood)])


async def test_the_session_answers_nobody_by_itself() -> None:
    async with RealtimeServer() as server, session_of(server) as session:
        await session.transcribe(SOUND)
        await session.transcribe(SOUND)
    update = server.sent("session.update")[0]["session"]
    assert update["audio"]["input"]["turn_detection"] is None
    assert update["tool_choice"] == "none"
    assert update["audio"]["output"]["voice"] == "marin"
    assert not server.sent("response.create")
    assert server.connections[0]["Authorization"] == "Bearer k-1"
    assert server.connections[0]["model"] == "gpt-realtime-2.1-mini"


async def test_what_was_heard_comes_back_and_is_forgotten_there() -> None:
    async with RealtimeServer(hears=["I see.", "Bye."]) as server, session_of(server) as session:
        heard = await session.transcribe(SOUND, language="en-GB", hint="Pat")
        assert heard.text == "I see."
        assert heard.sure == pytest.approx(math.exp(-0.5))
        assert (await session.transcribe(SOUND, language="en", hint="Pat")).text == "Bye."
    assert len(server.sent("conversation.item.delete")) == 2
    assert len(server.sent("session.update")) == 1
    known = server.sent("session.update")[0]["session"]["audio"]["input"]["transcription"]
    assert (known["language"], known["prompt"]) == ("en", "Pat")


async def test_the_sound_goes_at_the_rate_that_is_wanted_there() -> None:
    async with RealtimeServer() as server, session_of(server) as session:
        await session.transcribe(tone(2.5))
    pieces = [base64.b64decode(e["audio"]) for e in server.sent("input_audio_buffer.append")]
    assert len(b"".join(pieces)) == pytest.approx(2.5 * 48_000, abs=100)
    assert pitch(b"".join(pieces), rate=24_000) == pytest.approx(220, abs=3)


async def test_a_new_hint_changes_the_session_also_after_it_has_spoken() -> None:
    async with RealtimeServer() as server, session_of(server) as session:
        await said(session)
        await session.transcribe(SOUND, hint="Pat Sample")
        await session.transcribe(SOUND, hint="Harbour Desk")
    assert len(server.sent("session.update")) == 3


@pytest.mark.parametrize("hearing", ["gpt-transcribe", "gpt-realtime-whisper", "whisper-1"])
async def test_other_ears_are_told_what_they_take(hearing: str) -> None:
    async with RealtimeServer() as server, session_of(server, hearing=hearing) as session:
        assert (await session.transcribe(SOUND, hint="Pat")).sure == 1.0


@pytest.mark.parametrize("sound", [silence(2), b"", tone(0.05)])
async def test_silence_opens_no_session(sound: bytes) -> None:
    async with RealtimeServer() as server, session_of(server) as session:
        assert (await session.transcribe(sound)).text == ""
    assert not server.connections


async def test_a_line_is_spoken_word_for_word_and_out_of_band() -> None:
    async with RealtimeServer() as server, session_of(server) as session:
        assert seconds_of(await said(session, mood=Mood.ANGRY)) == pytest.approx(0.6, abs=0.01)
    asked = server.sent("response.create")[0]["response"]
    assert asked["conversation"] == "none"
    assert asked["input"][0]["content"][0]["text"] == LINE
    assert "You are angry" in asked["instructions"]
    assert "Say exactly these words" in asked["instructions"]
    assert asked["reasoning"] == {"effort": "minimal"}


@pytest.mark.parametrize(
    "line",
    [
        Line(sound_first=True),
        Line(beta=True),
        Line("You charged me forty-two ninety-nine dollars twice, and I want it back."),
    ],
)
async def test_it_does_not_matter_how_the_words_come(line: Line) -> None:
    async with RealtimeServer(line) as server, session_of(server) as session:
        assert seconds_of(await said(session)) == pytest.approx(0.6, abs=0.01)


async def test_an_answer_in_place_of_the_line_is_not_let_out() -> None:
    answer = Line("I'm sorry to hear that! Let me help you with the refund.")
    async with RealtimeServer(answer) as server, session_of(server) as session:
        assert seconds_of(await said(session)) == pytest.approx(0.6, abs=0.01)
        async with asyncio.timeout(30):
            await server.cancelled.wait()
    assert len(server.sent("response.create")) == 2


@pytest.mark.parametrize(
    "line",
    [Line("Sure, how can I help you today with that?"), Line("You charged me"), Line("", b"")],
)
async def test_what_is_twice_not_the_line_fails(line: Line) -> None:
    async with RealtimeServer(line, line) as server, session_of(server) as session:
        with failing(Failure.BAD_ANSWER):
            await said(session)


async def test_a_line_that_is_left_is_cancelled() -> None:
    standing = Line(until=6, stands=True)
    async with RealtimeServer(standing) as server, session_of(server) as session:
        line = session.speak(LINE)
        assert await anext(line)
        await line.aclose()
        async with asyncio.timeout(30):
            await server.cancelled.wait()
        # And the session is good for the next one.
        assert await said(session)
    assert len(server.connections) == 1


async def test_the_trainee_is_heard_while_the_customer_speaks() -> None:
    standing = Line(until=6, stands=True)
    async with RealtimeServer(standing, hears=["Wait."]) as server, session_of(server) as session:
        line = session.speak(LINE)
        assert await anext(line)
        assert (await session.transcribe(SOUND)).text == "Wait."
        await line.aclose()


@pytest.mark.parametrize(
    "passing",
    [
        Refuses("rate_limit_exceeded"),
        Refuses("", type="server_error"),
        Refuses("session_expired", of_session=True, hangs_up=True),
        Line(until=1, cut=True),
        Line(until=1, status="failed", error={"type": "server_error", "code": None}),
    ],
)
async def test_what_may_pass_is_tried_again_while_nothing_was_heard(passing: Step) -> None:
    async with RealtimeServer(passing) as server, session_of(server) as session:
        assert seconds_of(await said(session)) == pytest.approx(0.6, abs=0.01)


async def test_an_expired_session_is_replaced() -> None:
    expired = Refuses("session_expired", of_session=True)
    async with RealtimeServer(expired) as server, session_of(server) as session:
        await said(session)
        assert (await session.transcribe(SOUND)).text == "Hello."
    assert len(server.connections) == 2


async def test_a_line_that_breaks_off_is_not_begun_again() -> None:
    async with RealtimeServer(Line(until=8, cut=True)) as server, session_of(server) as session:
        with failing(Failure.BROKEN_STREAM):
            await said(session)
    assert len(server.sent("response.create")) == 1


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        (Refuses("invalid_value"), Failure.BAD_REQUEST),
        (Refuses("model_not_found"), Failure.UNKNOWN_MODEL),
        (Line(status="incomplete"), Failure.BAD_ANSWER),
    ],
)
async def test_what_will_not_pass_fails(line: Step, kind: Failure) -> None:
    async with RealtimeServer(line, line) as server, session_of(server) as session:
        with pytest.raises(ModelError) as caught:
            await said(session)
    assert caught.value.kind is kind
    assert "Rosebud" not in repr(caught.value)


@pytest.mark.parametrize(
    ("status", "kind"), [(401, Failure.WRONG_KEY), (404, Failure.UNKNOWN_MODEL)]
)
async def test_a_closed_door(status: int, kind: Failure) -> None:
    async with RealtimeServer(handshakes=[status]) as server, session_of(server) as session:
        with failing(kind):
            await session.transcribe(SOUND)


async def test_a_busy_door_is_tried_again() -> None:
    async with RealtimeServer(handshakes=[503, 429]) as server, session_of(server) as session:
        assert (await session.transcribe(SOUND)).text == "Hello."


async def test_a_transcription_that_fails_is_tried_again() -> None:
    hears: list[str | dict[str, object]] = [
        {"type": "server_error", "code": "server_error", "message": "Rosebud"},
        "Hello.",
    ]
    async with RealtimeServer(hears=hears) as server, session_of(server) as session:
        assert (await session.transcribe(SOUND)).text == "Hello."


async def test_a_server_that_says_nothing_is_given_up() -> None:
    async with (
        RealtimeServer(silent=True) as server,
        session_of(server, timeout_s=0.39) as session,
    ):
        with failing(Failure.TIMEOUT):
            await said(session)


async def test_nobody_at_the_address() -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        settings = settings_of(f"http://127.0.0.1:{unused.getsockname()[1]}/v1")
        async with aclosing(RealtimeSession(settings, FakePace().pace)) as session:
            with failing(Failure.UNREACHABLE):
                await session.transcribe(SOUND)
