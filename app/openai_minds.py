"""The customer and the judge behind an OpenAI-compatible address. Imports the SDK: slow."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from adapters.models.embedded.wording import Stock
from adapters.models.openai import OpenAISettings, build_openai_customer, check_address
from adapters.models.openai.tries import Pace
from adapters.models.openai_judge import OpenAIJudge
from app.config import Settings
from core.ports import Clock, Customer, Embedder
from grading.judges import Judge

Close = Callable[[], Awaitable[None]]


async def address(settings: Settings) -> OpenAISettings:
    """Return the address, tried once. Raises PracticeError that says what is wrong with it."""
    found = OpenAISettings(
        base_url=settings.openai_base_url,
        api_key=settings.openai_api_key.get_secret_value(),
        model=settings.openai_model,
        timeout_s=settings.openai_timeout_s,
    )
    await check_address(found)
    return found


def customer(
    at: OpenAISettings, embedded: Customer, stock: Stock, embedder: Embedder, clock: Clock
) -> tuple[Customer, Close]:
    """Return the improvising customer, the embedded one behind it, and what closes it."""
    built = build_openai_customer(at, embedded, stock, embedder, clock)
    return built, built.aclose


def judge(at: OpenAISettings, clock: Clock) -> tuple[Judge, Close]:
    """Return the judge and what closes it."""
    built = OpenAIJudge(at, Pace(clock))
    return built, built.aclose
