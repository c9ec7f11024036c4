"""What the browser's pages rely on, of the posts in memory as of those in a database."""

from __future__ import annotations

import pytest

from adapters.storage import SqlStore
from adapters.storage.web_posts import SqlPosts
from bots.web.ports import Posts
from core.messages import Noted, ToChannel, ToPerson, ToReview
from tests.fakes.web_posts import MemoryPosts
from tests.records import outgoing


@pytest.fixture(params=["memory", "sql"])
def posts(request: pytest.FixtureRequest, store: SqlStore) -> Posts:
    return MemoryPosts() if request.param == "memory" else SqlPosts(store)


async def test_posts_come_back_in_order_from_where_one_was(posts: Posts) -> None:
    first, second = await posts.add(outgoing("a")), await posts.add(outgoing("b"))

    assert first is not None
    assert second is not None
    assert first < second
    assert await posts.since("acme", "attempt:call", 0) == [
        (first, outgoing("a")),
        (second, outgoing("b")),
    ]
    assert await posts.since("acme", "attempt:call", first) == [(second, outgoing("b"))]
    assert await posts.since("acme", "attempt:call", second) == []


async def test_the_same_id_is_kept_once(posts: Posts) -> None:
    assert await posts.add(outgoing("a")) is not None
    assert await posts.add(outgoing("a")) is None
    assert len(await posts.since("acme", "attempt:call", 0)) == 1


async def test_streams_are_apart(posts: Posts) -> None:
    await posts.add(outgoing("a", Noted("Done."), ToPerson("tess")))
    await posts.add(outgoing("b", workspace="zeta"))
    await posts.add(outgoing("c", to=ToReview("call")))
    await posts.add(outgoing("d", to=ToChannel("call")))

    assert await posts.since("acme", "attempt:call", 0) == []
    assert [o.id for _, o in await posts.since("acme", "review:call", 0)] == ["c"]
    assert [o.id for _, o in await posts.since("acme", "channel:call", 0)] == ["d"]
    assert [o.id for _, o in await posts.since("acme", "person:tess", 0)] == ["a"]
    assert [o.id for _, o in await posts.since("zeta", "attempt:call", 0)] == ["b"]
