"""Kindness lifts a customer and rudeness lowers it, faster where the mood drifts fast."""

from dataclasses import replace

import pytest

from core.moods import Drift
from core.scenario import Scenario
from tests.integration.embedded.conftest import Talk

KIND = [
    "I'm so sorry, that must have been really frustrating for you.",
    "Thank you for telling me. I understand why you're upset.",
    "That's our mistake, and I'll make it right.",
]
RUDE = ["That's not my problem.", "You should have read it properly, that's your own fault."]


def drifting(scenario: Scenario, drift: Drift) -> Scenario:
    return replace(scenario, persona=replace(scenario.persona, drift=drift))


async def temper(talk: Talk, scenario: Scenario, lines: list[str]) -> float:
    call = await talk(scenario, lines)
    return call.attempt.customer.feeling.temper


@pytest.mark.parametrize("drift", list(Drift))
async def test_kind_words_lift_and_rude_ones_lower(
    scenario: Scenario, talk: Talk, drift: Drift
) -> None:
    steady = drifting(scenario, drift)
    start = await temper(talk, steady, [])
    assert await temper(talk, steady, RUDE[:1]) < start < await temper(talk, steady, KIND[:1])


async def test_a_fast_drift_moves_further(scenario: Scenario, talk: Talk) -> None:
    slow, fast = drifting(scenario, Drift.SLOW), drifting(scenario, Drift.FAST)
    start = await temper(talk, slow, [])
    for line in (KIND[0], RUDE[0]):
        slowly = abs(await temper(talk, slow, [line]) - start)
        quickly = abs(await temper(talk, fast, [line]) - start)
        assert quickly > slowly > 0
