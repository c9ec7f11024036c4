"""The sentences that the grammar was written and mended with, as a regression test.

Sentences that were once a fresh check are in it too (topic "mixed"). ``stances`` must be found in
the sentence; of the decisive ones none else may be, but for those in ``may``.
"""

import json
from pathlib import Path
from typing import Any

import pytest

from core.stances import Attack, Stance, attack, read

HERE = Path(__file__).parent
DECISIVE = frozenset(Stance) - {
    Stance.REQUESTS,
    Stance.EXPLAINS,
    Stance.CHECKS_BACK,
    Stance.GREETS,
    Stance.THANKS,
    Stance.SAYS_GOODBYE,
    Stance.AGREES,
    Stance.DISAGREES,
}


def rows(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (HERE / name).read_text("utf-8").splitlines()]


def found(text: str) -> set[Stance]:
    return {stance for clause in read(text) for stance in clause.stances}


@pytest.mark.parametrize("row", rows("dev_set.jsonl"), ids=lambda row: row["text"])
def test_stances_of_a_sentence(row: dict[str, Any]) -> None:
    got = found(row["text"])
    wanted = {Stance(name) for name in row["stances"]}
    may = {Stance(name) for name in row.get("may", ())}
    assert wanted <= got
    assert got & DECISIVE <= wanted | may


@pytest.mark.parametrize("row", rows("attacks.jsonl"), ids=lambda row: row["text"])
def test_attacks_and_what_only_looks_like_one(row: dict[str, Any]) -> None:
    assert attack(row["text"]) == (Attack(row["attack"]) if row["attack"] else None)


def test_the_development_set_is_large_and_varied() -> None:
    dev = rows("dev_set.jsonl")
    assert len({row["text"] for row in dev}) >= 250
    assert len({row["topic"] for row in dev}) >= 12
