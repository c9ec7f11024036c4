"""The first administrator, wherever they come from; and after the first, nobody so."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from core.people import Person, Role
from core.practice.founding import become_first_admin
from core.rehearsal import EPOCH
from tests.house import COACH, House, house


@pytest.fixture
async def at_home(tmp_path: Path) -> AsyncIterator[House]:
    async with house(tmp_path) as built:
        yield built


def newcomer(name: str, workspace: str, zone: str = "Europe/Lisbon") -> Person:
    return Person(name, workspace, name.title(), frozenset(), time_zone=zone)


async def test_a_workspace_without_one_gets_one_and_only_one(at_home: House) -> None:
    async with at_home.store.unit() as unit:
        first = await become_first_admin(unit, newcomer("fay", "elsewhere"), EPOCH)
        assert first is not None
        assert (first.roles, first.time_zone) == (frozenset({Role.ADMIN}), "Europe/Lisbon")
        assert first.digest.since == EPOCH
        assert await become_first_admin(unit, newcomer("gus", "elsewhere"), EPOCH) is None
    async with at_home.store.reading() as unit:
        assert await unit.person("elsewhere", "fay") == first
        assert await unit.person("elsewhere", "gus") is None


async def test_who_is_known_keeps_what_they_are(at_home: House) -> None:
    async with at_home.store.unit() as unit:
        zed = await become_first_admin(unit, newcomer("zed", "elsewhere"), EPOCH)
    assert zed is not None
    assert zed.roles == {Role.COACH, Role.ADMIN}
    assert zed.time_zone == "UTC"


async def test_where_there_is_one_nobody_becomes_one(at_home: House) -> None:
    async with at_home.store.unit() as unit:
        found = await become_first_admin(unit, newcomer(COACH, "w"), EPOCH)
    assert found is not None
    assert found.roles == {Role.COACH}


async def test_a_time_zone_that_nobody_knows_is_utc(at_home: House) -> None:
    async with at_home.store.unit() as unit:
        found = await become_first_admin(unit, newcomer("fay", "elsewhere", "Mars/North"), EPOCH)
    assert found is not None
    assert found.time_zone == "UTC"
