"""Chooses what plays the customer and what judges: embedded, or an OpenAI-compatible address."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass

from adapters.models.embedded import EmbeddedCustomer
from adapters.models.minilm import MiniLM
from app.config import Settings
from core.ports import Clock, Customer, Embedder, Grader
from core.scenario import Scenario
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

    closing: tuple[Callable[[], Awaitable[None]], ...] = ()

    async def aclose(self) -> None:
        """Close the connections to models, where there are any."""
        for close in self.closing:
            await close()

    async def warm(self, scenarios: Sequence[Scenario]) -> None:
        """Load the sentence model and what every call needs of it, so that no call waits for it."""
        for scenario in scenarios:
            await self.customer.prepare(scenario)


async def build_minds(settings: Settings, clock: Clock, rubrics: Rubrics) -> Minds:
    """Build what the settings name. Raises PracticeError when a model's address is no good.

    `rubrics` are those that came with the scenarios, by id; others are the shipped library's.
    """
    embedder = MiniLM()
    stock = load_stock()
    customer: Customer = EmbeddedCustomer(embedder, stock)
    judge: Judge = EmbeddedJudge(embedder)
    closing: list[Callable[[], Awaitable[None]]] = []
    if "openai" in {settings.customer, settings.grader}:
        from app import openai_minds  # noqa: PLC0415 - slow to import, and rarely wanted

        address = await openai_minds.address(settings)
        if settings.customer == "openai":
            customer, close = openai_minds.customer(address, customer, stock, embedder, clock)
            closing.append(close)
        if settings.grader == "openai":
            judge, close = openai_minds.judge(address, clock)
            closing.append(close)
    grader = RubricGrader(judge, _finder(rubrics), clock)
    return Minds(customer, grader, embedder, tuple(closing))


def _finder(rubrics: Rubrics) -> Callable[[str], Rubric]:
    def find(rubric_id: str) -> Rubric:
        file = rubrics.get(rubric_id)
        return Rubric.of(file if file is not None else load_rubric(rubric_id))

    return find
