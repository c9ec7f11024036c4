"""Sentences of other people, read as the evaluation reads them: a floor against a fall.

Only the `dev` half, which was looked at and mended; the honest figures are those of the other
half, in docs/reading.md.
"""

from collections import defaultdict

import pytest

from tests.evaluation.blind import Item, half, is_right, load, read_all

FLOORS = {
    "exit": 0.86,
    "near": 0.83,
    "fact": 0.91,
    "nofact": 0.90,
    "objection": 0.82,
    "noobjection": 0.97,
    "attack": 0.92,
    "noattack": 0.97,
    "kind": 0.97,
    "rude": 0.97,
    "neutral": 1.0,
}
"""What was reached, less three points."""


@pytest.fixture(scope="module")
def dev() -> list[Item]:
    return [item for item in load() if half(item) == "dev"]


async def test_no_kind_of_sentence_falls_below_its_floor(dev: list[Item]) -> None:
    rights: dict[str, list[bool]] = defaultdict(list)
    for item, reading in zip(dev, await read_all(dev), strict=True):
        rights[item.kind].append(is_right(item, reading))
    reached = {kind: sum(found) / len(found) for kind, found in rights.items()}
    assert {kind: share for kind, share in reached.items() if share < FLOORS[kind]} == {}


def test_exits_are_tried_over_many_scenarios(dev: list[Item]) -> None:
    assert len({item.scenario for item in dev if item.kind in {"exit", "near"}}) >= 6
