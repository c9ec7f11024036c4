"""Who is reached where: kept in memory as in a database, and never another workspace's."""

from __future__ import annotations

from dataclasses import replace

import pytest

from adapters.storage import SqlStore, open_store
from adapters.storage.contacts import SqlContacts
from core.contacts import Contact, Contacts, Kind
from tests.fakes.contacts import MemoryContacts
from tests.records import NOON, later

TESS = Contact("acme", Kind.PERSON, "u1", "Tess", '{"conversation": {"id": "a:1"}}', NOON)


@pytest.fixture(params=["memory", "sql"])
def contacts(request: pytest.FixtureRequest, store: SqlStore) -> Contacts:
    return MemoryContacts() if request.param == "memory" else SqlContacts(store)


@pytest.mark.parametrize("kind", Kind)
async def test_a_contact_comes_back_as_it_was_put(contacts: Contacts, kind: Kind) -> None:
    contact = replace(TESS, kind=kind)
    await contacts.put(contact)

    found = await contacts.get("acme", kind, "u1")

    assert found == contact
    assert found is not None
    assert isinstance(found.kind, Kind)
    assert await contacts.all("acme", kind) == [contact]


async def test_putting_again_replaces_everything_but_the_key(contacts: Contacts) -> None:
    moved = replace(TESS, name="Tess Novak", data="{}", at=later(5))
    await contacts.put(TESS)
    await contacts.put(moved)

    assert await contacts.get("acme", Kind.PERSON, "u1") == moved
    assert await contacts.all("acme", Kind.PERSON) == [moved]


async def test_what_is_unknown_is_none(contacts: Contacts) -> None:
    await contacts.put(TESS)

    assert await contacts.get("acme", Kind.PERSON, "u2") is None
    assert await contacts.get("acme", Kind.PERSON, "") is None
    assert await contacts.all("acme", Kind.TEAM) == []


async def test_they_come_by_name_and_namesakes_by_id(contacts: Contacts) -> None:
    for id_, name in (("u3", "Tess"), ("u1", "Tess"), ("u4", "Ann"), ("u2", "Carl")):
        await contacts.put(replace(TESS, id=id_, name=name))

    found = await contacts.all("acme", Kind.PERSON)

    assert [(c.name, c.id) for c in found] == [
        *(("Ann", "u4"), ("Carl", "u2")),
        *(("Tess", "u1"), ("Tess", "u3")),
    ]


async def test_a_workspace_sees_only_its_own(contacts: Contacts) -> None:
    other = replace(TESS, workspace="zeta", name="Another", data='{"of": "zeta"}')
    await contacts.put(TESS)
    await contacts.put(other)

    assert await contacts.get("acme", Kind.PERSON, "u1") == TESS
    assert await contacts.get("zeta", Kind.PERSON, "u1") == other
    assert await contacts.all("acme", Kind.PERSON) == [TESS]
    assert await contacts.all("zeta", Kind.PERSON) == [other]
    assert await contacts.get("beta", Kind.PERSON, "u1") is None
    assert await contacts.all("beta", Kind.PERSON) == []


async def test_kinds_with_the_same_id_are_apart(contacts: Contacts) -> None:
    # Some platforms call a team by the id of its first channel.
    each = [replace(TESS, kind=kind, name=kind.name, data=f'"{kind}"') for kind in Kind]
    for contact in each:
        await contacts.put(contact)

    for contact in each:
        assert await contacts.get("acme", contact.kind, "u1") == contact
        assert await contacts.all("acme", contact.kind) == [contact]


async def test_only_the_one_that_is_meant_is_forgotten(contacts: Contacts) -> None:
    others = [
        replace(TESS, id="u2"),
        replace(TESS, kind=Kind.CHANNEL),
        replace(TESS, workspace="zeta"),
    ]
    for contact in (TESS, *others):
        await contacts.put(contact)

    await contacts.forget("acme", Kind.PERSON, "u1")

    assert await contacts.get("acme", Kind.PERSON, "u1") is None
    for contact in others:
        assert await contacts.get(contact.workspace, contact.kind, contact.id) == contact


async def test_what_is_unknown_is_forgotten_already_and_may_come_back(contacts: Contacts) -> None:
    await contacts.forget("acme", Kind.PERSON, "u1")
    await contacts.put(TESS)
    await contacts.forget("acme", Kind.PERSON, "u1")
    await contacts.forget("acme", Kind.PERSON, "u1")
    assert await contacts.all("acme", Kind.PERSON) == []

    await contacts.put(TESS)

    assert await contacts.get("acme", Kind.PERSON, "u1") == TESS


async def test_names_and_ids_of_any_script_come_back_whole(contacts: Contacts) -> None:
    id_ = "19:Ünï_çødé-çhännel%'\";--@thread.tacv2"
    odd = Contact("ąćmę", Kind.CHANNEL, id_, "営業 👩🏽\u200d💻 صفا e\u0301", '{"名": "é"}', NOON)
    await contacts.put(odd)

    assert await contacts.get("ąćmę", Kind.CHANNEL, id_) == odd
    assert await contacts.all("ąćmę", Kind.CHANNEL) == [odd]


async def test_a_name_that_no_database_can_hold_does_not_lose_the_contact(store: SqlStore) -> None:
    await SqlContacts(store).put(replace(TESS, name="Te\0ss\ud83d"))

    found = await SqlContacts(store).get("acme", Kind.PERSON, "u1")

    assert found == replace(TESS, name="Te\ufffdss\ufffd")


async def test_contacts_outlive_the_process(url: str) -> None:
    first = await open_store(url)
    await SqlContacts(first).put(TESS)
    await first.close()

    second = await open_store(url)
    try:
        assert await SqlContacts(second).get("acme", Kind.PERSON, "u1") == TESS
    finally:
        await second.close()
