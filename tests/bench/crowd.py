"""Fills a store with ended attempts, to see what their number costs."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from core.attempt import Attempt, Ended, EndReason, Entry, Speaker, Turn
from core.attempt import CallState as State
from core.moods import Mood
from core.people import Person, Role
from core.ports import Store
from core.rehearsal import EPOCH, new_attempt
from core.scenario import Mode
from tests.samples import scenario

_TURNS = 12
_BATCH = 500
_TRAINEES = 500
_WORDS = "I can see the second charge and I am taking it off your card right now, Pat. "


async def store_attempts(store: Store, count: int) -> None:
    """Store so many ended, scored attempts of twelve turns, spread over 500 trainees."""
    model = new_attempt(scenario(), seed=0, mode=Mode.CHAT)
    async with store.unit() as unit:
        for n in range(_TRAINEES):
            await unit.put_person(Person(f"crowd{n}", "w", f"Crowd {n}", frozenset({Role.TRAINEE})))
        await unit.pin(scenario())
    for start in range(0, count, _BATCH):
        async with store.unit() as unit:
            for n in range(start, min(start + _BATCH, count)):
                await unit.save(_attempt(model, n), _entries(n))


def _attempt(model: Attempt, n: int) -> Attempt:
    at = EPOCH + timedelta(minutes=n)
    turns = tuple(
        Turn(
            t,
            Speaker.TRAINEE if t % 2 else Speaker.CUSTOMER,
            _WORDS,
            at + timedelta(seconds=10 * t),
            Mood.CALM,
            f"crowd:{n}:{t}",
        )
        for t in range(_TURNS)
    )
    return replace(
        model,
        id=f"crowd:{n}",
        workspace="w",
        trainee=f"crowd{n % _TRAINEES}",
        created_at=at,
        started_at=at,
        state=State.ENDED,
        ended=Ended(EndReason.TRAINEE, at),
        turns=turns,
        entries=_TURNS,
        scored=True,
    )


def _entries(n: int) -> list[Entry]:
    at = EPOCH + timedelta(minutes=n)
    return [Entry(t, at, "customer_said", (("turn", t), ("temper", 0.1))) for t in range(_TURNS)]
