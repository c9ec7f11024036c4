"""The browser's posts: numbered streams in which nothing comes twice or is lost."""

from __future__ import annotations

import asyncio

from adapters.storage import SqlStore
from adapters.storage.web_posts import SqlPosts
from core.messages import Noted, ToPerson, ToThread
from tests.records import later, outgoing


async def test_posts_are_numbered_within_their_stream(store: SqlStore) -> None:
    posts = SqlPosts(store)
    to_tess = outgoing("b", Noted("Done."), ToPerson("tess"), not_before=later(1))

    assert await posts.add(outgoing("a")) == 1
    assert await posts.add(to_tess) == 1
    assert await posts.add(outgoing("c")) == 2

    assert await posts.since("acme", "attempt:call", 0) == [(1, outgoing("a")), (2, outgoing("c"))]
    assert await posts.since("acme", "attempt:call", 1) == [(2, outgoing("c"))]
    assert await posts.since("acme", "person:tess", 0) == [(1, to_tess)]
    assert await posts.since("acme", "attempt:call", 2) == []


async def test_a_known_id_is_not_added_again(store: SqlStore) -> None:
    posts = SqlPosts(store)
    assert await posts.add(outgoing("a")) == 1
    assert await posts.add(outgoing("a", to=ToPerson("tess"))) is None
    assert await posts.add(outgoing("b")) == 2
    assert await posts.since("acme", "person:tess", 0) == []


async def test_streams_of_one_name_in_two_workspaces_are_two(store: SqlStore) -> None:
    posts = SqlPosts(store)
    await posts.add(outgoing("a"))
    await posts.add(outgoing("b", workspace="zeta"))
    assert [o.id for _, o in await posts.since("zeta", "attempt:call", 0)] == ["b"]
    assert [o.id for _, o in await posts.since("acme", "attempt:call", 0)] == ["a"]


async def test_names_with_colons_come_back_whole(store: SqlStore) -> None:
    posts = SqlPosts(store)
    odd = outgoing("a", to=ToThread("team:7:call"))
    await posts.add(odd)
    assert await posts.since("acme", "attempt:team:7:call", 0) == [(1, odd)]


async def test_posts_at_once_get_numbers_of_their_own_and_a_doubled_one_comes_once(
    store: SqlStore,
) -> None:
    posts = SqlPosts(store)
    added = await asyncio.gather(*(posts.add(outgoing(f"o{n % 20}")) for n in range(40)))
    kept = await posts.since("acme", "attempt:call", 0)
    assert sorted(number for number in added if number) == [number for number, _ in kept]
    assert {post.id for _, post in kept} == {f"o{n}" for n in range(20)}
    assert len(kept) == 20
