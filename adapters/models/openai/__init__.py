"""The customer, and whatever else is asked, behind any OpenAI-compatible address."""

from __future__ import annotations

from adapters.models.embedded.wording import Stock
from adapters.models.fallback import FallbackCustomer
from adapters.models.openai.customer import REVISION, OpenAICustomer
from adapters.models.openai.probe import check_address
from adapters.models.openai.settings import OpenAISettings
from adapters.models.openai.tries import Pace
from core.ports import Clock, Customer, Embedder

__all__ = [
    "REVISION",
    "OpenAICustomer",
    "OpenAISettings",
    "build_openai_customer",
    "check_address",
]


def build_openai_customer(
    settings: OpenAISettings,
    embedded: Customer,
    stock: Stock,
    embedder: Embedder,
    clock: Clock,
) -> FallbackCustomer:
    """Return the improvising customer, with the embedded one behind it. Close with `aclose`."""
    primary = OpenAICustomer(settings, stock, embedder, Pace(clock))
    # A reading or a sentence keeps its own limit; this one is for what should never happen.
    return FallbackCustomer(primary, embedded, clock, limit_s=settings.timeout_s * 1.5)
