"""A line of the customer's as sound: it grows while it is made, and is heard meanwhile."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, field

from core.speech import RATE, SAMPLE_BYTES
from voice_bridge.turns.heard import Spoken

BYTES_PER_MS = RATE * SAMPLE_BYTES // 1000
_MS_A_LETTER = 65
_PAUSE_MS = 160
"""Silence between two sentences."""


@dataclass(slots=True)
class Line:
    """One line. `last`: it ends the call. `sound` is PCM as in `core.speech`, as far as it is made.

    A line is made by one task and heard by another.
    """

    number: int
    last: bool = False
    sound: bytearray = field(default_factory=bytearray)
    sentences: list[Spoken] = field(default_factory=list)
    whole: bool = False
    _news: asyncio.Event = field(default_factory=asyncio.Event)

    @property
    def ms(self) -> int:
        """How long the sound is that there is."""
        return len(self.sound) // BYTES_PER_MS

    async def add(self, text: str, move: int | None, pieces: AsyncIterator[bytes]) -> None:
        """Add a sentence as its sound comes. Raises what the pieces raise."""
        began, place = self.ms, len(self.sentences)
        # It may be cut off before all of its sound is there: then its length is a guess.
        self.sentences.append(Spoken(text, len(text) * _MS_A_LETTER, move))
        async for piece in pieces:
            self.sound += piece
            self._news.set()
        self.sound += bytes(_PAUSE_MS * BYTES_PER_MS)
        self.sentences[place] = Spoken(text, self.ms - began, move)
        self._news.set()

    def finish(self) -> None:
        """Say that nothing will be added any more."""
        self.whole = True
        self._news.set()

    async def more_than(self, ms: int) -> bool:
        """Wait until there is more sound than this; False when there will be none."""
        while self.ms <= ms and not self.whole:
            self._news.clear()
            await self._news.wait()
        return self.ms > ms

    def part(self, from_ms: int, to_ms: int) -> bytes:
        """Return the sound between two moments."""
        return bytes(self.sound[from_ms * BYTES_PER_MS : to_ms * BYTES_PER_MS])
