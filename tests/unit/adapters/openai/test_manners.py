"""Tries, concessions, errors, and the tidying of what a model writes."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime

import pytest

from adapters.models.failures import SENTENCES, Failure, ModelError
from adapters.models.nearness import Nearness
from adapters.models.openai.dialect import Dialect
from adapters.models.openai.errors import of_status, retry_after_s
from adapters.models.openai.settings import OpenAISettings
from adapters.models.openai.tidy import tidied
from adapters.models.openai.tries import Tries
from core.errors import ProviderError
from tests.fakes.embedder import WordEmbedder
from tests.fakes.pace import FakePace

NOON = datetime(2026, 1, 5, 12, tzinfo=UTC)


async def test_each_wait_is_longer_until_the_time_is_up() -> None:
    waits = FakePace()
    tries = Tries(waits.pace, 5.0)
    failure = ModelError(Failure.OVERLOADED)
    for _ in range(3):
        await tries.after(failure)
    with pytest.raises(ModelError) as caught:
        await tries.after(failure)
    assert caught.value is failure
    assert waits.waited == [0.4, 0.8, 1.6]


async def test_it_does_not_try_for_ever() -> None:
    waits = FakePace()
    tries = Tries(waits.pace, 1000.0)
    for _ in range(4):
        await tries.after(ModelError(Failure.TIMEOUT))
    with pytest.raises(ModelError):
        await tries.after(ModelError(Failure.TIMEOUT))
    assert len(waits.waited) == 4


async def test_the_wait_asked_for_is_kept() -> None:
    waits = FakePace()
    tries = Tries(waits.pace, 12.0)
    await tries.after(ModelError(Failure.RATE_LIMITED, retry_after_s=3.0))
    assert waits.waited == [3.0]
    assert tries.left_s == 9.0


async def test_a_wait_that_is_too_long_is_not_begun() -> None:
    waits = FakePace()
    with pytest.raises(ModelError):
        await Tries(waits.pace, 12.0).after(ModelError(Failure.RATE_LIMITED, retry_after_s=30.0))
    assert not waits.waited


async def test_what_will_not_pass_is_not_tried_again() -> None:
    waits = FakePace()
    with pytest.raises(ProviderError):
        await Tries(waits.pace, 12.0).after(ModelError(Failure.WRONG_KEY))
    assert not waits.waited


def test_when_the_time_is_up_there_is_no_more_try() -> None:
    waits = FakePace()
    tries = Tries(waits.pace, 12.0)
    waits.clock.passes(12)
    with pytest.raises(ModelError) as caught:
        _ = tries.left_s
    assert caught.value.kind is Failure.OVER_TIME


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        ("2", 2.0),
        ("0.5", 0.5),
        ("-1", 0.0),
        ("Mon, 05 Jan 2026 12:00:07 GMT", 7.0),
        ("Mon, 05 Jan 2026 11:00:00 GMT", 0.0),
        ("soon", None),
        ("", None),
    ],
)
def test_retry_after(header: str, seconds: float | None) -> None:
    assert retry_after_s(header, NOON) == seconds


@pytest.mark.parametrize(
    ("status", "kind", "retryable"),
    [
        (400, Failure.BAD_REQUEST, False),
        (401, Failure.WRONG_KEY, False),
        (403, Failure.WRONG_KEY, False),
        (404, Failure.UNKNOWN_MODEL, False),
        (408, Failure.TIMEOUT, True),
        (409, Failure.OVERLOADED, True),
        (418, Failure.BAD_REQUEST, False),
        (422, Failure.BAD_REQUEST, False),
        (429, Failure.RATE_LIMITED, True),
        (500, Failure.OVERLOADED, True),
        (503, Failure.OVERLOADED, True),
    ],
)
def test_a_status_says_whether_to_try_again(status: int, kind: Failure, retryable: bool) -> None:
    failed = of_status(status, {})
    assert (failed.kind, failed.retryable) == (kind, retryable)


def test_every_failure_has_its_sentence() -> None:
    assert set(SENTENCES) == set(Failure)


def test_concessions_are_made_one_by_one() -> None:
    dialect = Dialect()
    request = {"max_tokens": 10, "stop": ["x"], "response_format": {"type": "json_schema"}}
    assert dialect.spoken(request) == request
    assert dialect.concede("stop")
    assert dialect.concede("max_tokens")
    assert dialect.concede("response_format")
    spoken = dialect.spoken(request)
    assert spoken == {"max_completion_tokens": 2010, "response_format": {"type": "json_object"}}
    assert dialect.concede("response_format")
    assert dialect.concede("max_completion_tokens")
    assert dialect.spoken(request) == {}


@pytest.mark.parametrize("parameter", ["model", "messages", "tools"])
def test_what_is_needed_is_not_given_up(parameter: str) -> None:
    assert not Dialect().concede(parameter)


def test_nothing_is_conceded_twice() -> None:
    dialect = Dialect()
    assert dialect.concede("stop")
    assert not dialect.concede("stop")


@pytest.mark.parametrize(
    ("raw", "line"),
    [
        (["Customer: Hello.", "Again."], ["Hello.", "Again."]),
        (["Pat: Hello."], ["Hello."]),
        (["**Customer:** Hello."], ["** Hello."]),
        (['"Hello.', 'Again."'], ["Hello.", "Again."]),
        (['"Hello."'], ["Hello."]),
        (['He said "no".'], ['He said "no".']),
        (["“Hello.”"], ["Hello."]),
        (["Hello.", "Agent: Hi there.", "More."], ["Hello."]),
        (["Hello.", "Customer: More."], ["Hello."]),
        (["Agent: Hi there."], ["Agent: Hi there."]),
        (["Here is the thing: no."], ["Here is the thing: no."]),
        (['"', "Hello."], ["Hello."]),
        ([], []),
    ],
)
async def test_what_models_put_around_a_line_comes_off(raw: list[str], line: list[str]) -> None:
    async def given() -> AsyncIterator[str]:
        for sentence in raw:
            yield sentence

    assert [sentence async for sentence in tidied(given(), "Pat Sample")] == line


def test_a_text_is_embedded_once() -> None:
    embedder = WordEmbedder()
    near = Nearness(embedder)
    near.learn(["a red house", "a blue boat"])
    assert near("a red house", ["a red house", "a blue boat"]) == pytest.approx(1.0)
    assert near("a red boat", ["a blue boat"]) > near("a red boat", ["something else"])
    assert near("alone", []) == 0.0
    assert embedder.embedded == 4


def test_the_key_is_not_shown() -> None:
    assert "secret" not in repr(OpenAISettings("http://localhost/v1", "m", api_key="secret"))
