"""The embedded customer behind the `Customer` port."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import AsyncIterator

from adapters.models.embedded.attacks import Alarm, sharpen
from adapters.models.embedded.reader import read_call
from adapters.models.embedded.topics import Topics, compile_topics
from adapters.models.embedded.wording import Stock, word
from core.attempt import Call
from core.beats import Beat
from core.ports import Embedder, Sentence
from core.reading import Note, Reading
from core.scenario import Scenario

SCENARIOS_HELD = 64
"""Scenarios whose exemplars are kept embedded; about 0.3 MB each."""


class EmbeddedCustomer:
    """Reads by rules and embeddings, speaks authored lines. Implements `ports.Customer`."""

    def __init__(self, embedder: Embedder, stock: Stock) -> None:
        self._embedder = embedder
        self._stock = stock
        self._topics: OrderedDict[tuple[str, str], Topics] = OrderedDict()
        self._alarm: Alarm | None = None
        self._compiling = asyncio.Lock()
        # One reading at a time: several at once would be no quicker, as the interpreter runs one
        # of them, and would keep the event loop waiting behind each other.
        self._reading = asyncio.Lock()

    async def prepare(self, scenario: Scenario) -> None:
        """Embed the scenario's exemplars, once for each revision."""
        await self._topics_of(scenario)
        await self._sharpened()

    async def read(self, call: Call) -> Reading:
        """Read the trainee's unanswered turns, in a thread: the model would block the loop."""
        topics = await self._topics_of(call.scenario)
        alarm = await self._sharpened()
        async with self._reading:
            return await asyncio.to_thread(read_call, call, topics, alarm, self._embedder)

    async def say(self, call: Call, beat: Beat) -> AsyncIterator[Sentence | Note]:
        """Yield the beat's authored lines."""
        for sentence in word(call, beat, self._stock):
            yield sentence

    async def _sharpened(self) -> Alarm:
        async with self._compiling:
            if self._alarm is None:
                self._alarm = await asyncio.to_thread(sharpen, self._embedder)
            return self._alarm

    async def _topics_of(self, scenario: Scenario) -> Topics:
        held = (scenario.id, scenario.revision)
        async with self._compiling:
            if held not in self._topics:
                compiled = await asyncio.to_thread(compile_topics, scenario, self._embedder)
                self._topics[held] = compiled
                if len(self._topics) > SCENARIOS_HELD:
                    self._topics.popitem(last=False)
            self._topics.move_to_end(held)
            return self._topics[held]
