"""Open pages are told what happens, from where they were, and nothing twice."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import aiohttp
import pytest

from bots.web.listeners import Listeners, Passing
from bots.web.surface import WebSurface
from core.errors import ProviderError, StorageError
from core.messages import CustomerSaid as Said
from core.messages import Face, Message, Noted, Outgoing, ToThread, TraineeSaid
from core.rehearsal import EPOCH
from tests.fakes.web_posts import MemoryPosts
from tests.house import TRAINEE
from tests.web_house import WebHouse

THREAD = ToThread("t1")


def outgoing(id_: str, message: Message) -> Outgoing:
    return Outgoing(id_, "w", THREAD, message, EPOCH)


class _Stream:
    """Reads events as a browser does."""

    def __init__(self, response: aiohttp.ClientResponse) -> None:
        self.response = response

    async def next(self, kind: str) -> tuple[str, dict[str, Any]]:
        """Return the id and the data of the next event of a kind."""
        number, event = "", ""
        async for raw in self.response.content:
            name, _, value = raw.decode().rstrip("\n").partition(": ")
            number = value if name == "id" else number
            event = value if name == "event" else event
            if name == "data" and event == kind:
                return number, json.loads(value)
        raise AssertionError("the stream ended")


@asynccontextmanager
async def _stream(pages: WebHouse, after: str = "0", **headers: str) -> AsyncIterator[_Stream]:
    async with pages.visit(TRAINEE) as trainee:
        url = pages.base.with_path("/attempts/t1/events").with_query(after=after)
        async with trainee.session.get(url, headers=headers) as response:
            assert response.headers["Content-Type"].startswith("text/event-stream")
            yield _Stream(response)


@pytest.fixture
async def call(pages: WebHouse) -> WebHouse:
    await pages.inner.start()
    return pages


async def test_a_page_gets_what_it_missed_and_what_comes(call: WebHouse) -> None:
    known = len(await call.posted())
    async with _stream(call) as stream:
        numbers = [(await stream.next("post"))[0] for _ in range(known)]
        await call.post(outgoing("n1", Noted("Something new")))
        number, data = await stream.next("post")

    assert numbers == [str(n) for n in range(1, known + 1)]
    assert number == str(known + 1)
    assert "Something new" in data["html"]


async def test_a_browser_that_comes_back_goes_on_where_it_was(call: WebHouse) -> None:
    known = len(await call.posted())
    await call.post(outgoing("n1", Noted("Missed")))
    async with _stream(call, "0", **{"Last-Event-ID": str(known)}) as stream:
        number, data = await stream.next("post")

    assert number == str(known + 1)
    assert "Missed" in data["html"]


async def test_the_clock_is_told_at_each_coming(call: WebHouse) -> None:
    async with _stream(call) as stream:
        _, state = await stream.next("state")

    assert int(state["deadline"]) - int(state["now"]) == 600_000
    assert state["ended"] is False


async def test_typing_and_drafts_pass(call: WebHouse) -> None:
    surface = call.inner.surface
    async with _stream(call) as stream:
        await stream.next("post")
        await surface.typing(THREAD, on=True)
        assert (await stream.next("typing"))[1] == {"on": True}
        await surface.draft(THREAD, 2, "So wh")
        assert (await stream.next("draft"))[1] == {"turn": 2, "text": "So wh"}


async def test_whoever_comes_while_the_customer_writes_sees_it(call: WebHouse) -> None:
    await call.inner.surface.typing(THREAD, on=True)
    async with _stream(call) as stream:
        assert (await stream.next("typing"))[1] == {"on": True}


async def test_words_of_any_kind_stay_one_event(call: WebHouse) -> None:
    text = "One\n\nevent: post\ndata: {}\n\r\u2028<b>"
    await call.post(outgoing("n1", Noted(text)))
    async with _stream(call, str(len(await call.posted()) - 1)) as stream:
        _, data = await stream.next("post")

    assert "event: post" in data["html"]
    assert "&lt;b&gt;" in data["html"]


async def test_a_server_that_stops_lets_its_listeners_go(call: WebHouse) -> None:
    async with _stream(call) as stream:
        await stream.next("post")
        await call.stop()
        await stream.response.read()


async def test_a_post_ends_what_was_passing() -> None:
    listeners = Listeners()
    surface = WebSurface(MemoryPosts(), listeners)
    with listeners.listen("attempt:t1") as page:
        await surface.draft(THREAD, 2, "So")
        await surface.deliver(outgoing("o1", Said("t1", 2, Face("Pat"), "So what?")))
        assert list(await page.news(1)) == []
    with listeners.listen("attempt:t1") as late:
        assert list(await late.news(0)) == []


async def test_the_trainees_own_line_does_not_stop_the_customer_writing() -> None:
    listeners = Listeners()
    surface = WebSurface(MemoryPosts(), listeners)
    await surface.typing(THREAD, on=True)
    await surface.deliver(outgoing("o1", TraineeSaid("t1", 1, "Tia", "Hi", "k")))
    with listeners.listen("attempt:t1") as page:
        assert list(await page.news(1)) == [Passing("typing", {"on": True})]


async def test_a_post_delivered_twice_wakes_once() -> None:
    listeners = Listeners()
    posts = MemoryPosts()
    surface = WebSurface(posts, listeners)
    await surface.deliver(outgoing("o1", Noted("Done.")))
    await surface.deliver(outgoing("o1", Noted("Done.")))

    assert len(await posts.since("w", "attempt:t1", 0)) == 1


async def test_a_post_that_cannot_be_kept_may_be_tried_again() -> None:
    class Full(MemoryPosts):
        async def add(self, outgoing: Outgoing) -> int | None:
            raise StorageError("the disk is full")

    with pytest.raises(ProviderError) as failed:
        await WebSurface(Full(), Listeners()).deliver(outgoing("o1", Noted("Done.")))
    assert failed.value.retryable
