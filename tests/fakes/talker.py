"""A customer who has much to say, and who can be kept from saying it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

from core.attempt import Call
from core.beats import Beat
from core.ports import Sentence
from core.reading import Note
from tests.fakes.customer import ScriptedCustomer

_WORDS = "I have been waiting for this money for two weeks and nobody tells me anything at all."


class Talker(ScriptedCustomer):
    """Says five sentences of 90 characters each.

    In its replies, it waits for `go_on` before the sentence number `pause_at`, and sets `waits`.
    """

    def __init__(self, pause_at: int = -1) -> None:
        super().__init__()
        self.pause_at = pause_at
        self.waits = asyncio.Event()
        self.go_on = asyncio.Event()

    async def say(self, call: Call, beat: Beat) -> AsyncIterator[Sentence | Note]:
        """Say the same each time, with the turn's number in every sentence."""
        for number in range(5):
            if number == self.pause_at and call.attempt.turns:
                self.waits.set()
                await self.go_on.wait()
            yield Sentence(f"{_WORDS} {len(call.attempt.turns)}.{number}")
