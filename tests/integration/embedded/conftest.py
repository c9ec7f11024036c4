"""One customer with the real sentence model for all tests here: loading it takes a second."""

from collections.abc import Awaitable, Callable, Sequence

import pytest

from adapters.models.embedded import EmbeddedCustomer
from adapters.models.minilm import MiniLM
from core.attempt import CallState, Speaker
from core.rehearsal import Rehearsal, ScriptLine, rehearsal
from core.scenario import Scenario
from scenarios.library import FolderLibrary, load_stock

SCENARIOS = tuple(FolderLibrary().all())
Talk = Callable[..., Awaitable[Rehearsal]]


@pytest.fixture(scope="session")
def customer() -> EmbeddedCustomer:
    return EmbeddedCustomer(MiniLM(), load_stock())


@pytest.fixture(params=SCENARIOS, ids=lambda scenario: scenario.id)
def scenario(request: pytest.FixtureRequest) -> Scenario:
    found: Scenario = request.param
    return found


@pytest.fixture
def talk(customer: EmbeddedCustomer) -> Talk:
    """Hold a call of the given lines; it is not hung up, so that the end can be looked at."""

    async def held(scenario: Scenario, lines: Sequence[str], seed: int = 0) -> Rehearsal:
        call = rehearsal(scenario, customer, seed=seed)
        await call.open()
        for line in lines:
            await call.say(ScriptLine(line))
            if call.attempt.state is CallState.ENDED:
                break
        return call

    return held


def heard(call: Rehearsal) -> list[str]:
    """What the customer said, opening included."""
    return [turn.text for turn in call.attempt.turns if turn.speaker is Speaker.CUSTOMER]


def noted(call: Rehearsal, kind: str) -> list[dict[str, object]]:
    """The data of every entry of this kind."""
    return [dict(entry.data) for entry in call.entries if entry.kind == kind]
