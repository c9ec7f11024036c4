"""How often a turn is taken for over in a pause, and how soon when it is: the real models, and the
floor on the sound's own clock, with the time that each model takes."""

from __future__ import annotations

import time
from array import array
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass

from adapters.speech.embedded import open_embedded
from core.moods import Mood
from core.scenario import Patience
from core.speech import FRAME_BYTES, FRAME_MS, RATE, SAMPLE_BYTES, Speech, seconds_of
from tests.bench.figures import Figure, percentile, spread
from tests.bench.voice.spoken import ANSWERS, HALVES
from voice_bridge.caller.playback import loud_part
from voice_bridge.ear import Ear
from voice_bridge.turns.events import (
    Act,
    Happening,
    Judge,
    Judged,
    Transcribe,
    TurnOver,
    Understood,
)
from voice_bridge.turns.floor import Floor
from voice_bridge.turns.pace import PACES

_PAUSES_MS = (400, 700, 1000)
_TURNS = 9
"""Of each sentence, each with another voice or another pause: a hundred cases of all."""
_VOICES = ("firm-low", "warm-low", "clear-mid", "soft-high")


@dataclass(slots=True)
class Listener:
    """An ear and a floor that hear a sound as fast as they can. Moments are the sound's own."""

    ear: Ear
    floor: Floor
    late: list[tuple[float, Happening]]

    async def hears(self, sound: bytes) -> list[TurnOver]:
        """Return the turns that are over, and when."""
        overs: list[TurnOver] = []
        now = 0.0
        for start in range(0, len(sound), FRAME_BYTES):
            now += FRAME_MS / 1000
            happenings: list[Happening] = [
                h for at, h in sorted(self.late, key=lambda one: one[0]) if at <= now
            ]
            self.late = [one for one in self.late if one[0] > now]
            happenings += self.ear.take(now, sound[start : start + FRAME_BYTES])
            for happening in happenings:
                for act in self.floor.step(happening):
                    overs += [act] if isinstance(act, TurnOver) else []
                    await self._does(act, now)
        return overs

    async def _does(self, act: Act, now: float) -> None:
        began = time.monotonic()
        match act:
            case Transcribe(pause, until):
                text = await self.ear.words(until, paused=True)
                at = now + time.monotonic() - began
                self.late.append((at, Understood(at, pause, text)))
            case Judge(pause, until):
                p = await self.ear.finished(until)
                at = now + time.monotonic() - began
                self.late.append((at, Judged(at, pause, p)))
            case TurnOver(ended=ended):
                self.ear.forget(ended)


async def cut_offs() -> list[Figure]:
    """Measure turns with a pause in them, and turns without."""
    embedded = open_embedded()
    await embedded.warm()
    try:
        cut, delays = 0, []
        turns = [sound async for sound in _halves(embedded.speech)]
        for before, sound in turns:
            overs = await _listener(embedded.speech).hears(sound)
            cut += bool(overs) and overs[0].at < before
        whole = [sound async for sound in _wholes(embedded.speech)]
        for ends, sound in whole:
            overs = await _listener(embedded.speech).hears(sound)
            delays += [overs[-1].at - ends] if overs else []
    finally:
        await embedded.aclose()
    return [
        Figure("false cut-offs at a pause within a turn", 100 * cut / len(turns), "%", "≤ 10"),
        Figure("pauses", len(turns), ""),
        *spread("end of speech to end of turn", delays, {0.5: "≤ 300", 0.9: ""}),
        Figure("turns", len(delays), ""),
        Figure("slowest", 1000 * percentile(delays, 1), "ms"),
    ]


def _listener(speech: Speech) -> Listener:
    ear = Ear(speech, "en", "")
    floor = Floor(PACES[Patience.USUAL], ear.activity.window_ms / 1000, 120)
    return Listener(ear, floor, [])


def _cases() -> Iterator[tuple[str, str, str, int]]:
    for place, (first, second) in enumerate(HALVES):
        for turn in range(_TURNS):
            voice = _VOICES[(place + turn) % len(_VOICES)]
            yield first, second, voice, _PAUSES_MS[turn % len(_PAUSES_MS)]


async def _halves(speech: Speech) -> AsyncIterator[tuple[float, bytes]]:
    """Yield (when the second half begins, sound) for each case."""
    for first, second, voice, pause_ms in _cases():
        whole = await _spoken(speech, f"{first} {second}", voice)
        alone = await _spoken(speech, first, voice)
        # Said in one breath and parted afterwards: spoken alone, a half would sound finished.
        where = _softest(whole, len(alone) // SAMPLE_BYTES)
        one, two = whole[: where * SAMPLE_BYTES], whole[where * SAMPLE_BYTES :]
        lead, pause = _quiet(500), _quiet(pause_ms)
        yield seconds_of(lead + one + pause), lead + one + pause + two + _quiet(3000)


async def _wholes(speech: Speech) -> AsyncIterator[tuple[float, bytes]]:
    """Yield (when it ends, sound) for each turn without a pause."""
    for place, text in enumerate(ANSWERS * 2):
        said = await _spoken(speech, text, _VOICES[place % len(_VOICES)])
        lead = _quiet(500)
        yield seconds_of(lead + said), lead + said + _quiet(3500)


async def _spoken(speech: Speech, text: str, voice: str) -> bytes:
    pieces = speech.synthesiser.speak(text, voice=voice, mood=Mood.CALM, language="en")
    sound = b"".join([piece async for piece in pieces])
    first, last = loud_part(sound)
    return sound[int(first * RATE) * SAMPLE_BYTES : int(last * RATE) * SAMPLE_BYTES]


def _softest(sound: bytes, near: int) -> int:
    """Return the sample around which it is softest, within a fifth of a second of this one."""
    samples = array("h", sound)
    step, reach = RATE // 100, RATE // 5
    places = range(max(step, near - reach), min(len(samples) - step, near + reach), step)
    return min(places, key=lambda at: sum(map(abs, samples[at - step : at + step])), default=near)


def _quiet(ms: int) -> bytes:
    return bytes(RATE * SAMPLE_BYTES * ms // 1000)
