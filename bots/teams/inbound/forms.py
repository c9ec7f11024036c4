"""Dialogs: opened for whoever may fill them in, and taken when they are sent in."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from typing import Any

from bots.chat.forms.person import Member
from bots.chat.permits import Permits
from bots.chat.shelf import texts_of
from bots.teams.dialogs import (
    assign,
    comment,
    digest_time,
    documents,
    people,
    person,
    report,
    review,
    transcript,
    ways,
)
from bots.teams.dialogs.dialog import Dialog
from bots.teams.dialogs.filled import Filled
from bots.teams.here import Here
from bots.teams.inbound.asking import Asker, Inbound
from bots.teams.inbound.newcomers import known, member
from bots.teams.names import Verb
from core.contacts import Kind
from core.people import Person, Role

_YOURS = "Write “people in training” to see yours."
Opener = Callable[[Asker, Filled], Awaitable[Dialog]]
"""Builds a dialog: from nothing, or once more with what was filled in and what is wrong there."""


class Forms:
    """Builds dialogs. Each raises Refusal that says whom to ask, PracticeError, StorageError."""

    def __init__(self, inbound: Inbound, permits: Permits) -> None:
        self._in = inbound
        self.permits = permits
        self._openers: dict[str, Opener] = {
            Verb.DOCUMENTS: self._documents,
            Verb.TRANSCRIPT: self._transcript,
            Verb.REPORT: self._report,
            Verb.COMMENT: self._comment,
            Verb.REVIEW: self._review,
            Verb.ASSIGN: self._assign,
            Verb.WAYS: self._ways,
            Verb.PEOPLE: self._people,
            Verb.PERSON: self._person,
            Verb.DIGEST_TIME: self._digest_time,
        }

    @property
    def _here(self) -> Here:
        return self._in.here

    def opener(self, verb: str) -> Opener | None:
        """Return what builds the dialog of a verb, None for any other verb."""
        return self._openers.get(verb)

    async def asker(self, asker: Asker) -> Person:
        """Return who asks."""
        return await self.permits.known(asker.workspace, await known(self._here, asker))

    async def may(self, asker: Asker, verb: Verb) -> None:
        """Return if the asker may fill in the form of a verb."""
        someone = await self.asker(asker)
        if verb is Verb.ASSIGN:
            await self.permits.giver(someone)
        elif verb is Verb.DIGEST_TIME:
            await self.permits.manager(someone)
        elif verb in {Verb.WAYS, Verb.PEOPLE, Verb.PERSON}:
            leads = verb is Verb.PEOPLE and someone.roles & {Role.COACH, Role.MANAGER}
            await self.permits.admin(someone, _YOURS if leads else "")

    async def _documents(self, asker: Asker, filled: Filled) -> Dialog:
        scenario = await self.permits.scenario(await self.asker(asker), filled.value)
        here = self._here
        texts = await texts_of(scenario.documents, here.find, here.papers)
        # Long Markdown takes a tenth of a second to be read, for which nobody else shall wait.
        return await asyncio.to_thread(documents.dialog, scenario.title, texts)

    async def _transcript(self, asker: Asker, filled: Filled) -> Dialog:
        found = await self.permits.page(await self.asker(asker), filled.value)
        names = await self.permits.names(found)
        return transcript.dialog(found, names, transcript.page_of(filled.data))

    async def _report(self, asker: Asker, filled: Filled) -> Dialog:
        found = await self.permits.page(await self.asker(asker), filled.value)
        return report.dialog(found.attempt, found.scenario.persona.name, **filled.again)

    async def _comment(self, asker: Asker, filled: Filled) -> Dialog:
        found = await self.permits.coached(await self.asker(asker), filled.value)
        turn = str(filled.data.get("turn") or "")
        return comment.dialog(found, int(turn) if turn.isdecimal() else None, **filled.again)

    async def _review(self, asker: Asker, filled: Filled) -> Dialog:
        coach = await self.asker(asker)
        found = await self.permits.reviewable(coach, filled.value)
        scenarios = self._here.library.all()
        return review.dialog(found, scenarios, tz=zone_of(asker, coach), **filled.again)

    async def _assign(self, asker: Asker, filled: Filled) -> Dialog:
        await self.may(asker, Verb.ASSIGN)
        giver = await self.asker(asker)
        everybody = await self.permits.people(asker.workspace)
        scenarios = self._here.library.all()
        return assign.dialog(
            giver,
            everybody,
            scenarios,
            filled.value,
            tz=zone_of(asker, giver),
            **filled.again,
        )

    async def _ways(self, asker: Asker, filled: Filled) -> Dialog:
        await self.may(asker, Verb.WAYS)
        workspace = await self.permits.workspace(asker.workspace)
        channels = await self._here.contacts.all(asker.workspace, Kind.CHANNEL)
        return ways.dialog(
            workspace.ways,
            await self.permits.people(asker.workspace),
            [(c.id, c.name or "A channel") for c in channels],
            **filled.again,
        )

    async def _people(self, asker: Asker, filled: Filled) -> Dialog:
        await self.may(asker, Verb.PEOPLE)
        met = await self._here.contacts.all(asker.workspace, Kind.PERSON)
        return people.dialog(await self.permits.people(asker.workspace), met, **filled.again)

    async def _person(self, asker: Asker, filled: Filled) -> Dialog:
        """The form of one person, whom Teams may know by name."""
        await self.may(asker, Verb.PERSON)
        everybody = await self.permits.people(asker.workspace)
        found = next((p for p in everybody if p.id == filled.value), None)
        admin = await self.asker(asker)
        about = Member(
            filled.value, await self._name(asker, filled.value, found), zone_of(asker, admin)
        )
        return person.dialog(about, found, everybody, **filled.again)

    async def _name(self, asker: Asker, wanted: str, found: Person | None) -> str:
        if found is not None:
            return found.name
        met = await self._here.contact(asker.workspace, Kind.PERSON, wanted)
        if met is not None and met.name:
            return met.name
        seen = await member(self._here, replace(asker, person=wanted, account=wanted))
        return seen.name if seen else ""

    async def _digest_time(self, asker: Asker, filled: Filled) -> Dialog:
        await self.may(asker, Verb.DIGEST_TIME)
        manager = await self.asker(asker)
        return digest_time.dialog(manager, asker.zone, **filled.again)


def zone_of(asker: Asker, person: Person) -> str:
    """Return the clock by which somebody reads times: that of their Teams, or else their own."""
    return asker.zone or person.time_zone


def about(activity: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return what a button that opens or sends in a dialog carried along."""
    data = (activity.get("value") or {}).get("data") or {}
    return data if isinstance(data, dict) else {}
