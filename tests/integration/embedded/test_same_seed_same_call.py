"""The same seed gives the same call; another one other words and the same decisions."""

from core.rehearsal import Rehearsal
from core.scenario import Scenario
from tests.integration.embedded.conftest import Talk, heard, noted

LINES = [
    "Hello, I'm sorry that you had trouble. What happened?",
    "I see. When did it start?",
    "Let me look into it.",
    "I can't do that, I'm afraid.",
    "Ok.",
    "Is there anything else I should know?",
]


def decisions(call: Rehearsal) -> list[object]:
    """What was decided, turn by turn, whatever the words."""
    acts = [note["acts"] for note in noted(call, "customer_said")]
    state = call.attempt.customer
    return [acts, state.told, state.met, state.objections, state.feeling, call.attempt.state]


async def test_the_same_seed_says_the_same(scenario: Scenario, talk: Talk) -> None:
    first, second = await talk(scenario, LINES, 7), await talk(scenario, LINES, 7)
    assert heard(first) == heard(second)
    assert first.entries == second.entries


async def test_another_seed_decides_the_same(scenario: Scenario, talk: Talk) -> None:
    calls = [await talk(scenario, LINES, seed) for seed in (7, 8, 9)]
    assert [decisions(call) for call in calls[1:]] == [decisions(calls[0])] * 2
    assert len({tuple(heard(call)) for call in calls}) > 1
