"""Our Teams surface with everything behind it: practice, lanes, courier, the SQLite file.

    python -m tests.bench.teams.surface http://127.0.0.1:8300 https://127.0.0.1:8301 200 scripted

The addresses are the connector's and Entra's. The customer is scripted, embedded, or stuck. Left
out are only the customer's writing time and Teams' pace in a conversation and a tenant.
"""

from __future__ import annotations

import asyncio
import sys
import tempfile
from collections.abc import Callable
from contextlib import AsyncExitStack

from aiohttp import web

from adapters.clock import RandomIds, SystemClock
from adapters.models.embedded import EmbeddedCustomer
from adapters.models.minilm import MiniLM
from adapters.queue.courier import Courier
from adapters.queue.lanes import Lanes
from adapters.storage import SqlStore, open_store
from adapters.storage.contacts import SqlContacts
from adapters.storage.places_kept import SqlPlaces
from app.logs import configure_logs
from app.surfaces import Surfaces
from bots.chat.shelf import Shelf
from bots.teams.app import TeamsBot, TeamsDeps
from bots.teams.settings import TeamsSettings
from bots.teams.typing import EVERY_S
from bots.web.documents import find
from core.ports import Customer
from core.practice import Practice, Services
from scenarios.library import FolderLibrary, load_stock
from scenarios.shelf import LIBRARY
from tests.bench.programs import serve
from tests.bench.teams.begun import begin, meet
from tests.bench.teams.common import OPENID_PATH, trainee
from tests.bench.teams.stuck import StuckCustomer
from tests.fakes.customer import ScriptedCustomer
from tests.fakes.grader import FakeGrader
from tests.integration.teams_install.entra import APP, SECRET, TENANT

_PUBLIC = "https://practice.example"
_CUSTOMERS: dict[str, Callable[[], Customer]] = {
    "scripted": ScriptedCustomer,
    "embedded": lambda: EmbeddedCustomer(MiniLM(), load_stock()),
    "stuck": StuckCustomer,
}


async def _out_of_pace(seconds: float) -> None:
    """Wait for no turn to send. That the customer writes is shown as often as ever, no oftener."""
    await asyncio.sleep(seconds if seconds == EVERY_S else 0)


async def main(url: str, login_url: str, trainees: int, customer: Customer) -> None:
    """Begin a call with each trainee, then serve until told to stop."""
    async with AsyncExitStack() as stack:
        folder = stack.enter_context(tempfile.TemporaryDirectory())
        store = await open_store(f"sqlite:///{folder}/bench.db")
        stack.push_async_callback(store.close)
        people = [trainee(n) for n in range(trainees)]
        await meet(store, url, people)
        deps = _deps(_settings(url, login_url), store)
        bot = TeamsBot(deps)
        lanes = _lanes(deps, bot, customer)
        stack.push_async_callback(lanes.close)
        stack.push_async_callback(bot.close)
        app = web.Application()
        app.add_routes([bot.connect(lanes)])
        await begin(lanes, people)
        await bot.soon.idle()
        await serve(web.AppRunner(app, access_log=None))


def _settings(url: str, login_url: str) -> TeamsSettings:
    return TeamsSettings(
        app_id=APP,
        app_secret=SECRET,
        tenant_id=TENANT,
        tenants=frozenset({TENANT}),
        base_url=_PUBLIC,
        openid_url=url + OPENID_PATH,
        login_url=login_url,
    )


def _deps(settings: TeamsSettings, store: SqlStore) -> TeamsDeps:
    library, clock = FolderLibrary(), SystemClock()
    pictures = [scenario.persona.picture for scenario in library.all()]
    shelf = Shelf.of(_PUBLIC, "s", lambda name: find([LIBRARY], name), clock, pictures)
    return TeamsDeps(
        settings,
        store,
        library,
        SqlPlaces(store),
        SqlContacts(store),
        clock,
        shelf,
        sleep=_out_of_pace,
    )


def _lanes(deps: TeamsDeps, bot: TeamsBot, customer: Customer) -> Lanes:
    store, clock = deps.store, deps.clock
    surface_of = Surfaces(store, {"teams": bot.surface}).of
    services = Services(
        store, deps.library, customer, FakeGrader(), clock, RandomIds(), surface_of, pause=0.0
    )
    return Lanes(Practice(services), store, Courier(store, surface_of, clock), clock)


if __name__ == "__main__":
    configure_logs("warning")
    asyncio.run(main(sys.argv[1], sys.argv[2], int(sys.argv[3]), _CUSTOMERS[sys.argv[4]]()))
