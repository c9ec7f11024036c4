"""Chooses what plays the customer and what judges: embedded, or an OpenAI-compatible address."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from adapters.models.embedded import EmbeddedCustomer
from adapters.models.minilm import MiniLM
from app.config import Settings
from core.errors import PracticeError
from core.ports import Clock, Customer, Embedder, Grader
from grading.embedded.judge import EmbeddedJudge
from grading.grade import RubricGrader
from grading.judges import Judge
from grading.rubric import Rubric
from scenarios.library import load_stock
from scenarios.loader import load_rubric
from scenarios.rubric_file import RubricFile

Rubrics = Mapping[str, RubricFile]


@dataclass(frozen=True, slots=True)
class Minds:
    """The customer, the grader, and the embedder they share."""

    customer: Customer
    grader: Grader
    embedder: Embedder

    async def warm(self) -> None:
        """Load the sentence model, so that the first reply need not."""
        await asyncio.to_thread(self.embedder.embed, ["Hello."])


async def build_minds(settings: Settings, clock: Clock, rubrics: Rubrics) -> Minds:
    """Build what the settings name. Raises PracticeError when a model's address is no good.

    `rubrics` are those that came with the scenarios, by id; others are the shipped library's.
    """
    embedder = MiniLM()
    customer = await _customer(settings, embedder, clock)
    grader = RubricGrader(_judge(settings, embedder), _finder(rubrics), clock)
    return Minds(customer, grader, embedder)


def _finder(rubrics: Rubrics) -> Callable[[str], Rubric]:
    def find(rubric_id: str) -> Rubric:
        file = rubrics.get(rubric_id)
        return Rubric.of(file if file is not None else load_rubric(rubric_id))

    return find


async def _customer(settings: Settings, embedder: Embedder, clock: Clock) -> Customer:
    stock = load_stock()
    embedded = EmbeddedCustomer(embedder, stock)
    if settings.customer == "embedded":
        return embedded
    from adapters.models.openai import (  # noqa: PLC0415 - slow to import, and rarely wanted
        OpenAISettings,
        build_openai_customer,
        check_address,
    )

    address = OpenAISettings(
        base_url=settings.openai_base_url,
        api_key=settings.openai_api_key.get_secret_value(),
        model=settings.openai_model,
        timeout_s=settings.openai_timeout_s,
    )
    await check_address(address)
    return build_openai_customer(address, embedded, stock, embedder, clock)


def _judge(settings: Settings, embedder: Embedder) -> Judge:
    if settings.grader == "embedded":
        return EmbeddedJudge(embedder)
    raise PracticeError("The OpenAI judge is not wired yet.")
