"""How a server may fail, and what comes of it."""

from __future__ import annotations

import socket

import pytest

from adapters.models.failures import SENTENCES, Failure, ModelError
from adapters.models.openai import OpenAICustomer, OpenAISettings
from tests.fakes.embedder import WordEmbedder
from tests.fakes.openai_server import Answers, Cuts, Fails, Hangs, OpenAIServer, Says
from tests.fakes.pace import FakePace
from tests.integration.openai.customers import (
    NOTHING_READ,
    PRESS,
    STOCK,
    customer_of,
    failing,
    spoken,
)
from tests.samples import scenario
from tests.talks import talk

CALL = talk(scenario(), "You charged me twice.", "My secret is Rosebud.")


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (400, Failure.BAD_REQUEST),
        (401, Failure.WRONG_KEY),
        (403, Failure.WRONG_KEY),
        (404, Failure.UNKNOWN_MODEL),
        (422, Failure.BAD_REQUEST),
    ],
)
async def test_what_will_not_pass_fails_at_once(status: int, kind: Failure) -> None:
    pace = FakePace()
    reply = Fails(status, "we dislike Rosebud")
    async with OpenAIServer(otherwise=reply) as server, customer_of(server, pace) as customer:
        with failing(kind):
            await customer.read(CALL)
        with failing(kind):
            await spoken(customer, CALL, PRESS)
    assert len(server.requests) == 2
    assert not pace.waited


@pytest.mark.parametrize("status", [408, 409, 429, 500, 503])
async def test_what_may_pass_is_tried_until_the_time_is_up(status: int) -> None:
    pace = FakePace()
    reply = Fails(status)
    async with OpenAIServer(otherwise=reply) as server, customer_of(server, pace, 5.0) as customer:
        with pytest.raises(ModelError) as caught:
            await spoken(customer, CALL, PRESS)
    assert caught.value.retryable
    assert pace.waited == [0.4, 0.8, 1.6]
    assert len(server.requests) == 4


async def test_a_wait_longer_than_the_time_left_is_not_waited() -> None:
    pace = FakePace()
    reply = Fails(429, retry_after="60")
    async with OpenAIServer(otherwise=reply) as server, customer_of(server, pace) as customer:
        with pytest.raises(ModelError) as caught:
            await customer.read(CALL)
    assert caught.value.retry_after_s == 60.0
    assert not pace.waited


async def test_no_word_of_the_conversation_is_in_the_error() -> None:
    reply = Fails(400, "the message 'My secret is Rosebud.' is not allowed")
    async with OpenAIServer(otherwise=reply) as server, customer_of(server) as customer:
        with pytest.raises(ModelError) as caught:
            await customer.read(CALL)
    assert str(caught.value) == SENTENCES[Failure.BAD_REQUEST]
    error: BaseException | None = caught.value
    while error is not None:
        assert "Rosebud" not in repr(error)
        error = error.__cause__ or error.__context__


async def test_a_dropped_connection_is_tried_again() -> None:
    script = (Cuts(), Answers(NOTHING_READ))
    async with OpenAIServer(*script) as server, customer_of(server) as customer:
        await customer.read(CALL)
    assert len(server.requests) == 2


async def test_a_server_that_does_not_answer_is_given_up() -> None:
    reply = Hangs()
    async with OpenAIServer(otherwise=reply) as server, customer_of(server, timeout_s=0.39) as late:
        # The library is slow to import, and its client to make: not within this customer's time.
        await late.prepare(CALL.scenario)
        with failing(Failure.TIMEOUT):
            await late.read(CALL)


async def test_nobody_at_the_address() -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        settings = OpenAISettings(f"http://127.0.0.1:{unused.getsockname()[1]}/v1", "m")
        customer = OpenAICustomer(settings, STOCK, WordEmbedder(), FakePace().pace)
        with failing(Failure.UNREACHABLE):
            await customer.read(CALL)
        await customer.aclose()


@pytest.mark.parametrize(("key", "sent"), [("k-1", "Bearer k-1"), ("", "Bearer none")])
async def test_the_key_goes_along(key: str, sent: str) -> None:
    async with OpenAIServer(Says("So?")) as server, customer_of(server, key=key) as customer:
        await spoken(customer, CALL, PRESS)
    assert server.requests[0].headers["Authorization"] == sent


async def test_getting_ready_asks_nothing_of_the_server() -> None:
    async with OpenAIServer() as server, customer_of(server) as customer:
        await customer.prepare(scenario())
        await customer.prepare(scenario())
    assert not server.requests
