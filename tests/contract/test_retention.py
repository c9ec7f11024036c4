"""What is past its time goes, kind by kind, and nothing else does."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
import sqlalchemy as sa

from adapters.storage import SqlStore, tables
from adapters.storage.places_kept import SqlPlaces
from adapters.storage.recordings import SqlRecordings
from adapters.storage.retention import count_expired, purge
from adapters.storage.web_posts import SqlPosts
from core.attempt import Attempt, CallState
from core.commands import GiveReview, Remark, Say
from core.errors import StorageError
from core.messages import (
    CoachSaid,
    CustomerSaid,
    Face,
    Noted,
    OneToOne,
    Outgoing,
    ReviewAsked,
    Reviewed,
    ReviewLine,
    ScoreCard,
    ToPerson,
    ToReview,
    ToThread,
)
from core.people import Kept, Workspace
from core.places import Place
from core.ports import Recording
from core.scoring import Verdict
from tests.fakes.blobs import MemoryBlobs
from tests.records import (
    NOON,
    attempt,
    comment,
    ended,
    entry,
    envelope,
    later,
    outgoing,
    request,
    review,
    run,
    workspace,
)

DAY = timedelta(days=1)
OLD, NEW = NOON - 11 * DAY, NOON - 9 * DAY


def keeping(**days: int | None) -> Workspace:
    """Return a workspace that keeps these kinds for so many days, and the others for ever."""
    return workspace(retention=tuple((kind, days.get(kind.value)) for kind in Kept))


TEN = keeping(**{kind.value: 10 for kind in Kept})


async def _fill(store: SqlStore, call: Attempt) -> None:
    """Keep an attempt with two log entries and a few of everything else."""
    name = call.id
    posts = _posts(name)
    async with store.unit() as unit:
        await unit.save(replace(call, entries=2), [entry(0), entry(1)])
        await unit.add_run(run(f"{name}-run", name))
        await unit.add_comment(comment(f"{name}-comment", name))
        await unit.add_review(review(f"{name}-review", name))
        await unit.put_request(request(name))
        given = GiveReview(name, Verdict.PASSED, "Well done.")
        for command in (Say(name, "Hello."), Remark(name, "Well done."), given):
            said = envelope(f"{name}-{type(command).__name__}", command, at=OLD)
            await unit.receive(said)
            await unit.finish(said.id, NEW)
        for post in posts:
            await unit.post(post)
            await unit.delivered(post.id, NEW)
    for post in posts:
        await SqlPosts(store).add(post)
    await SqlPlaces(store).put(Place("p", "", "acme", "C1", "", "1.0", "ScoreCard", OLD, name))
    await SqlRecordings(store).keep(Recording(name, f"{name}.mp3", "audio/mpeg", 60.0, OLD))


def _posts(name: str) -> list[Outgoing]:
    """Two messages that quote the call, a score, and four about what its coach thinks."""
    thread, where, tess = ToThread(name), ToReview(name), ToPerson("tess")
    card = ScoreCard(name, "r", "T", 3.5, "pass", "", (), (), (), None, "x", approximate=True)
    line = ReviewLine(name, 0, "Pat", "Hello.", by_trainee=False, into_s=0)
    done = Reviewed(name, "v", "T", "Tess", "Carl", "pass", "Good.", 4.0, 3.5, (), "one_to_one")
    talk = OneToOne(name, "T", "carl", "Carl", by_coach=False, meet_at=None, words="Good.")
    return [
        outgoing(f"{name}-line", CustomerSaid(name, 0, Face("Pat"), "Hello."), thread, at=OLD),
        outgoing(f"{name}-card", card, tess, at=OLD),
        outgoing(f"{name}-coach", CoachSaid(name, "c", "Carl", "Well done."), thread, at=OLD),
        outgoing(f"{name}-asked", ReviewAsked(name, "Tess", "T", "Low.", 2.0), where, at=OLD),
        outgoing(f"{name}-review-line", line, where, at=OLD),
        outgoing(f"{name}-reviewed", done, thread, at=OLD),
        outgoing(f"{name}-talk", talk, tess, at=OLD),
    ]


async def _left(store: SqlStore, attempt_id: str = "call") -> dict[str, int]:
    """How many rows of this attempt each table holds."""

    def count(connection: sa.Connection) -> dict[str, int]:
        return {
            name: connection.execute(
                sa.select(sa.func.count()).where(table.c.attempt == attempt_id)
            ).scalar_one()
            for name, table in tables.metadata.tables.items()
            if "attempt" in table.c
        }

    async with store.database.transaction(reading=True) as transaction:
        return await transaction.run(count)


async def _audited(store: SqlStore) -> list[tuple[str, str]]:
    async with store.database.transaction(reading=True) as transaction:
        rows = await transaction.run(
            sa.Connection.execute, sa.select(tables.audit.c["workspace"], tables.audit.c["data"])
        )
        return [(row[0], row[1]) for row in rows]


ALL = {
    "turns": 2,
    "events": 2,
    "score_runs": 1,
    "comments": 1,
    "reviews": 1,
    "review_requests": 1,
    "places": 1,
    "recordings": 1,
    "inbox": 3,
    "outbox": 7,
    "web_posts": 7,
}
# That a review was wanted, and where on a platform a message stood, are no words of anybody's:
# they stay, as the attempt itself does.
WORDLESS = {"review_requests", "places"}
NOTHING = {name: ALL[name] if name in WORDLESS else 0 for name in ALL}


@pytest.fixture
async def filled(store: SqlStore) -> SqlStore:
    await _fill(store, ended("call", OLD))
    return store


@pytest.mark.parametrize(
    ("kind", "counted", "gone"),
    [
        (Kept.AUDIO, 1, {"recordings": 0}),
        (Kept.EVENTS, 2, {"events": 0}),
        (Kept.TRANSCRIPT, 2, {"turns": 0, "inbox": 0, "outbox": 0, "web_posts": 0}),
        (Kept.SCORES, 1, {"score_runs": 0, "outbox": 6, "web_posts": 6}),
        (Kept.FEEDBACK, 2, {"comments": 0, "reviews": 0, "inbox": 1, "outbox": 3, "web_posts": 3}),
    ],
)
async def test_each_kind_goes_by_itself(
    filled: SqlStore, kind: Kept, counted: int, gone: dict[str, int]
) -> None:
    ten = keeping(**{kind.value: 10})
    assert await count_expired(filled, ten, NOON) == {kind: counted}
    assert await _left(filled) == ALL

    assert await purge(filled, ten, NOON, MemoryBlobs()) == {kind: counted}

    assert await _left(filled) == ALL | gone
    messages = sum(
        ALL[name] - left for name, left in gone.items() if name in {"inbox", "outbox", "web_posts"}
    )
    assert await _audited(filled) == [
        ("acme", f'{{"{kind.value}": {counted}, "messages": {messages}}}')
    ]


async def test_purging_again_finds_nothing_and_the_attempt_itself_remains(
    filled: SqlStore,
) -> None:
    blobs = MemoryBlobs()
    blobs.kept = {"call.mp3": b"sound", "other.mp3": b"sound"}
    assert await purge(filled, TEN, NOON, blobs) == {
        Kept.AUDIO: 1,
        Kept.EVENTS: 2,
        Kept.TRANSCRIPT: 2,
        Kept.SCORES: 1,
        Kept.FEEDBACK: 2,
    }
    assert set(blobs.kept) == {"other.mp3"}
    assert await _left(filled) == NOTHING
    entries = await _audited(filled)

    nothing = dict.fromkeys(Kept, 0)
    assert await count_expired(filled, TEN, NOON) == nothing
    assert await purge(filled, TEN, NOON, blobs) == nothing
    assert await _audited(filled) == entries
    assert set(blobs.kept) == {"other.mp3"}
    async with filled.reading() as unit:
        assert await unit.attempt("call") == ended("call", OLD, turns=(), entries=2)


@pytest.mark.parametrize(
    ("call", "now"),
    [
        (ended("call", NEW), NOON),
        (ended("call", OLD), OLD + 10 * DAY),
        (attempt("call", 2, created_at=OLD, started_at=OLD), NOON),
        (attempt("call", 2, created_at=OLD, state=CallState.OWING), NOON),
        (ended("call", OLD, workspace="zeta"), NOON),
    ],
    ids=["too new", "to the very moment", "under way", "owing a line", "another workspace's"],
)
async def test_what_is_not_past_its_time_stays(
    store: SqlStore, call: Attempt, now: datetime
) -> None:
    await _fill(store, call)
    assert set((await purge(store, TEN, now, failing())).values()) == {0}
    assert await _left(store) == ALL
    assert await _audited(store) == []


async def test_kept_indefinitely_is_kept(filled: SqlStore) -> None:
    assert await purge(filled, keeping(), NOON + 9999 * DAY, failing()) == {}
    assert await _left(filled) == ALL | {"inbox": 0, "outbox": 0}


async def test_an_attempt_never_begun_goes_by_when_it_was_made(store: SqlStore) -> None:
    await _fill(store, attempt("call", created_at=OLD, state=CallState.READY))
    assert (await purge(store, TEN, NOON, MemoryBlobs()))[Kept.EVENTS] == 2
    assert await _left(store) == NOTHING


async def test_of_the_mail_what_waits_stays_until_it_is_itself_past_its_time(
    store: SqlStore,
) -> None:
    async with store.unit() as unit:
        await unit.save(ended("call", OLD))
        for name, at in (("old", OLD), ("new", NEW)):
            await unit.receive(envelope(f"in-{name}", at=at))
            await unit.post(outgoing(f"out-{name}", at=at))
    await purge(store, TEN, NOON, MemoryBlobs())
    async with store.reading() as unit:
        assert [e.id for e in await unit.unfinished()] == ["in-new"]
        assert [o.id for o in await unit.undelivered()] == ["out-new"]


async def test_recordings_that_cannot_be_removed_are_found_again(filled: SqlStore) -> None:
    with pytest.raises(StorageError, match="disk"):
        await purge(filled, TEN, NOON, failing())
    assert (await _left(filled))["recordings"] == 1
    assert (await purge(filled, TEN, NOON, MemoryBlobs()))[Kept.AUDIO] == 1


async def test_more_than_one_transactions_worth(store: SqlStore) -> None:
    async with store.unit() as unit:
        for number in range(230):
            await unit.save(ended(f"call{number:03}", OLD, scored=True))
            await unit.receive(envelope(f"e{number}", Say(f"call{number:03}", "Hello.")))
    assert (await purge(store, TEN, NOON, MemoryBlobs()))[Kept.TRANSCRIPT] == 460
    assert len(await _audited(store)) == 5
    assert (await _left(store, "call229"))["turns"] == 0


async def test_mail_that_was_dealt_with_goes_after_thirty_days(store: SqlStore) -> None:
    async with store.unit() as unit:
        for name, at in (("old", NOON - 31 * DAY), ("new", NOON - 29 * DAY), ("open", None)):
            await unit.receive(envelope(name, at=NOON - 40 * DAY))
            await unit.post(outgoing(name, Noted("Done."), ToPerson("tess")))
            if at:
                await unit.finish(name, at)
                await unit.delivered(name, at)
    await purge(store, keeping(), NOON, MemoryBlobs())
    async with store.unit() as unit:
        assert await unit.receive(envelope("old"))
        assert not await unit.receive(envelope("new"))
        assert not await unit.receive(envelope("open"))
        await unit.post(outgoing("new"))
        assert [o.id for o in await unit.undelivered()] == ["open"]
    assert await _audited(store) == [("acme", '{"inbox": 1}'), ("acme", '{"outbox": 1}')]


async def test_a_purged_stream_does_not_give_its_numbers_out_again(filled: SqlStore) -> None:
    posts = SqlPosts(filled)
    await purge(filled, TEN, NOON, MemoryBlobs())
    assert await posts.since("acme", "attempt:call", 0) == []
    assert await posts.add(outgoing("later", at=later(1))) == 4


def failing() -> MemoryBlobs:
    """Blobs that nothing can be deleted from."""
    blobs = MemoryBlobs()
    blobs.failing = True
    return blobs
