"""Sound for calls in a browser: what the microphone hears, and customers that are short scripts."""

from __future__ import annotations

import asyncio
import wave
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.speech import FRAME_BYTES, RATE
from voice_bridge.room import Guest
from voice_bridge.wire import Close, HungUp, Incoming, Over, Played, Sound, Wire

Samples = NDArray[np.float64]
HUM_HZ = 440
"""What the microphone hears."""


def tone(hz: float, seconds: float, rate: int = RATE, level: float = 0.3) -> Samples:
    """A pure tone, `level` of full scale."""
    return level * np.sin(2 * np.pi * hz * np.arange(round(seconds * rate)) / rate)


def pcm(samples: Samples) -> bytes:
    """The samples as sound of the protocol."""
    return (samples * 32767).astype("<i2").tobytes()


def level_at(audio: bytes, hz: float) -> float:
    """How loud a tone of this pitch is in the sound, 1 being full scale.

    Told from pieces of 40 ms: on a busy machine the browser's own microphone stumbles.
    """
    piece = RATE // 25
    samples = np.frombuffer(audio, "<i2") / 32768
    pieces = samples[: len(samples) // piece * piece].reshape(-1, piece)
    window = np.hanning(piece)
    turned = window * np.exp(-2j * np.pi * hz * np.arange(piece) / RATE)
    return float(np.median(abs(pieces @ turned)) * 2 / window.sum())


def write_microphone(path: Path) -> Path:
    """Write what the browser takes for its microphone: a hum in syllables.

    A steady one would be taken for noise, and be suppressed.
    """
    rate = 48_000
    sound = tone(HUM_HZ, 4, rate) * (0.6 + tone(3, 4, rate, level=0.4))
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(rate)
        file.writeframes(pcm(sound))
    return path


@dataclass
class Line:
    """A customer that says one line at once, and keeps what it hears.

    `arrived` gets everything that came in. `wires` are the pages that came, in order.
    """

    said: bytes = field(default_factory=lambda: pcm(tone(600, 1.0)))
    heard: bytearray = field(default_factory=bytearray)
    arrived: asyncio.Queue[Incoming] = field(default_factory=asyncio.Queue)
    wires: asyncio.Queue[Wire] = field(default_factory=asyncio.Queue)

    async def __call__(self, wire: Wire, guest: Guest) -> None:
        """Hold the call."""
        await wire.begin(1, 0)
        for at in range(0, len(self.said), FRAME_BYTES * 5):
            await wire.play(self.said[at : at + FRAME_BYTES * 5])
        await wire.finish(1)
        self.wires.put_nowait(wire)
        async for one in wire.receive():
            if isinstance(one, Sound):
                self.heard += one.audio
            elif isinstance(one, HungUp):
                await wire.tell(Over("trainee_ended", "You ended the call."))
                await wire.close(Close.ENDED, "The call has ended.")
            self.arrived.put_nowait(one)

    async def next_played(self) -> Played:
        """Wait for the page to say how much was heard."""
        while True:
            one = await self.arrived.get()
            if isinstance(one, Played):
                return one

    async def listen(self, seconds: float) -> bytes:
        """Hear so much, from now on."""
        begun = len(self.heard)
        enough = begun + int(seconds * RATE) * 2
        while len(self.heard) < enough:
            await self.arrived.get()
        return bytes(self.heard[begun:enough])
