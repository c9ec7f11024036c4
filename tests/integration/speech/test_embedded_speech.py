"""The models of this machine: what they hear, how they speak, and whether a turn is over."""

from __future__ import annotations

import asyncio
import logging
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from adapters.speech.embedded import EmbeddedSpeech, open_embedded
from adapters.speech.pieces import LONGEST_S
from adapters.speech.sound import samples
from core.errors import ProviderError
from core.moods import Mood
from core.speech import seconds_of
from tests.evaluation.wer import word_error_rate
from tests.speech_clips import NOISES, VOICES, noise, noisy, quiet, spoken

SAID = (
    "I'm sorry to hear that, let me pull up your account.",
    "I completely understand how frustrating that must be.",
    "Would you like me to send you a confirmation by email?",
    "You will see the money back on your card within 5 to 7 working days.",
    "No, that's not possible, I'm afraid.",
)
LISTENING = {"", "mhm", "oh", "ah", "uh", "nuh"}


@pytest.fixture(scope="module")
def embedded() -> Iterator[EmbeddedSpeech]:
    opened = open_embedded()
    yield opened
    asyncio.run(opened.aclose())


async def _heard(embedded: EmbeddedSpeech, audio: bytes) -> str:
    return (await embedded.speech.transcriber.transcribe(audio)).text


async def _line(embedded: EmbeddedSpeech, text: str, voice: str, mood: Mood = Mood.CALM) -> bytes:
    line = embedded.speech.synthesiser.speak(text, voice=voice, mood=mood, language="en")
    return b"".join([piece async for piece in line])


@pytest.mark.parametrize("snr_db", [None, 10])
async def test_nearly_every_word_is_heard(embedded: EmbeddedSpeech, snr_db: float | None) -> None:
    pairs = []
    for n, said in enumerate(SAID):
        clip = spoken(said, VOICES[n % len(VOICES)])
        pairs.append((said, await _heard(embedded, noisy(clip, snr_db) if snr_db else clip)))
    assert word_error_rate(pairs) < 0.15, pairs


@pytest.mark.parametrize("name", NOISES)
async def test_where_nobody_speaks_nothing_is_heard(embedded: EmbeddedSpeech, name: str) -> None:
    for seconds in (0.5, 3.0):
        assert await _heard(embedded, noise(name, seconds)) == ""


@pytest.mark.parametrize("said", ["Mhm.", "Uh-huh.", "Hmm."])
async def test_a_hum_is_no_sentence(embedded: EmbeddedSpeech, said: str) -> None:
    heard = [await _heard(embedded, spoken(said, voice)) for voice in VOICES[:3]]
    assert all(len(text.split()) <= 1 for text in heard), heard
    assert sum(text.lower().strip(" .!?") in LISTENING for text in heard) >= 2, heard


@pytest.mark.parametrize("said", ["Yes.", "Okay.", "Got it.", "Right."])
async def test_a_short_answer_is_heard(embedded: EmbeddedSpeech, said: str) -> None:
    heard = [await _heard(embedded, spoken(said, voice)) for voice in VOICES[:3]]
    assert sum(text == said for text in heard) >= 2, heard


async def test_amounts_and_codes_are_readable(embedded: EmbeddedSpeech) -> None:
    clip = spoken("I am refunding forty two dollars and ninety nine cents right now.")
    assert "$42.99" in await _heard(embedded, clip)


async def test_a_long_turn_is_heard_to_its_end(embedded: EmbeddedSpeech) -> None:
    turn = quiet(0.7).join(spoken(said) for said in SAID * 2)
    assert seconds_of(turn) > LONGEST_S
    heard = await _heard(embedded, turn)
    assert word_error_rate([(" ".join(SAID * 2), heard)]) < 0.15, heard


async def test_the_first_clause_of_a_line_comes_by_itself(embedded: EmbeddedSpeech) -> None:
    line = embedded.speech.synthesiser.speak(
        "Since last Monday, I have been waiting for somebody to call me back about this.",
        voice="clear-mid",
        mood=Mood.FRUSTRATED,
        language="en",
    )
    lengths = [seconds_of(piece) async for piece in line]
    assert len(lengths) == 2
    assert lengths[0] < 2 < lengths[1]


async def test_voices_and_moods_are_heard_apart(embedded: EmbeddedSpeech) -> None:
    text = "I have been waiting for an hour."
    low, high = [await _line(embedded, text, voice) for voice in ("deep-even", "soft-high")]
    assert _pitch(high) > 1.4 * _pitch(low)
    angry = await _line(embedded, text, "deep-even", Mood.ANGRY)
    confused = await _line(embedded, text, "deep-even", Mood.CONFUSED)
    assert seconds_of(angry) < seconds_of(confused)


def _pitch(audio: bytes) -> float:
    """Return the median pitch of the loud parts, in Hz, by autocorrelation."""
    import numpy as np  # noqa: PLC0415 - only here

    sound, found = samples(audio), []
    for at in range(0, len(sound) - 1024, 512):
        window = sound[at : at + 1024]
        same = np.correlate(window, window, "full")[1023:]
        lag = int(same[60:230].argmax()) + 60
        if same[0] > 5 and same[lag] > 0.5 * same[0]:
            found.append(16_000 / lag)
    return float(np.median(found))


async def test_no_word_of_a_line_reaches_a_log(
    embedded: EmbeddedSpeech, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        audio = await _line(embedded, "My parrot Ferdinand is ill.", "warm-low")
        await _heard(embedded, audio)
    assert not [r for r in caplog.records if "erdinand" in r.getMessage()]


async def test_whole_turns_are_over_and_cut_ones_are_not(embedded: EmbeddedSpeech) -> None:
    whole, cut = [], []
    for said in SAID:
        clip = spoken(said)
        part = clip[: int(len(clip) * 0.55) // 2 * 2]
        whole.append(await embedded.speech.end_of_turn.probability(clip + quiet(0.2)))
        cut.append(await embedded.speech.end_of_turn.probability(part + quiet(0.2)))
    assert sum(p > 0.5 for p in whole) >= 4, whole
    assert sum(p < 0.5 for p in cut) >= 3, cut


async def test_what_is_closed_says_so(embedded: EmbeddedSpeech) -> None:
    other = open_embedded()
    await other.aclose()
    with pytest.raises(ProviderError, match="ears of this machine"):
        await other.speech.transcriber.transcribe(spoken("Hello."))


def test_opening_loads_no_model() -> None:
    code = (
        "import sys\n"
        "from adapters.speech.embedded import available, open_embedded\n"
        "open_embedded()\n"
        "heavy = {'numpy', 'onnxruntime', 'ctranslate2', 'piper', 'faster_whisper', 'soxr'}\n"
        "print(repr(available()), sorted(heavy & sys.modules.keys()))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        check=True,
        capture_output=True,
        text=True,
        cwd=Path(__file__).parents[3],
    )
    assert done.stdout == "'' []\n"
