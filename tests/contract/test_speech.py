"""What every speech does, whether a model's or a fake: the ports of `core.speech`."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import aclosing

import pytest

from adapters.speech.embedded import EmbeddedSpeech, open_embedded
from core.errors import ProviderError
from core.moods import Mood
from core.speech import RATE, SAMPLE_BYTES, Speech, seconds_of
from tests.fakes.coded_speech import Phrasebook, coded_speech
from tests.fakes.speech import fake_speech, silence

LINE = "I have sent your refund, and the money will be there on Friday."


@pytest.fixture(scope="module")
def embedded() -> EmbeddedSpeech:
    return open_embedded()


@pytest.fixture(params=["fake", "coded", "embedded"])
def speech(request: pytest.FixtureRequest) -> Speech:
    if request.param == "fake":
        return fake_speech(LINE)
    if request.param == "coded":
        return coded_speech(Phrasebook())
    opened: EmbeddedSpeech = request.getfixturevalue("embedded")
    return opened.speech


def _spoken(
    speech: Speech, text: str = LINE, voice: str = "clear-mid", language: str = "en"
) -> AsyncIterator[bytes]:
    return speech.synthesiser.speak(text, voice=voice, mood=Mood.CALM, language=language)


async def _line(speech: Speech, text: str = LINE, voice: str = "clear-mid") -> bytes:
    return b"".join([piece async for piece in _spoken(speech, text, voice)])


async def test_a_line_is_spoken_in_pieces_of_whole_samples(speech: Speech) -> None:
    pieces = [piece async for piece in _spoken(speech)]
    assert len(pieces) > 1
    assert all(piece and len(piece) % SAMPLE_BYTES == 0 for piece in pieces)
    assert 0.5 < seconds_of(b"".join(pieces)) < 10


@pytest.mark.parametrize("text", ["", "   ", "…", "🙂"])
async def test_where_nothing_is_to_be_said_there_is_no_sound(speech: Speech, text: str) -> None:
    assert [piece async for piece in _spoken(speech, text)] == []


@pytest.mark.parametrize("voice", ["warm-low", "", "nobody's voice", "Ünïcode 🙂"])
async def test_every_voice_speaks(speech: Speech, voice: str) -> None:
    assert await _line(speech, "Good morning.", voice)


@pytest.mark.parametrize("mood", list(Mood))
async def test_every_mood_speaks(speech: Speech, mood: Mood) -> None:
    line = speech.synthesiser.speak("Good morning.", voice="firm-low", mood=mood, language="en-GB")
    assert [piece async for piece in line]


async def test_a_line_that_is_closed_early_is_over(speech: Speech) -> None:
    line = _spoken(speech)
    async with aclosing(line):  # type: ignore[type-var]
        assert await anext(line)
    with pytest.raises(StopAsyncIteration):
        await anext(line)
    assert await _line(speech)


async def test_two_lines_at_once_do_not_mix(speech: Speech) -> None:
    alone = [await _line(speech, "Good morning."), await _line(speech, LINE)]
    together = await asyncio.gather(_line(speech, "Good morning."), _line(speech, LINE))
    assert list(together) == alone


async def test_a_voice_refuses_a_language_it_does_not_speak(speech: Speech) -> None:
    with pytest.raises(ProviderError, match="English") as caught:
        [piece async for piece in _spoken(speech, language="fr")]
    assert not caught.value.retryable


async def test_what_is_said_is_heard(speech: Speech) -> None:
    heard = await speech.transcriber.transcribe(await _line(speech))
    assert "refund" in heard.text.lower()
    assert "Friday" in heard.text
    assert 0 < heard.sure <= 1


@pytest.mark.parametrize("ms", [0, 20, 500, 3000])
async def test_silence_is_no_words(speech: Speech, ms: int) -> None:
    assert (await speech.transcriber.transcribe(silence(ms), hint="Pat Jones")).text == ""


async def test_ears_refuse_a_language_they_do_not_know(speech: Speech) -> None:
    with pytest.raises(ProviderError, match="English") as caught:
        await speech.transcriber.transcribe(silence(500), language="de-AT")
    assert not caught.value.retryable


async def test_half_a_sample_is_no_sound(speech: Speech) -> None:
    with pytest.raises(ValueError, match="even number of bytes"):
        await speech.transcriber.transcribe(b"\0" * 3)


async def test_activity_tells_speech_from_silence(speech: Speech) -> None:
    activity = speech.activity()
    before = activity.feed(silence(500))
    during = activity.feed(await _line(speech))
    after = activity.feed(silence(1500))
    assert max(before) < 0.3
    assert max(during) > 0.8
    assert max(after[-10:]) < 0.3


async def test_activity_gives_one_probability_for_each_whole_window(speech: Speech) -> None:
    line = await _line(speech)
    at_once, by_frames = speech.activity(), speech.activity()
    window = RATE * at_once.window_ms // 1000 * SAMPLE_BYTES
    expected = at_once.feed(line)
    assert len(expected) == len(line) // window
    frames = [line[at : at + 640] for at in range(0, len(line), 640)]
    assert [p for frame in frames for p in by_frames.feed(frame)] == expected


async def test_detectors_of_two_calls_know_nothing_of_each_other(speech: Speech) -> None:
    line = await _line(speech)
    one, other = speech.activity(), speech.activity()
    expected = one.feed(line)
    other.feed(silence(100))
    assert speech.activity().feed(line) == expected


@pytest.mark.parametrize("ms", [0, 300, 20_000])
async def test_the_end_of_a_turn_is_a_probability(speech: Speech, ms: int) -> None:
    turn = await _line(speech) + silence(ms)
    assert 0 <= await speech.end_of_turn.probability(turn) <= 1
    assert 0 <= await speech.end_of_turn.probability(silence(ms)) <= 1
