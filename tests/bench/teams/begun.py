"""Calls under way: what is there before it is measured."""

from __future__ import annotations

from collections.abc import Sequence

from adapters.clock import SystemClock
from adapters.queue.lanes import Lanes
from adapters.storage import SqlStore
from adapters.storage.contacts import SqlContacts
from core.commands import Envelope, Start
from core.contacts import Contact, Kind
from core.people import Assignment, Person, Role, Workspace
from tests.bench.teams.common import attempt, reference
from tests.integration.teams_install.entra import TENANT

_SCENARIO = "duplicate-charge"


async def meet(store: SqlStore, url: str, people: Sequence[str]) -> None:
    """Give everybody the scenario. That the tenant has the app is known, nobody's chat as yet."""
    now = SystemClock().now()
    data = reference(url).at("").as_json()
    await SqlContacts(store).put(Contact(TENANT, Kind.WORKSPACE, TENANT, "", data, now))
    async with store.unit() as unit:
        await unit.put_workspace(Workspace(TENANT, "Acme", "teams"))
        for person in people:
            await unit.put_person(Person(person, TENANT, "A Trainee", frozenset({Role.TRAINEE})))
            await unit.put_assignment(Assignment(person, TENANT, person, person, _SCENARIO, now))


async def begin(lanes: Lanes, people: Sequence[str]) -> None:
    """Let everybody press Start, and everything stand that comes of it."""
    now = SystemClock().now()
    for person in people:
        start = Start(person, attempt(person))
        await lanes.submit(Envelope(person, TENANT, person, person, start, now))
    await lanes.idle()
