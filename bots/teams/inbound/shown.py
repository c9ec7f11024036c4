"""What people ask to see: My Training, waiting reviews, their people, help."""

from __future__ import annotations

from bots.chat.permits import Permits
from bots.teams import home
from bots.teams.buttons import dialog, link
from bots.teams.cards import Card
from bots.teams.elements import card, rich
from bots.teams.inbound.asking import Asker, Inbound
from bots.teams.inbound.newcomers import known
from bots.teams.names import Verb
from core import views
from core.glance import glances
from core.people import Person


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
        return home.training(
            person, items, now, voice=here.voice, people=glances(learners), waiting=len(waiting)
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
        await self._in.tell(asker, home.people(glances(learners), now, person.time_zone))

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


_OPENS = {
    Verb.ASSIGN: ("Give somebody a call to practise.", "Assign a call"),
    Verb.WAYS: ("Where reviews appear, and what team channels may see.", "Open the settings"),
    Verb.PEOPLE: ("Who takes part, as what, and in which team.", "Open the list of people"),
    Verb.DIGEST_TIME: ("When your digest comes by itself.", "Choose the time"),
}


def opener(word: str, verb: Verb) -> Card:
    """A card with the one button that opens a form: Teams opens none by itself."""
    about, words = _OPENS[verb]
    return Card(word, card(rich([about]), [dialog(words, verb, style="positive")]))


def call_link(address: str) -> Card:
    """A fresh link to the call page, which works once."""
    said = "The link works once."
    return Card(said, card(rich([said]), [link("Open the call page", address, style="positive")]))
