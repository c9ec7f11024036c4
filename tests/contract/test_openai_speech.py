"""What the practice may count on of ears and voices, whoever's they are."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from contextlib import aclosing, asynccontextmanager
from dataclasses import dataclass

import pytest

from adapters.models.openai import OpenAISettings
from adapters.speech.openai_synthesiser import OpenAISynthesiser
from adapters.speech.openai_transcriber import OpenAITranscriber
from adapters.speech.realtime import RealtimeSession, RealtimeSettings, RealtimeSpeech
from core.errors import ProviderError
from core.moods import Mood
from core.speech import Synthesiser, Transcriber, seconds_of
from tests.fakes.openai_realtime_server import RealtimeServer
from tests.fakes.openai_server import Fails
from tests.fakes.openai_speech_server import Hears, OpenAISpeechServer, Speaks
from tests.fakes.pace import FakePace
from tests.sounds import pitch, silence, tone

LINE = "You charged me twice."
SPOKEN_S = 0.6


@dataclass(frozen=True, slots=True)
class Ears:
    """Ears that understand `LINE` when they hear a tone; `broken` ones fail."""

    transcriber: Transcriber
    broken: Transcriber


@dataclass(frozen=True, slots=True)
class Voice:
    """A voice that says `LINE` as a tone of `SPOKEN_S` seconds; a `broken` one fails."""

    synthesiser: Synthesiser
    broken: Synthesiser


@pytest.fixture(params=["http", "realtime"])
async def ears(request: pytest.FixtureRequest) -> AsyncIterator[Ears]:
    pace = FakePace().pace
    if request.param == "realtime":
        async with two_realtime(hears=[LINE]) as (session, broken):
            yield Ears(session, broken)
        return
    async with (
        OpenAISpeechServer(otherwise=Hears(LINE, [-0.1])) as server,
        OpenAISpeechServer(otherwise=Fails(503)) as broken_server,
        aclosing(OpenAITranscriber(OpenAISettings(server.base_url, "ears"), pace)) as well,
        aclosing(OpenAITranscriber(OpenAISettings(broken_server.base_url, "ears"), pace)) as ill,
    ):
        yield Ears(well, ill)


@pytest.fixture(params=["http", "realtime", "pool"])
async def voice(request: pytest.FixtureRequest) -> AsyncIterator[Voice]:
    pace = FakePace().pace
    if request.param != "http":
        made = RealtimeSession if request.param == "realtime" else RealtimeSpeech
        async with two_realtime(made) as (session, broken):
            yield Voice(session, broken)
        return
    async with (
        OpenAISpeechServer(otherwise=Speaks(tone(SPOKEN_S, rate=24_000))) as server,
        OpenAISpeechServer(otherwise=Fails(503)) as broken_server,
        aclosing(OpenAISynthesiser(OpenAISettings(server.base_url, "voice"), pace)) as well,
        aclosing(OpenAISynthesiser(OpenAISettings(broken_server.base_url, "voice"), pace)) as ill,
    ):
        yield Voice(well, ill)


Spoken = RealtimeSession | RealtimeSpeech


@asynccontextmanager
async def two_realtime(
    made: type[RealtimeSession | RealtimeSpeech] = RealtimeSession,
    hears: Sequence[str] = ("",),
) -> AsyncIterator[tuple[Spoken, Spoken]]:
    """Both ports over the Realtime API, and the same at a server that is always busy."""
    pace = FakePace().pace
    async with (
        RealtimeServer(hears=hears) as server,
        RealtimeServer(handshakes=[503] * 99) as broken,
        aclosing(made(RealtimeSettings(_at(server), "gpt-4o-mini-transcribe"), pace)) as well,
        aclosing(made(RealtimeSettings(_at(broken), "gpt-4o-mini-transcribe"), pace)) as ill,
    ):
        yield well, ill


def _at(server: RealtimeServer) -> OpenAISettings:
    return OpenAISettings(server.base_url, "gpt-realtime-2.1-mini")


async def test_speech_gives_its_words(ears: Ears) -> None:
    heard = await ears.transcriber.transcribe(tone(1), language="en", hint="Pat Sample")
    assert heard.text == LINE
    assert 0 < heard.sure <= 1


@pytest.mark.parametrize("sound", [b"", silence(1), tone(0.02), tone(1, level=0.0002)])
async def test_silence_gives_no_words(ears: Ears, sound: bytes) -> None:
    assert (await ears.transcriber.transcribe(sound)).text == ""


async def test_ears_that_fail_say_so(ears: Ears) -> None:
    with pytest.raises(ProviderError) as caught:
        await ears.broken.transcribe(tone(1))
    assert caught.value.retryable


async def test_a_line_is_spoken_in_whole_samples_at_our_rate(voice: Voice) -> None:
    line = voice.synthesiser.speak(LINE, voice="warm-low", mood=Mood.ANGRY, language="en")
    pieces = [piece async for piece in line]
    assert all(piece and len(piece) % 2 == 0 for piece in pieces)
    assert seconds_of(b"".join(pieces)) == pytest.approx(SPOKEN_S, abs=0.01)
    assert pitch(b"".join(pieces)) == pytest.approx(220, abs=3)


@pytest.mark.parametrize("mood", Mood)
async def test_it_speaks_in_every_mood(voice: Voice, mood: Mood) -> None:
    line = voice.synthesiser.speak(LINE, voice="nobody's", mood=mood, language="en")
    assert [piece async for piece in line]


async def test_a_voice_that_fails_says_so(voice: Voice) -> None:
    with pytest.raises(ProviderError) as caught:
        async for _ in voice.broken.speak(LINE, voice="", mood=Mood.CALM, language="en"):
            pass
    assert caught.value.retryable


async def test_a_line_can_be_left_before_its_end(voice: Voice) -> None:
    line = voice.synthesiser.speak(LINE, voice="", mood=Mood.CALM, language="en")
    assert await anext(line)
    assert hasattr(line, "aclose")
    await line.aclose()
    with pytest.raises(StopAsyncIteration):
        await anext(line)
