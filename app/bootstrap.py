"""The only wiring: from the settings to a running product."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from aiohttp import web

from adapters.clock import RandomIds, SystemClock
from adapters.queue.courier import Courier
from adapters.queue.lanes import Lanes
from adapters.storage import SqlStore, open_store
from adapters.storage.blobs import FolderBlobs
from adapters.storage.recordings import SqlRecordings
from adapters.storage.web_posts import SqlPosts
from app.config import Settings
from app.demo import WORKSPACE, seed_demo
from app.jobs import Jobs
from app.minds import Minds, build_minds
from app.slack_wiring import SlackGiven, open_slack
from app.surfaces import Surfaces
from app.teams_wiring import TeamsGiven, open_teams
from app.voice_wiring import Voice, VoiceDesk, VoiceGiven, open_voice
from bots.chat.shelf import Shelf
from bots.web.deps import WebDeps, WebSettings
from bots.web.documents import find
from bots.web.listeners import Listeners
from bots.web.pages import make_app
from bots.web.room import WebCallRoom
from bots.web.surface import WebSurface
from core.ports import Clock, Library, Surface
from core.practice import Practice, Services
from scenarios.library import FolderLibrary
from scenarios.shelf import LIBRARY


@dataclass(frozen=True, slots=True)
class Product:
    """Everything that runs. `web` is the application to serve; `lanes` takes commands.

    `voice` is None where no calls by voice can be held.
    """

    settings: Settings
    store: SqlStore
    library: FolderLibrary
    minds: Minds
    lanes: Lanes
    web: web.Application
    web_settings: WebSettings
    voice: Voice | None = None


@asynccontextmanager
async def bootstrap(settings: Settings, clock: Clock | None = None) -> AsyncIterator[Product]:
    """Build the product, take up what an earlier process left, and close it all at the end.

    Raises PracticeError with a sentence for the administrator when something is not right.
    """
    clock = clock or SystemClock()
    ids = RandomIds()
    library = FolderLibrary(settings.scenarios)
    async with AsyncExitStack() as stack:
        minds = await build_minds(settings, clock, library.rubrics)
        stack.push_async_callback(minds.aclose)
        store = await open_store(settings.store_url)
        stack.push_async_callback(store.close)
        if settings.demo:
            await seed_demo(store, library, clock)
        folders = (LIBRARY, *settings.scenarios)
        shelf = _shelf(settings, library, folders, clock)
        listeners, posts = Listeners(), SqlPosts(store)
        pages = web_settings(settings)
        recordings, blobs = SqlRecordings(store), FolderBlobs(settings.blobs)
        call_room = WebCallRoom(replace(pages, link_minutes=settings.call_link_minutes), clock)
        voice_given = VoiceGiven(settings, store, recordings, blobs, clock, call_room)
        voice = await stack.enter_async_context(open_voice(voice_given))
        room, ringer = (voice.room, voice.ringer) if voice is not None else (None, None)
        surfaces: dict[str, Surface] = {"web": WebSurface(posts, listeners)}
        slack = None
        if settings.slack.configured:
            given = SlackGiven(settings, store, library, clock, ids, shelf, room)
            slack = await stack.enter_async_context(open_slack(given))
            surfaces["slack"] = slack.surface
        teams = None
        if settings.teams.configured:
            made_of = TeamsGiven(settings, store, library, clock, shelf, room, ringer)
            teams = await stack.enter_async_context(open_teams(made_of))
            surfaces["teams"] = teams.surface
        surface_of = Surfaces(store, surfaces).of
        parts = (store, library, minds.customer, minds.grader, clock, ids, surface_of)
        courier = Courier(store, surface_of, clock)
        practice = Practice(Services(*parts, settings.writing_pause))
        lanes = Lanes(practice, store, courier, clock)
        deps = WebDeps(
            store,
            lanes,
            library,
            posts,
            clock,
            ids,
            pages,
            folders,
            listeners,
            room=room,
            recordings=recordings,
            blobs=blobs,
        )
        app = make_app(deps)
        stack.push_async_callback(lanes.close)
        if voice is not None:
            desk = VoiceDesk(lanes, courier, minds.customer, ids)
            await stack.enter_async_context(voice.connected(app, desk))
        await lanes.start()
        jobs = Jobs(store, blobs, lanes, courier, clock, purge_hour=settings.purge_hour)
        await stack.enter_async_context(jobs)
        if slack is not None:
            app.add_routes(await stack.enter_async_context(slack.connected(lanes)))
        app.add_routes(teams.routes(lanes) if teams is not None else ())
        app.add_routes(shelf.routes() if slack is not None or teams is not None else ())
        yield Product(settings, store, library, minds, lanes, app, pages, voice)


def _shelf(settings: Settings, library: Library, folders: tuple[Path, ...], clock: Clock) -> Shelf:
    """Return what chat surfaces show of the library, at the server's public address."""
    return Shelf.of(
        settings.base_url,
        settings.signing_secret(),
        lambda name: find(folders, name),
        clock,
        [scenario.persona.picture for scenario in library.all()],
    )


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
