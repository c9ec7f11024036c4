"""The only wiring: from the settings to a running product."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from aiohttp import web

from adapters.clock import RandomIds, SystemClock
from adapters.queue.courier import Courier
from adapters.queue.lanes import Lanes
from adapters.storage import SqlStore, open_store
from adapters.storage.web_posts import SqlPosts
from app.config import Settings
from app.demo import WORKSPACE, seed_demo
from app.jobs import Jobs
from app.minds import Minds, build_minds
from bots.web.deps import WebDeps, WebSettings
from bots.web.listeners import Listeners
from bots.web.pages import make_app
from bots.web.surface import WebSurface
from core.ports import Clock, Surface
from core.practice import Practice, Services
from scenarios.library import FolderLibrary
from scenarios.shelf import LIBRARY


@dataclass(frozen=True, slots=True)
class Product:
    """Everything that runs. `web` is the application to serve; `lanes` takes commands."""

    settings: Settings
    store: SqlStore
    library: FolderLibrary
    minds: Minds
    lanes: Lanes
    web: web.Application
    web_settings: WebSettings


@asynccontextmanager
async def bootstrap(settings: Settings, clock: Clock | None = None) -> AsyncIterator[Product]:
    """Build the product, take up what an earlier process left, and close it all at the end.

    Raises PracticeError with a sentence for the administrator when something is not right.
    """
    clock = clock or SystemClock()
    ids = RandomIds()
    library = FolderLibrary(settings.scenarios)
    minds = await build_minds(settings, clock, library.rubrics)
    store = await open_store(settings.store_url)
    try:
        if settings.demo:
            await seed_demo(store, library, clock)
        listeners = Listeners()
        posts = SqlPosts(store)
        surface: Surface = WebSurface(posts, listeners)

        def surface_of(_workspace: str) -> Surface:
            return surface

        courier = Courier(store, surface_of, clock)
        services = Services(
            store,
            library,
            minds.customer,
            minds.grader,
            clock,
            ids,
            surface_of,
            settings.writing_pause,
        )
        lanes = Lanes(Practice(services), store, courier, clock)
        pages = web_settings(settings)
        folders = (LIBRARY, *settings.scenarios)
        deps = WebDeps(store, lanes, library, posts, clock, ids, pages, folders, listeners)
        product = Product(settings, store, library, minds, lanes, make_app(deps), pages)
        async with Jobs(store, clock, settings.purge_hour):
            await lanes.start()
            try:
                yield product
            finally:
                await lanes.close()
    finally:
        await store.close()
        await minds.aclose()


def web_settings(settings: Settings) -> WebSettings:
    """Return what the pages and their links need to know."""
    return WebSettings(
        settings.signing_secret(),
        _base_url(settings),
        settings.demo,
        WORKSPACE,
        settings.link_minutes,
    )


def _base_url(settings: Settings) -> str:
    return settings.base_url.rstrip("/") or f"http://{settings.host}:{settings.port}"
