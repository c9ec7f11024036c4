"""Carrying on without the model."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from adapters.models.embedded import EmbeddedCustomer
from adapters.models.fallback import FAILURES_BORNE, PAUSE_S, FallbackCustomer
from core.attempt import Call
from core.beats import Act, Beat, Move
from core.moods import Mood
from core.ports import Sentence
from core.reading import Note, Reading
from core.rehearsal import ScriptLine, rehearse
from core.scenario import Scenario
from tests.fakes.customer import ScriptedCustomer
from tests.fakes.embedder import WordEmbedder
from tests.fakes.openai_server import Answers, Cuts, Fails, OpenAIServer, Says
from tests.fakes.pace import FakePace
from tests.integration.openai.customers import (
    EMAIL,
    NOTHING_READ,
    PRESS,
    STOCK,
    customer_of,
    spoken,
)
from tests.samples import scenario
from tests.talks import talk

CALL = talk(scenario(), "You charged me twice.", "What is your email?")
CARRIED_ON = Note("embedded_carried_on")
SKIPPED = Note("provider_skipped")


def failed(kind: str, *, retryable: bool = False) -> Note:
    return Note("provider_failed", (("kind", kind), ("retryable", retryable)))


@asynccontextmanager
async def fallback(server: OpenAIServer, pace: FakePace) -> AsyncIterator[FallbackCustomer]:
    """The server's customer with the embedded one behind it."""
    async with customer_of(server, pace) as primary:
        yield FallbackCustomer(primary, EmbeddedCustomer(WordEmbedder(), STOCK), pace.clock)


async def test_while_the_model_works_nobody_else_speaks() -> None:
    script = (Answers({**NOTHING_READ, "asked": ["date"]}), Says("I want it back."))
    async with OpenAIServer(*script) as server, fallback(server, FakePace()) as customer:
        await customer.prepare(scenario())
        assert (await customer.read(CALL)).asked == ("date",)
        assert await spoken(customer, CALL, PRESS) == (["I want it back."], [])


async def test_a_turn_that_could_not_be_read_is_read_and_answered_without_the_model() -> None:
    async with OpenAIServer(Fails(401)) as server, fallback(server, FakePace()) as customer:
        reading = await customer.read(CALL)
        assert reading.asked == ("email",)
        assert reading.notes == (failed("wrong_key"), CARRIED_ON)
        assert await spoken(customer, CALL, EMAIL) == (["It's pat@example.com."], [])
    assert len(server.requests) == 1


async def test_a_line_that_failed_before_its_first_word_is_the_authors() -> None:
    async with OpenAIServer(Fails(404)) as server, fallback(server, FakePace()) as customer:
        said, notes = await spoken(customer, CALL, EMAIL)
    assert said == ["It's pat@example.com."]
    assert notes == [failed("unknown_model"), CARRIED_ON]


async def test_what_was_said_before_the_failure_stays_and_is_not_said_again() -> None:
    script = (Cuts(["Sure, it's pat@example.com. ", "And"]), Fails(400))
    async with OpenAIServer(*script) as server, fallback(server, FakePace()) as customer:
        said, notes = await spoken(customer, CALL, EMAIL)
    assert said == ["Sure, it's pat@example.com."]
    assert notes == [failed("bad_request")]


async def test_what_was_not_yet_said_is_added() -> None:
    beat = Beat((Move(Act.SOFTEN), Move(Act.TELL, "email")), Mood.CALM)
    script = (Cuts(["Well, thanks. ", "It"]), Fails(400))
    async with OpenAIServer(*script) as server, fallback(server, FakePace()) as customer:
        said, notes = await spoken(customer, CALL, beat)
    assert said == ["Well, thanks.", "It's pat@example.com."]
    assert notes == [failed("bad_request"), CARRIED_ON]


async def test_after_failures_in_a_row_the_model_is_left_alone_for_a_while() -> None:
    pace = FakePace()
    async with OpenAIServer(otherwise=Fails(401)) as server, fallback(server, pace) as customer:
        for _ in range(FAILURES_BORNE):
            await customer.read(CALL)
        reading = await customer.read(CALL)
        assert reading.notes == (SKIPPED, CARRIED_ON)
        other = talk(scenario(), "You charged me twice.", "Hm.", "So?", "Hm.")
        assert (await spoken(customer, other, EMAIL))[1] == [SKIPPED, CARRIED_ON]
        assert len(server.requests) == FAILURES_BORNE
        pace.clock.passes(PAUSE_S)
        server.then(Answers(NOTHING_READ))
        assert not (await customer.read(CALL)).notes
    assert len(server.requests) == FAILURES_BORNE + 1


async def test_one_failure_after_the_pause_is_enough_for_another() -> None:
    pace = FakePace()
    async with OpenAIServer(otherwise=Fails(401)) as server, fallback(server, pace) as customer:
        for _ in range(FAILURES_BORNE):
            await customer.read(CALL)
        pace.clock.passes(PAUSE_S)
        await customer.read(CALL)
        assert (await customer.read(CALL)).notes[0] == SKIPPED


async def test_a_success_in_between_forgets_the_failures() -> None:
    bad, good = Fails(401), Answers(NOTHING_READ)
    script = (bad, bad, good, bad, bad, good)
    async with OpenAIServer(*script) as server, fallback(server, FakePace()) as customer:
        for _ in script:
            await customer.read(CALL)
    assert len(server.requests) == len(script)


async def test_a_whole_call_survives_a_server_that_comes_and_goes() -> None:
    script = (
        Answers({**NOTHING_READ, "asked": ["email"], "stances": ["asks"]}),
        Cuts(["It's pat@example.com. "]),
        *(Fails(503),) * 4,
        Fails(401),
        Answers({**NOTHING_READ, "met": ["agreed/promised"], "stances": ["promises"]}),
        Says("How can I help you?"),
        Says("As an AI, I wait."),
    )
    pace = FakePace()
    lines = ["What is your email?", "Thanks.", "I'll refund it.", "It comes on Friday."]
    async with OpenAIServer(*script) as server, fallback(server, pace) as customer:
        call = await rehearse(scenario(), customer, [ScriptLine(line) for line in lines])
    assert call.attempt.ended is not None
    assert all(turn.text for turn in call.attempt.turns)
    kinds = {entry.kind for entry in call.entries}
    assert {"provider_failed", "embedded_carried_on", "authored_line_used"} <= kinds


class Stuck(ScriptedCustomer):
    """A primary without a time limit of its own."""

    closed = False

    async def read(self, call: Call) -> Reading:
        await asyncio.Event().wait()
        raise AssertionError

    async def say(self, call: Call, beat: Beat) -> AsyncIterator[Sentence | Note]:
        yield Sentence("Well.")
        await asyncio.Event().wait()

    async def aclose(self) -> None:
        self.closed = True


async def test_a_primary_that_hangs_is_not_waited_for() -> None:
    pace = FakePace()
    embedded = EmbeddedCustomer(WordEmbedder(), STOCK)
    customer = FallbackCustomer(Stuck(), embedded, pace.clock, limit_s=0.01)
    assert (await spoken(customer, CALL, EMAIL)) == (
        ["Well.", "It's pat@example.com."],
        [failed("over_time"), CARRIED_ON],
    )
    assert (await customer.read(CALL)).notes == (failed("over_time"), CARRIED_ON)


async def test_a_bug_is_not_hidden() -> None:
    class Broken(Stuck):
        async def read(self, call: Call) -> Reading:
            raise ZeroDivisionError

    customer = FallbackCustomer(Broken(), ScriptedCustomer(), FakePace().clock)
    with pytest.raises(ZeroDivisionError):
        await customer.read(CALL)


async def test_closing_closes_the_primary() -> None:
    primary = Stuck()
    await FallbackCustomer(primary, ScriptedCustomer(), FakePace().clock).aclose()
    assert primary.closed


async def test_both_are_prepared() -> None:
    primary, embedded = Stuck(), ScriptedCustomer()
    played: Scenario = scenario()
    await FallbackCustomer(primary, embedded, FakePace().clock).prepare(played)
    assert primary.prepared == embedded.prepared == [played.id]
