"""The protocol, spoken with a real llama.cpp server.

Its model is far too small to play anybody: what it says is not looked at, only that whatever it
says is borne.
"""

from __future__ import annotations

import json
from collections.abc import AsyncIterator

import jsonschema
import pytest

from adapters.clock import SystemClock
from adapters.models.embedded import EmbeddedCustomer
from adapters.models.failures import Failure
from adapters.models.fallback import FallbackCustomer
from adapters.models.openai import (
    OpenAICustomer,
    OpenAISettings,
    build_openai_customer,
    check_address,
)
from adapters.models.openai.answer import parse
from adapters.models.openai.chat import Chat
from adapters.models.openai.form import form_of
from adapters.models.openai.tries import Pace
from core.attempt import EndReason, Speaker
from core.rehearsal import ScriptLine, rehearse
from tests.fakes.embedder import WordEmbedder
from tests.integration.openai.customers import PRESS, STOCK, failing, spoken
from tests.llama import MODEL
from tests.samples import scenario
from tests.talks import talk

PATIENT_S = 100.0
"""A test machine may be busy."""


pytestmark = pytest.mark.timeout(240)


@pytest.fixture
def settings(llama: str) -> OpenAISettings:
    return OpenAISettings(llama, MODEL, timeout_s=PATIENT_S, temperature=0.2, seed=1)


@pytest.fixture
async def chat(settings: OpenAISettings) -> AsyncIterator[Chat]:
    opened = Chat(settings)
    yield opened
    await opened.aclose()


async def test_it_is_an_address_that_will_do(settings: OpenAISettings) -> None:
    await check_address(settings)


async def test_it_streams(chat: Chat) -> None:
    pieces = chat.stream("You are short.", "Count to five.", PATIENT_S, max_tokens=12, stop=["9"])
    assert len([piece async for piece in pieces]) > 1


async def test_it_fills_in_the_form(chat: Chat) -> None:
    form = form_of(scenario())
    schema = {"name": "form", "strict": True, "schema": form.schema()}
    answer = await chat.complete(
        "Fill in the form.",
        'The agent says: "What is your email?"',
        PATIENT_S,
        max_tokens=400,
        response_format={"type": "json_schema", "json_schema": schema},
    )
    jsonschema.validate(json.loads(answer), form.schema())
    parse(answer)


async def test_too_long_a_prompt_is_refused_at_once(chat: Chat) -> None:
    with failing(Failure.BAD_REQUEST):
        await chat.complete("You are short.", "So many words! " * 3000, PATIENT_S)


async def test_a_line_comes_whatever_the_model_makes_of_it(settings: OpenAISettings) -> None:
    customer = OpenAICustomer(settings, STOCK, WordEmbedder(), Pace(SystemClock()))
    said, _ = await spoken(customer, talk(scenario(), "You charged me twice.", "Hello."), PRESS)
    assert all(said)
    await customer.aclose()


async def test_a_whole_call_comes_to_its_end(settings: OpenAISettings) -> None:
    embedder = WordEmbedder()
    embedded = EmbeddedCustomer(embedder, STOCK)
    # As impatient as with a real trainee: on a busy machine the embedded customer takes over.
    quick = OpenAISettings(settings.base_url, MODEL, timeout_s=15.0, seed=1)
    customer = build_openai_customer(quick, embedded, STOCK, embedder, SystemClock())
    assert isinstance(customer, FallbackCustomer)
    lines = ["Hello, what is your email?", "I'll refund it now, by Friday."]
    call = await rehearse(scenario(), customer, [ScriptLine(line) for line in lines])
    await customer.aclose()
    assert call.attempt.ended is not None
    assert call.attempt.ended.reason in EndReason
    heard = [turn.text for turn in call.attempt.turns if turn.speaker is Speaker.CUSTOMER]
    assert heard[0] == scenario().opening
    assert len(heard) > 1
    assert all(heard)
