"""Our Slack surface with everything behind it: practice, lanes, courier, the SQLite file.

    python -m tests.bench.slack.surface http://127.0.0.1:8300/api/ 200 scripted|embedded

Left out are only the customer's writing time and Slack's pace of a message a second in a channel.
"""

from __future__ import annotations

import asyncio
import sys
import tempfile
from contextlib import AsyncExitStack

from aiohttp import web

from adapters.clock import RandomIds, SystemClock
from adapters.models.embedded import EmbeddedCustomer
from adapters.models.minilm import MiniLM
from adapters.queue.courier import Courier
from adapters.queue.lanes import Lanes
from adapters.storage import SqlStore, open_store
from adapters.storage.places_kept import SqlPlaces
from app.logs import configure_logs
from app.slack_installing import TakeIn
from app.surfaces import Surfaces
from bots.chat.shelf import Shelf
from bots.slack.app import SlackBot, SlackDeps
from bots.slack.http import route
from bots.slack.one_workspace import OneWorkspace
from bots.slack.settings import SlackSettings
from core.commands import Envelope, Start
from core.people import Assignment, Person, Role
from core.ports import Customer, Library
from core.practice import Practice, Services
from scenarios.library import FolderLibrary, load_stock
from tests.bench.programs import serve
from tests.bench.slack.common import SECRET, TEAM, TOKEN, trainee
from tests.fakes.customer import ScriptedCustomer
from tests.fakes.grader import FakeGrader

_SCENARIO = "duplicate-charge"


async def _at_once(_seconds: float) -> None:
    """Wait for nothing."""


async def main(api_url: str, trainees: int, customer: Customer) -> None:
    """Begin a call with each trainee, then serve until told to stop."""
    library, clock, ids = FolderLibrary(), SystemClock(), RandomIds()
    settings = SlackSettings(bot_token=TOKEN, signing_secret=SECRET, api_url=api_url)
    async with AsyncExitStack() as stack:
        folder = stack.enter_context(tempfile.TemporaryDirectory())
        store = await open_store(f"sqlite:///{folder}/bench.db")
        stack.push_async_callback(store.close)
        one = OneWorkspace(settings, TakeIn(store, SystemClock()))
        stack.push_async_callback(one.close)
        await one.start()
        places = SqlPlaces(store)
        shelf = Shelf.of("", "s", lambda _: None, clock)
        deps = SlackDeps(settings, one, store, library, places, clock, ids, shelf, sleep=_at_once)
        bot = SlackBot(deps)
        surface_of = Surfaces(store, {"slack": bot.surface}).of
        services = Services(
            store, library, customer, FakeGrader(), clock, ids, surface_of, pause=0.0
        )
        lanes = Lanes(Practice(services), store, Courier(store, surface_of, clock), clock)
        stack.push_async_callback(lanes.close)
        stack.push_async_callback(bot.close)
        app = web.Application()
        app.add_routes([route(bot.connect(lanes))])
        threads = await _begin(store, library, lanes, bot, trainees)
        await serve(web.AppRunner(app, access_log=None), threads=threads)


async def _begin(
    store: SqlStore, library: Library, lanes: Lanes, bot: SlackBot, trainees: int
) -> dict[str, str]:
    """Return the threads of the calls, by their channels."""
    scenario, now = library.scenario(_SCENARIO), SystemClock().now()
    names = [trainee(n) for n in range(trainees)]
    async with store.unit() as unit:
        for name in names:
            await unit.put_person(Person(name, TEAM, f"Trainee {name}", frozenset({Role.TRAINEE})))
            await unit.put_assignment(Assignment(name, TEAM, name, name, scenario.id, now))
    for name in names:
        await lanes.submit(Envelope(name, TEAM, name, name, Start(name, f"t-{name}"), now))
    await lanes.idle()
    await bot.soon.idle()
    heads = [await bot.here.head(f"t-{name}") for name in names]
    return {head.channel: head.message for head in heads if head is not None}


if __name__ == "__main__":
    configure_logs("warning")
    who: Customer = ScriptedCustomer()
    if sys.argv[3] == "embedded":
        who = EmbeddedCustomer(MiniLM(), load_stock())
    asyncio.run(main(sys.argv[1], int(sys.argv[2]), who))
