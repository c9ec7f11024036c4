"""What people ask to see: My Training, waiting reviews, their people, help."""

from __future__ import annotations

from bots.chat.permits import Permits
from bots.teams import activities, home
from bots.teams.cards import Card
from bots.teams.inbound.asking import Asker, Inbound
from bots.teams.inbound.newcomers import known
from bots.teams.inbound.small_cards import channel_starts, in_call, unheard
from core import views
from core.attempt import Attempt
from core.glance import glances
from core.people import Person, Role

_TO_NOBODY = "No call is running here, so nobody heard this."
_TO_TRAINEE = (
    "I have not passed this on. To answer a trainee, quote the request for review in your reply, "
    "or press Comment below it."
)


class Shown:
    """Answers with a card. Methods raise ProviderError, StorageError, and Refusal."""

    def __init__(self, inbound: Inbound, permits: Permits) -> None:
        self._in = inbound
        self._permits = permits

    async def training(self, asker: Asker) -> None:
        """Answer with My Training, and with what a coach or manager should look at."""
        person = await known(self._in.here, asker)
        if person is None:
            whom = await self._permits.whom(asker.workspace, "add you to Scrimmage")
            await self._in.tell(asker, home.stranger(whom))
            return
        await self._in.tell(asker, await self.training_card(person))

    async def training_card(self, person: Person) -> Card:
        """Return My Training of somebody. Raises StorageError."""
        here, now = self._in.here, self._in.here.clock.now()
        async with here.store.reading() as unit:
            items = await views.training(unit, here.library, person, person, now)
            learners = await views.learners(unit, here.library, person, now)
            waiting = await views.waiting_reviews(unit, person)
            everybody = await unit.people(person.workspace)
        return home.training(
            person,
            items,
            now,
            voice=here.voice,
            people=glances(learners),
            waiting=len(waiting),
            beginning=not any(Role.TRAINEE in p.roles for p in everybody),
        )

    async def reviews(self, asker: Asker) -> None:
        """Answer with the calls that wait for the asker's review."""
        person = await self._person(asker)
        here = self._in.here
        async with here.store.reading() as unit:
            waiting = await views.waiting_reviews(unit, person)
        await self._in.tell(asker, home.reviews(waiting, here.clock.now(), person.time_zone))

    async def people(self, asker: Asker) -> None:
        """Answer with the people whose practice the asker may see, who needs help first."""
        person = await self._person(asker)
        here, now = self._in.here, self._in.here.clock.now()
        async with here.store.reading() as unit:
            learners = await views.learners(unit, here.library, person, now)
        await self._in.tell(
            asker,
            home.people(glances(learners), now, person.time_zone, admin=Role.ADMIN in person.roles),
        )

    async def practise(self, asker: Asker) -> None:
        """Let somebody begin a call in the channel in which they ask for it."""
        if asker.personal:
            await self.training(asker)
            return
        person, here = await self._person(asker), self._in.here
        async with here.store.reading() as unit:
            items = await views.training(unit, here.library, person, person, here.clock.now())
        shown = activities.message(channel_starts(person, items))
        await here.connector.send(asker.where, shown)

    async def in_call(self, asker: Asker, call: Attempt, *, stops: bool = False) -> None:
        """Answer in the middle of a call: what there is besides talking. Raises ProviderError."""
        scenario = await self._in.here.scenario(call)
        name = scenario.persona.name if scenario else "the customer"
        documents = bool(scenario and scenario.documents)
        card = in_call(call.id, name, documents=documents, stops=stops)
        await self._in.here.connector.send(asker.where, activities.message(card))

    async def unheard(self, asker: Asker, guess: str) -> None:
        """Tell somebody that nobody heard what they wrote, and what they can do instead."""
        person = await known(self._in.here, asker)
        if person is None:
            await self.training(asker)
            return
        coach = Role.COACH in person.roles and Role.TRAINEE not in person.roles
        await self._in.tell(asker, unheard(guess or (_TO_TRAINEE if coach else _TO_NOBODY)))

    async def help(self, asker: Asker) -> None:
        """Answer with what the asker can do here."""
        person = await known(self._in.here, asker)
        if person is None:
            whom = await self._permits.whom(asker.workspace, "add you to Scrimmage")
            await self._in.tell(asker, home.stranger(whom))
        else:
            await self._in.tell(asker, home.help_card(person))

    async def _person(self, asker: Asker) -> Person:
        return await self._permits.known(asker.workspace, await known(self._in.here, asker))
