"""My Training, in the Home tab and as an answer that only its reader sees."""

from __future__ import annotations

from bots.slack.errors import asked
from bots.slack.home import home, training_blocks
from bots.slack.home import stranger as unknown
from bots.slack.inbound.asking import Asker, Inbound
from bots.slack.viewing import permalink
from core import views
from core.people import Person, ask_admin
from core.views import TrainingItem


async def show_training(inbound: Inbound, asker: Asker) -> None:
    """Answer with My Training. Raises ProviderError, StorageError."""
    person = await inbound.here.person(asker.workspace, asker.person)
    if person is None:
        await inbound.tell(asker, await stranger(inbound, asker))
        return
    items = await _items(inbound, person)
    links = await _links(inbound, person, items)
    shown = training_blocks(
        person,
        items,
        inbound.here.clock.now(),
        thread_link=links.get,
        voice=inbound.here.room is not None,
    )
    await inbound.tell(asker, "My Training", shown)


async def publish_home(inbound: Inbound, workspace: str, person_id: str) -> None:
    """Write somebody's Home tab anew. Raises ProviderError, StorageError."""
    here = inbound.here
    person = await here.person(workspace, person_id)
    client = await here.client(workspace)
    if person is None:
        whom = await stranger(inbound, Asker(workspace, person_id))
        await asked(client.views_publish(user_id=person_id, view=unknown(whom)))
        return
    now = here.clock.now()
    items = await _items(inbound, person)
    async with here.store.reading() as unit:
        learners = await views.learners(unit, here.library, person, now)
        waiting = await views.waiting_reviews(unit, person)
    links = await _links(inbound, person, items)
    view = home(
        person,
        items,
        now,
        thread_link=links.get,
        people=learners,
        waiting=waiting,
        voice=here.room is not None,
    )
    await asked(client.views_publish(user_id=person_id, view=view))


async def stranger(inbound: Inbound, asker: Asker) -> str:
    """Say to somebody unknown whom to ask."""
    async with inbound.here.store.reading() as unit:
        people = await unit.people(asker.workspace)
    return f"I don't know you here yet. {ask_admin(people, 'add you to Scrimmage')}"


async def _items(inbound: Inbound, person: Person) -> tuple[TrainingItem, ...]:
    async with inbound.here.store.reading() as unit:
        now = inbound.here.clock.now()
        return await views.training(unit, inbound.here.library, person, person, now)


async def _links(
    inbound: Inbound, person: Person, items: tuple[TrainingItem, ...]
) -> dict[str, str]:
    """Return the addresses of the threads of calls under way."""
    client = await inbound.here.client(person.workspace)
    found: dict[str, str] = {}
    for item in items:
        head = await inbound.here.head(item.running) if item.running else None
        link = await permalink(client, head) if head else ""
        if item.running and link:
            found[item.running] = link
    return found
