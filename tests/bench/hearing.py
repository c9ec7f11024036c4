"""How well and how fast this machine hears, speaks, and tells that a turn is over."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Awaitable, Callable, Iterator

import psutil

from adapters.speech.embedded import EmbeddedSpeech, open_embedded
from core.moods import Mood
from core.speech import RATE, SAMPLE_BYTES, seconds_of
from tests.bench.figures import Figure, spread
from tests.evaluation.agent_lines import LINES
from tests.evaluation.wer import word_error_rate
from tests.speech_clips import NOISES, VOICES, noise, noisy, quiet, spoken

_SNR_DB = 10
_ROUNDS = 12
_AT_ONCE = 4
_CUTS = (0.35, 0.5, 0.65)
_PAUSE_S = 0.2
_ASKED = "probability of a turn's end"


async def measure() -> list[Figure]:
    """Measure all of it on speech made here. What was misheard is printed as JSON."""
    before = psutil.Process().memory_info().rss
    speech = open_embedded()
    begun = time.perf_counter()
    await speech.warm()
    loaded = time.perf_counter() - begun
    held = psutil.Process().memory_info().rss - before
    figures = [
        Figure("loading ears, voice and sense for turns", loaded, "s"),
        Figure("memory that they take", held / 1e6, "MB"),
        *await _words(speech),
        *await _listening(speech),
        *await _speaking(speech),
        *await _turns(speech),
    ]
    await speech.aclose()
    return figures


def _clips() -> Iterator[tuple[str, bytes]]:
    for n, (said, text) in enumerate(LINES):
        yield text, spoken(said, VOICES[n % len(VOICES)])


async def _words(speech: EmbeddedSpeech) -> list[Figure]:
    hears = speech.speech.transcriber.transcribe
    figures = []
    for label, snr in (("clean", None), (f"{_SNR_DB} dB of noise", _SNR_DB)):
        pairs, took = [], []
        for text, clip in _clips():
            begun = time.perf_counter()
            heard = await hears(noisy(clip, snr) if snr else clip)
            took.append(time.perf_counter() - begun)
            pairs.append((text, heard.text))
        wrong = [pair for pair in pairs if word_error_rate([pair])]
        print(json.dumps({label: wrong}, ensure_ascii=False, indent=1))
        figures.append(Figure(f"word error rate, {label}", 100 * word_error_rate(pairs), "%"))
        figures += spread(f"hearing a sentence, {label}", took, {0.5: "", 0.95: ""})
    invented = [name for name in NOISES for s in (0.5, 3) if (await hears(noise(name, s))).text]
    return [*figures, Figure("noises of 16 in which words were heard", len(invented), "")]


async def _listening(speech: EmbeddedSpeech) -> list[Figure]:
    """Time clips of 2, 4 and 8 s, cut out of one long speech; then several at once."""
    hears = speech.speech.transcriber.transcribe
    whole = quiet(0.3).join(clip for _, clip in _clips())
    figures, size = [], 0
    for seconds in (2, 4, 8):
        size = seconds * RATE * SAMPLE_BYTES
        clips = [whole[n * size : (n + 1) * size] for n in range(_ROUNDS)]
        took = [await _timed(hears, clip) for clip in clips]
        figures += spread(f"hearing {seconds} s", took, {0.5: "", 0.95: ""})
    size = 4 * RATE * SAMPLE_BYTES
    clips = [whole[n * size : (n + 1) * size] for n in range(_AT_ONCE)]
    took = list(await asyncio.gather(*(_timed(hears, clip) for clip in clips)))
    return [*figures, Figure(f"hearing 4 s, the last of {_AT_ONCE} calls", max(took) * 1e3, "ms")]


async def _timed(work: Callable[[bytes], Awaitable[object]], audio: bytes) -> float:
    begun = time.perf_counter()
    await work(audio)
    return time.perf_counter() - begun


async def _speaking(speech: EmbeddedSpeech) -> list[Figure]:
    first, ratio = [], []
    for n, (said, _) in enumerate(LINES):
        begun = time.perf_counter()
        line = speech.speech.synthesiser.speak(
            said, voice=VOICES[n % len(VOICES)], mood=Mood.CALM, language="en"
        )
        pieces = [await anext(line)]
        first.append(time.perf_counter() - begun)
        pieces += [piece async for piece in line]
        ratio.append((time.perf_counter() - begun) / seconds_of(b"".join(pieces)))
    return [
        *spread("first sound of a line", first, {0.5: "150", 0.95: ""}),
        Figure("time to speak, of the time it lasts", 100 * sum(ratio) / len(ratio), "%"),
    ]


async def _turns(speech: EmbeddedSpeech) -> list[Figure]:
    asks = speech.speech.end_of_turn.probability
    whole, cut, took = [], [], []
    for _, clip in _clips():
        begun = time.perf_counter()
        whole.append(await asks(clip + quiet(_PAUSE_S)) > 0.5)
        took.append(time.perf_counter() - begun)
        if seconds_of(clip) > 2:
            parts = [clip[: int(len(clip) * share) // 2 * 2] for share in _CUTS]
            cut += [await asks(part + quiet(_PAUSE_S)) <= 0.5 for part in parts]
    return [
        Figure("whole turns taken for over", 100 * sum(whole) / len(whole), "%"),
        Figure("cut turns taken for unfinished", 100 * sum(cut) / len(cut), "%"),
        *spread(_ASKED, took, {0.5: "", 0.95: ""}),
        Figure("voice activity, a window of 32 ms", _activity(speech) * 1e3, "ms", "1"),
    ]


def _activity(speech: EmbeddedSpeech) -> float:
    detector, audio = speech.speech.activity(), noise("pink", 30)
    begun = time.perf_counter()
    windows = detector.feed(audio)
    return (time.perf_counter() - begun) / len(windows)
