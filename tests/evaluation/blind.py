"""Measures what the embedded customer understands of sentences its authors have not seen.

The set was written from the scenarios' public faces alone: neither the exemplars nor the rules
were read. Misses of the `dev` half may be looked at and mended; the `test` half is for the
figure only.

    python -m tests.evaluation.blind [--half dev|test|all] [--misses]
"""

from __future__ import annotations

import argparse
import asyncio
import hashlib
import json
import sys
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from typing import Any, TextIO

from adapters.models.embedded import EmbeddedCustomer
from adapters.models.minilm import MiniLM
from core.attempt import (
    Attempt,
    Call,
    CallState,
    CustomerState,
    ObjectionState,
    Owed,
    Speaker,
    Turn,
)
from core.beats import Act
from core.conduct import AFFRONTS, after_conduct
from core.moods import Drift, Feeling, Mood
from core.reading import Reading
from core.rehearsal import EPOCH, new_attempt
from core.scenario import Mode, Scenario
from core.stances import Attack
from scenarios.library import FolderLibrary, load_stock

ITEMS = Path(__file__).with_name("blind.jsonl")
HALVES = ("dev", "test", "all")


@dataclass(frozen=True, slots=True)
class Item:
    """One sentence of a trainee, what the customer had said, and what ought to be understood.

    `expect` holds one key: `met`, `not_met` (exit id, step id), `asked`, `not_asked`, `answered`,
    `not_answered` (an id), `attack`, `warms`, `chills`, `rude` (whether).
    """

    scenario: str
    context: str
    says: str
    expect: Mapping[str, Any]
    kind: str


def load(path: Path = ITEMS) -> list[Item]:
    """Return every item of the set, in the order of the file."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [Item(**json.loads(line)) for line in lines if line.strip()]


def half(item: Item) -> str:
    """Return `dev` or `test`: always the same one for the same sentence."""
    digest = hashlib.sha256(item.says.encode()).digest()
    return "dev" if digest[0] % 2 == 0 else "test"


def call_of(item: Item, scenario: Scenario) -> Call:
    """Return a call in which the customer has said the context, and the trainee the sentence.

    An objection that the item is about, or that the context voices, stands raised.
    """
    fresh = new_attempt(scenario, seed=0, mode=Mode.CHAT)
    about = item.expect.get("answered") or item.expect.get("not_answered")
    raised = {
        objection.id
        for objection in scenario.objections
        if objection.id == about or item.context in {line.text for line in objection.lines}
    }
    objections = tuple(
        replace(progress, state=ObjectionState.RAISED, times=1)
        if progress.id in raised
        else progress
        for progress in fresh.customer.objections
    )
    mood = fresh.customer.feeling.mood
    attempt: Attempt = replace(
        fresh,
        state=CallState.OWING,
        owed=Owed.REPLY,
        started_at=EPOCH,
        customer=replace(fresh.customer, objections=objections),
        turns=(
            Turn(
                0, Speaker.CUSTOMER, item.context, EPOCH, mood, beat=_beat(item, scenario, raised)
            ),
            Turn(1, Speaker.TRAINEE, item.says, EPOCH + timedelta(seconds=6), mood),
        ),
    )
    return Call(attempt, scenario)


def _beat(item: Item, scenario: Scenario, raised: set[str]) -> tuple[str, ...]:
    if item.context == scenario.opening:
        return (Act.OPEN.value,)
    if raised:
        return tuple(f"{Act.OBJECT}:{objection}" for objection in sorted(raised))
    told = (
        fact.id
        for fact in scenario.all_facts
        if any(item.context in line.text for line in fact.says)
    )
    fact = next(told, None)
    return (f"{Act.TELL}:{fact}",) if fact else (Act.PRESS.value,)


def _temper_moved(reading: Reading) -> float:
    """How far a calm customer of medium drift is moved by the conduct alone."""
    before = CustomerState(Feeling.starting(Mood.CALM))
    after = after_conduct(before, reading, Drift.MEDIUM, helped=False)
    return after.feeling.temper - before.feeling.temper


def _rude(reading: Reading) -> bool:
    return bool(reading.stances & AFFRONTS) or reading.attack is Attack.ABUSE


CHECKS: Mapping[str, Callable[[Reading, Any], bool]] = {
    "met": lambda reading, step: tuple(step) in reading.met,
    "not_met": lambda reading, step: tuple(step) not in reading.met,
    "asked": lambda reading, fact: fact in reading.asked,
    "not_asked": lambda reading, fact: fact not in reading.asked,
    "answered": lambda reading, objection: objection in reading.answered,
    "not_answered": lambda reading, objection: objection not in reading.answered,
    "attack": lambda reading, attack: (reading.attack is not None) == attack,
    "warms": lambda reading, _: _temper_moved(reading) > 0,
    "chills": lambda reading, _: _temper_moved(reading) < 0,
    "rude": lambda reading, rude: _rude(reading) == rude,
}


def is_right(item: Item, reading: Reading) -> bool:
    """Whether the reading is what the item expects."""
    return all(CHECKS[key](reading, value) for key, value in item.expect.items())


async def read_all(items: Sequence[Item]) -> list[Reading]:
    """Let the embedded customer read every item."""
    customer = EmbeddedCustomer(MiniLM(), load_stock())
    scenarios = {scenario.id: scenario for scenario in FolderLibrary().all()}
    readings = []
    for item in items:
        scenario = scenarios[item.scenario]
        await customer.prepare(scenario)
        readings.append(await customer.read(call_of(item, scenario)))
    return readings


def _told(reading: Reading) -> str:
    """What was read, in one line, without what is empty."""
    parts = {
        "stances": sorted(stance.value for stance in reading.stances),
        "met": ["/".join(step) for step in reading.met],
        "undone": ["/".join(step) for step in reading.undone],
        "asked": list(reading.asked),
        "answered": list(reading.answered),
        "raised": list(reading.raised),
        "tool": [reading.tool] if reading.tool else [],
        "attack": [reading.attack.value] if reading.attack else [],
    }
    return "; ".join(f"{name}: {', '.join(values)}" for name, values in parts.items() if values)


def report(
    items: Sequence[Item], readings: Sequence[Reading], out: TextIO, *, misses: bool
) -> None:
    """Write the figures by kind, and each miss when they are wanted."""
    figures: dict[str, list[bool]] = defaultdict(list)
    for item, reading in zip(items, readings, strict=True):
        right = is_right(item, reading)
        figures[item.kind].append(right)
        if misses and not right:
            expected = json.dumps(item.expect, ensure_ascii=False)
            out.write(
                f"{item.kind:<12} {item.scenario}: “{item.says}”\n"
                f"    expected {expected}\n    read     {_told(reading) or 'nothing'}\n"
            )
    out.writelines(_row(kind, rights) for kind, rights in figures.items())
    out.write(_row("all", [right for rights in figures.values() for right in rights]))


def _row(name: str, rights: Sequence[bool]) -> str:
    share = sum(rights) / len(rights) if rights else 0.0
    return f"{name:<12} {sum(rights):>4}/{len(rights):<4} {share:>5.0%}\n"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="Measure the embedded customer's reading.")
    parser.add_argument("--half", choices=HALVES, default="all")
    parser.add_argument("--misses", action="store_true", help="print each miss")
    asked = parser.parse_args()
    items = [item for item in load() if asked.half in ("all", half(item))]
    report(items, asyncio.run(read_all(items)), sys.stdout, misses=asked.misses)


if __name__ == "__main__":
    main()
