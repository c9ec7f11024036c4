"""Customers of a scripted server, with time that stands still."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager

import pytest

from adapters.models.failures import Failure, ModelError
from adapters.models.openai import OpenAICustomer, OpenAISettings
from core.attempt import Call
from core.beats import Act, Beat, Move
from core.moods import Mood
from core.ports import Customer, Sentence
from core.reading import Note
from core.scenario import Line, Lines
from tests.fakes.embedder import WordEmbedder
from tests.fakes.openai_server import OpenAIServer
from tests.fakes.pace import FakePace

NONCE = "5ca1ab1e"
STOCK: tuple[tuple[str, Lines], ...] = (
    (Act.PRESS.value, (Line("I just want my money."), Line("What about my money?"))),
    (Act.SOFTEN.value, (Line("That's kind of you."),)),
    (Act.LEAVE_RUDE.value, (Line("I'm hanging up now. Goodbye."),)),
)
NOTHING_READ: dict[str, object] = {
    "stances": [],
    "attack": None,
    "asked_unknown": False,
    "on_topic": True,
    "legible": True,
}
PRESS = Beat((Move(Act.PRESS),), Mood.CALM)
EMAIL = Beat((Move(Act.TELL, "email"),), Mood.CALM)


@asynccontextmanager
async def customer_of(
    server: OpenAIServer, pace: FakePace | None = None, timeout_s: float = 12.0, key: str = ""
) -> AsyncIterator[OpenAICustomer]:
    """A customer of this server, closed at the end."""
    settings = OpenAISettings(server.base_url, "scripted", key, timeout_s=timeout_s)
    pacing = (pace or FakePace()).pace
    customer = OpenAICustomer(settings, STOCK, WordEmbedder(), pacing, lambda: NONCE)
    try:
        yield customer
    finally:
        await customer.aclose()


async def spoken(customer: Customer, call: Call, beat: Beat) -> tuple[list[str], list[Note]]:
    """The sentences and the notes of a line."""
    parts = [part async for part in customer.say(call, beat)]
    sentences = [part.text for part in parts if isinstance(part, Sentence)]
    return sentences, [part for part in parts if isinstance(part, Note)]


@contextmanager
def failing(kind: Failure) -> Iterator[None]:
    """The block fails so, and its error carries nothing else along."""
    with pytest.raises(ModelError) as caught:
        yield
    assert caught.value.kind is kind
    assert caught.value.__cause__ is None
    assert caught.value.__context__ is None


def note(kind: str, fault: str) -> Note:
    """A note about a line's fault."""
    return Note(kind, (("fault", fault),))
