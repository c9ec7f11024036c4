"""What is said of an address at the start."""

from __future__ import annotations

import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from adapters.models.openai import OpenAISettings, check_address
from core.errors import PracticeError
from tests.fakes.openai_server import Fails, Hangs, Lists, OpenAIServer, Raw, Reply, Says, Step


@asynccontextmanager
async def server(models: Reply, *script: Step) -> AsyncIterator[OpenAIServer]:
    """A server with this list of models."""
    async with OpenAIServer(*script, models=models) as serving:
        yield serving


async def complaint(settings: OpenAISettings) -> str:
    with pytest.raises(PracticeError) as caught:
        await check_address(settings)
    assert caught.value.mend
    return str(caught.value)


async def test_a_model_that_is_listed_will_do() -> None:
    async with server(Lists(["other", "mine"])) as serving:
        await check_address(OpenAISettings(serving.base_url, "mine"))
    assert not serving.requests


async def test_so_will_one_that_is_not_listed_and_answers() -> None:
    async with server(Lists(["other:latest"]), Says("Hello")) as serving:
        await check_address(OpenAISettings(serving.base_url, "other"))


async def test_so_will_a_server_without_a_list() -> None:
    async with server(Fails(404), Says("Hello")) as serving:
        await check_address(OpenAISettings(serving.base_url, "mine"))


async def test_an_unknown_model_is_told_with_what_there_is() -> None:
    listed = [f"model-{n}" for n in range(10)]
    async with server(Lists(listed), Fails(404)) as serving:
        said = await complaint(OpenAISettings(serving.base_url, "mine"))
    assert "127.0.0.1 does not serve the model mine. It lists model-0, model-1" in said
    assert said.endswith("and 2 more.")


async def test_a_wrong_key() -> None:
    async with server(Fails(401)) as serving:
        said = await complaint(OpenAISettings(serving.base_url, "mine", api_key="k-secret"))
    assert said == "127.0.0.1 does not accept the key. Check SCRIMMAGE_OPENAI_API_KEY."


async def test_no_key_for_a_server_out_in_the_world() -> None:
    said = await complaint(OpenAISettings("https://api.example.com/v1", "mine"))
    assert "There is no key" in said
    assert "SCRIMMAGE_OPENAI_API_KEY" in said


async def test_no_model() -> None:
    assert "SCRIMMAGE_OPENAI_MODEL" in await complaint(OpenAISettings("http://localhost/v1", ""))


@pytest.mark.parametrize("url", ["", "localhost:8080/v1", "ftp://host/v1", "http://", "http://[x"])
async def test_no_web_address(url: str) -> None:
    assert "no web address" in await complaint(OpenAISettings(url, "mine"))


async def test_nobody_at_the_address() -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{unused.getsockname()[1]}/v1"
        assert "cannot be reached" in await complaint(OpenAISettings(url, "mine"))


async def test_an_address_without_its_end() -> None:
    async with server(Lists()) as serving:
        url = serving.base_url.removesuffix("/v1")
        said = await complaint(OpenAISettings(url, "mine"))
    assert said.endswith(f"Set SCRIMMAGE_OPENAI_BASE_URL to {url}/v1.")


@pytest.mark.parametrize(
    "answer", [Raw("<html>Welcome</html>", "text/html"), Raw("[]"), Raw('{"data": [1]}')]
)
async def test_an_answer_that_is_no_list(answer: Raw) -> None:
    async with server(answer) as serving:
        said = await complaint(OpenAISettings(serving.base_url, "mine"))
    assert "does not answer as a model's server does" in said


async def test_a_server_that_does_not_answer() -> None:
    async with server(Hangs()) as serving:
        said = await complaint(OpenAISettings(serving.base_url, "mine", timeout_s=0.2))
    assert "did not answer in time" in said


async def test_a_server_in_trouble() -> None:
    async with server(Fails(503)) as serving:
        said = await complaint(OpenAISettings(serving.base_url, "mine"))
    assert "reports trouble" in said
