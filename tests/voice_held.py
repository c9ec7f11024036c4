"""A call by voice that was held, as the pages find it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any

from core.attempt import Entry
from core.commands import Accept, End, Join, Start
from core.scenario import Mode
from tests.house import ASSIGNMENT
from tests.records import turn
from tests.web_house import WebHouse

SAID = ((9.0, "You charged me twice."),)
"""When a line was over, in seconds since the start, and its words; the customer begins."""


async def held(
    pages: WebHouse,
    mode: Mode = Mode.VOICE,
    said: Sequence[tuple[float, str]] = SAID,
    *,
    ended: bool = True,
) -> None:
    """Hold a call, which ends after a minute; by voice, with these lines in it."""
    house = pages.inner
    async with house.store.unit() as unit:
        await unit.put_assignment(replace(ASSIGNMENT, mode=mode))
    assert await house.does(Accept("as1")) == ""
    assert await house.does(Start("as1", "t1")) == ""
    if mode is Mode.VOICE:
        assert await house.does(Join("t1")) == ""
        await _say(pages, said)
    if ended:
        house.clock.passes(60)
        assert await house.does(End("t1")) == ""


async def _say(pages: WebHouse, said: Sequence[tuple[float, str]]) -> None:
    attempt = await pages.inner.attempt()
    assert attempt.started_at is not None
    turns = tuple(
        turn(number, text, at=attempt.started_at + timedelta(seconds=at))
        for number, (at, text) in enumerate(said)
    )
    async with pages.inner.store.unit() as unit:
        await unit.save(replace(attempt, turns=turns))


async def mark(pages: WebHouse, kind: str, seconds: float, **data: Any) -> None:  # noqa: ANN401 - data of a mark
    """Write a mark of the sound into the event log."""
    attempt = await pages.inner.attempt()
    assert attempt.started_at is not None
    at = attempt.started_at + timedelta(seconds=seconds)
    entry = Entry(attempt.entries, at, kind, tuple(sorted(data.items())))
    async with pages.inner.store.unit() as unit:
        await unit.save(replace(attempt, entries=attempt.entries + 1), [entry])
