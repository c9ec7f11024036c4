"""The customer that improvises, behind an OpenAI-compatible address."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import AsyncGenerator, Callable

from adapters.models.embedded.wording import Stock
from adapters.models.nearness import Nearness
from adapters.models.openai.chat import Chat
from adapters.models.openai.reader import Reader
from adapters.models.openai.settings import OpenAISettings
from adapters.models.openai.speaker import Speaker
from adapters.models.openai.tries import Pace
from adapters.models.prompts import revision
from core.attempt import Call
from core.beats import Beat
from core.ports import Embedder, Sentence
from core.reading import Note, Reading
from core.scenario import Scenario

REVISION = revision("customer_")
"""Of the prompts: stands beside what was said by them."""


def _nonce() -> str:
    return secrets.token_hex(8)


class OpenAICustomer:
    """Reads with a model, words with a model. Implements `ports.Customer`; close with `aclose`.

    `nonce` makes the fence around what people said: they cannot have known it.
    """

    def __init__(
        self,
        settings: OpenAISettings,
        stock: Stock,
        embedder: Embedder,
        pace: Pace,
        nonce: Callable[[], str] = _nonce,
    ) -> None:
        self._chat = Chat(settings)
        self._near = Nearness(embedder)
        self._reader = Reader(self._chat, pace, nonce)
        self._speaker = Speaker(self._chat, pace, self._near, stock, nonce)

    async def prepare(self, scenario: Scenario) -> None:
        """Load the SDK, and embed what the checks compare with. Nothing is asked of the model."""
        await self._chat.open()
        facts = [line.text for fact in scenario.all_facts for line in fact.says]
        await asyncio.to_thread(self._near.learn, facts)

    async def read(self, call: Call) -> Reading:
        """Read the trainee's unanswered turns. Raises ModelError."""
        return await self._reader.read(call)

    def say(self, call: Call, beat: Beat) -> AsyncGenerator[Sentence | Note]:
        """Word the beat. Raises ModelError, also between sentences."""
        return self._speaker.say(call, beat)

    async def aclose(self) -> None:
        """Close the connections."""
        await self._chat.aclose()
