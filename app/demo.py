"""The demo workspace: a trainee, a coach, a manager, and assignments to begin with."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from core.people import Assignment, DigestTime, Person, Role, Workspace
from core.ports import Clock, Library, Store

WORKSPACE = "local"
"""The id of the workspace that this server keeps for the browser."""

_TRAINEES = {"alex": "Alex Okafor", "mei": "Mei Tanaka"}
_PEOPLE = (
    *(
        Person(id_, WORKSPACE, name, frozenset({Role.TRAINEE}), team="Support")
        for id_, name in _TRAINEES.items()
    ),
    Person(
        "ines",
        WORKSPACE,
        "Ines Duarte",
        frozenset({Role.COACH}),
        team="Support",
        coaches=frozenset(_TRAINEES),
    ),
    Person(
        "ravi",
        WORKSPACE,
        "Ravi Menon",
        frozenset({Role.MANAGER, Role.ADMIN}),
        manages=frozenset({"Support"}),
    ),
)
# Trainee, scenario, days until it is due, attempts allowed.
_ASSIGNMENTS = (
    ("alex", "duplicate-charge", 2, None),
    ("alex", "late-parcel", 5, 3),
    ("alex", "price-objection", 9, None),
    ("alex", "cancellation", -1, None),
    ("mei", "service-outage", 3, None),
    ("mei", "clinic-front-desk", 6, 2),
)


async def seed_demo(store: Store, library: Library, clock: Clock) -> None:
    """Fill the demo workspace, once: what is there already stays as it is."""
    async with store.unit() as unit:
        if await unit.workspace(WORKSPACE) is not None:
            return
        await unit.put_workspace(Workspace(WORKSPACE, "Scrimmage demo", "web"))
        for person in _PEOPLE:
            await unit.put_person(replace(person, digest=DigestTime(since=clock.now())))
        known = {scenario.id for scenario in library.all()}
        for number, (trainee, scenario, days, attempts) in enumerate(_ASSIGNMENTS):
            if scenario in known:
                await unit.put_assignment(
                    _assignment(number, trainee, scenario, _due(clock.now(), days), attempts)
                )


def _assignment(
    number: int, trainee: str, scenario: str, due: datetime, attempts: int | None
) -> Assignment:
    created = due - timedelta(days=14)
    return Assignment(
        f"demo-{number}", WORKSPACE, trainee, "ines", scenario, created, due, attempts
    )


def _due(now: datetime, days: int) -> datetime:
    """Five in the afternoon, so many days from now."""
    return (now + timedelta(days=days)).replace(hour=17, minute=0, second=0, microsecond=0)
