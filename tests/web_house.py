"""The pages on a real server, with the real practice behind them and fakes at the ends."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, cast

import aiohttp
from aiohttp import web
from yarl import URL

from adapters.queue.courier import Courier
from adapters.queue.lanes import Lanes
from adapters.storage import open_store
from bots.web import Listeners, WebDeps, WebSettings, WebSurface, make_app, sign_link
from core.messages import Message, Outgoing
from core.ports import CallRoom
from core.practice import Practice, Services
from core.scenario import Document, Mode, Scenario
from tests.fakes.blobs import MemoryBlobs, MemoryRecordings
from tests.fakes.library import FakeLibrary
from tests.fakes.web_posts import MemoryPosts
from tests.fakes.world import FakeSurface
from tests.house import House, furnish
from tests.samples import scenario

SECRET = "a secret for tests"
DOCUMENT = Document("guide", "The guide", "guide.md")
STATEMENT = Document("statement", "The statement", "statement.svg")
FILES = {
    "guide.md": "# The guide\n\nRefund **within** 5 days. <script>alert(1)</script>\n",
    "pictures/statement.svg": '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>',
    "secret.txt": "not a document",
}


def furnished_scenario() -> Scenario:
    """The sample, with something to read and something to show."""
    return replace(scenario(), documents=(DOCUMENT,), attachments=(STATEMENT,))


@dataclass
class Visitor:
    """Somebody's browser, without the browser."""

    session: aiohttp.ClientSession
    base: URL
    headers: dict[str, str] = field(default_factory=dict)

    async def get(self, path: str, **headers: str) -> tuple[int, str]:
        """Return the status and the text of a page."""
        url = self.base.join(URL(path, encoded=True))
        async with self.session.get(
            url, headers=self.headers | headers, allow_redirects=False
        ) as response:
            return response.status, await response.text()

    async def token(self) -> str:
        """Return the form token of this visit."""
        _, text = await self.get("/")
        return text.partition('name="form-token" content="')[2].partition('"')[0]

    async def post(self, path: str, **more: Any) -> tuple[int, dict[str, Any]]:  # noqa: ANN401 - whatever aiohttp sends
        """Send as the page's script does; return the status and the answer."""
        headers = {
            "Accept": "application/json",
            "Origin": str(self.base).rstrip("/"),
            "X-Form-Token": await self.token(),
        } | more.pop("headers", {})
        url = self.base.join(URL(path))
        async with self.session.post(
            url, headers=self.headers | headers, allow_redirects=False, **more
        ) as response:
            is_json = response.content_type == "application/json"
            return response.status, await response.json() if is_json else {}


@dataclass
class WebHouse:
    """A house with pages."""

    inner: Furnished
    settings: WebSettings
    files: Path
    posts: MemoryPosts = field(default_factory=MemoryPosts)
    listeners: Listeners = field(default_factory=Listeners)
    recordings: MemoryRecordings = field(default_factory=MemoryRecordings)
    blobs: MemoryBlobs = field(default_factory=MemoryBlobs)
    runner: web.AppRunner | None = None
    port: int = 0
    room: CallRoom | None = None
    others: tuple[web.RouteDef, ...] = ()

    @property
    def base(self) -> URL:
        """Where the server is."""
        return URL(f"http://127.0.0.1:{self.port}/")

    @property
    def deps(self) -> WebDeps:
        """What the pages work with."""
        inner = self.inner
        library = FakeLibrary(inner.scenario)
        return WebDeps(
            inner.store,
            inner.lanes,
            library,
            self.posts,
            inner.clock,
            inner.ids,
            self.settings,
            (self.files,),
            self.listeners,
            room=self.room,
            recordings=self.recordings,
            blobs=self.blobs,
        )

    async def serve(self) -> None:
        """Begin to serve, on the same port as before."""
        self.listeners = Listeners()
        self.inner.surface = cast("FakeSurface", WebSurface(self.posts, self.listeners))
        app = make_app(self.deps)
        app.add_routes(self.others)
        self.runner = web.AppRunner(app, shutdown_timeout=1)
        await self.runner.setup()
        await web.TCPSite(self.runner, "127.0.0.1", self.port, reuse_address=True).start()
        self.port = self.runner.addresses[0][1]

    async def stop(self) -> None:
        """End the server's process: nobody answers any more."""
        if self.runner is not None:
            await self.runner.cleanup()
        self.runner = None

    def link(self, person: str, to: str = "/") -> str:
        """A link by which somebody enters."""
        signed = sign_link(self.settings, person, to, now=self.inner.clock.now())
        return signed.replace(self.settings.base_url, str(self.base).rstrip("/"))

    @asynccontextmanager
    async def visit(self, person: str = "", **headers: str) -> AsyncIterator[Visitor]:
        """Come in as somebody, or as nobody."""
        jar = aiohttp.CookieJar(unsafe=True)
        async with aiohttp.ClientSession(cookie_jar=jar) as session:
            if person:
                async with session.get(self.link(person)) as response:
                    assert response.status == 200
            yield Visitor(session, self.base, headers)

    async def posted(self, attempt: str = "t1") -> Sequence[Message]:
        """What was posted in a thread."""
        posts = await self.posts.since("w", f"attempt:{attempt}", 0)
        return [outgoing.message for _, outgoing in posts]

    async def post(self, *outgoing: Outgoing) -> None:
        """Let the surface deliver."""
        for one in outgoing:
            await self.inner.surface.deliver(one)


@dataclass
class Furnished(House):
    """A house whose scenario has something to read and something to show."""

    scenario: Scenario = field(default_factory=furnished_scenario)

    def process(self, on_sent: Callable[[Sequence[Outgoing]], None] | None = None) -> Lanes:
        """Return the lanes of a process that knows this scenario."""
        assert on_sent is None
        services = Services(
            self.store,
            FakeLibrary(self.scenario),
            self.customer,
            self.grader,
            self.clock,
            self.ids,
            lambda _: self.surface,
            pause=0.0,
        )
        courier = Courier(self.store, services.surface_of, self.clock)
        return Lanes(Practice(services), self.store, courier, self.clock)


@asynccontextmanager
async def web_house(
    folder: Path, *, demo: bool = False, mode: Mode = Mode.CHAT
) -> AsyncIterator[WebHouse]:
    """Open a house with pages on a free port."""
    for name, text in FILES.items():
        path = folder / "files" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    settings = WebSettings(SECRET, "http://scrimmage.test", demo, "w", 60)
    played = replace(furnished_scenario(), mode=mode)
    store = await open_store(f"sqlite:///{folder / 'house.db'}")
    try:
        async with store.unit() as unit:
            await furnish(unit)
        built = WebHouse(Furnished(store, scenario=played), settings, folder / "files")
        await built.serve()
        try:
            yield built
        finally:
            await built.stop()
            await built.inner.lanes.close()
    finally:
        await store.close()
