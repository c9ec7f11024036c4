"""What every store does: `core.ports.Store` and `Unit`, case by case."""

from __future__ import annotations

import asyncio
from dataclasses import replace

import pytest
import sqlalchemy as sa
from sqlalchemy.exc import StatementError

from adapters.storage import SqlStore, tables
from core.attempt import Attempt, CallState, Ended, EndReason, Entry, Owed
from core.commands import Say
from core.errors import StorageError
from core.messages import Address, Noted, Refused, ToChannel, ToPerson, ToReview, ToThread
from core.people import DigestTime, Kept, Role, Share, Ways
from core.ports import Store
from core.review import WhyReview
from core.scenario import Mode
from core.scoring import ScoreRun
from tests.records import (
    NOON,
    assignment,
    attempt,
    comment,
    ended,
    entry,
    envelope,
    later,
    outgoing,
    person,
    request,
    review,
    run,
    turn,
    workspace,
)
from tests.samples import scenario


async def _save(store: SqlStore, *attempts: Attempt) -> None:
    async with store.unit() as unit:
        for each in attempts:
            await unit.save(each)


def test_it_is_a_store(store: SqlStore) -> None:
    port: Store = store
    assert port is store


class TestTransactions:
    async def test_an_error_undoes_the_whole_unit(self, store: SqlStore) -> None:
        async def failing() -> None:
            async with store.unit() as unit:
                await unit.save(attempt())
                assert await unit.receive(envelope())
                raise KeyError("mine")

        with pytest.raises(KeyError, match="mine"):
            await failing()
        async with store.reading() as unit:
            assert await unit.attempt("call") is None
            assert await unit.unfinished() == []

    async def test_cancellation_undoes_the_whole_unit(self, store: SqlStore) -> None:
        inside = asyncio.Event()

        async def work() -> None:
            async with store.unit() as unit:
                await unit.receive(envelope())
                inside.set()
                await asyncio.Event().wait()

        task = asyncio.create_task(work())
        await inside.wait()
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        async with store.unit() as unit:
            assert await unit.unfinished() == []
            assert await unit.receive(envelope())

    async def test_a_unit_cancelled_while_it_commits_is_whole_or_absent(
        self, store: SqlStore
    ) -> None:
        async def work(number: int) -> None:
            async with store.unit() as unit:
                await unit.save(attempt(f"call{number}", turns=2), [entry(0), entry(1)])

        for number in range(40):
            task = asyncio.create_task(work(number))
            for _ in range(number):
                await asyncio.sleep(0)
            task.cancel()
            await asyncio.wait([task])
        async with store.unit() as unit:
            for number in range(40):
                found = await unit.attempt(f"call{number}")
                assert found is None or len(found.turns) == 2
                assert len(await unit.entries(f"call{number}")) == (2 if found else 0)

    async def test_after_an_error_inside_nothing_is_kept_even_if_it_was_caught(
        self, store: SqlStore
    ) -> None:
        await _save(store, attempt())

        async def going_on() -> None:
            async with store.unit() as unit:
                await unit.receive(envelope())
                await unit.add_comment(comment())
                await unit.add_comment(comment())
                with pytest.raises(StorageError, match="stored already"):
                    await unit.comments("call")
                with pytest.raises(StorageError, match="earlier step"):
                    await unit.finish("e1", NOON)

        with pytest.raises(StorageError, match="earlier step"):
            await going_on()
        async with store.reading() as unit:
            assert await unit.unfinished() == []
            assert await unit.comments("call") == []

    async def test_errors_of_the_database_have_a_cause_and_no_words_of_people(
        self, store: SqlStore
    ) -> None:
        with pytest.raises(StorageError) as caught:
            async with store.unit() as unit:
                await unit.add_comment(comment(attempt_id="none", text="between us"))
        assert caught.value.__cause__
        assert "between us" not in f"{caught.value} {caught.value.__cause__}"

    async def test_a_reading_unit_sees_one_moment_and_waits_for_no_writer(
        self, store: SqlStore
    ) -> None:
        await _save(store, attempt(turns=1))
        async with store.reading() as reader:
            assert await reader.running() == ["call"]
            async with store.unit() as writer:
                await writer.save(attempt(turns=2))
                before = await reader.attempt("call")
            after = await reader.attempt("call")
        assert before
        assert before == after == attempt(turns=1)

    async def test_a_reading_unit_does_not_write(self, store: SqlStore) -> None:
        with pytest.raises(StorageError, match="may not be written to"):
            async with store.reading() as unit:
                await unit.receive(envelope())
        async with store.unit() as unit:
            assert await unit.receive(envelope())

    async def test_many_units_at_once_all_succeed(self, store: SqlStore) -> None:
        async def work(number: int) -> None:
            async with store.unit() as unit:
                await unit.receive(envelope(f"e{number}"))
            async with store.reading() as unit:
                await unit.refusal(f"e{number}")

        async with asyncio.TaskGroup() as group:
            for number in range(60):
                group.create_task(work(number))
        async with store.reading() as unit:
            assert len(await unit.unfinished()) == 60

    async def test_a_task_that_writes_without_pause_leaves_others_their_turn(
        self, store: SqlStore
    ) -> None:
        written = asyncio.Event()

        async def write_on() -> None:
            for number in range(1000):
                async with store.unit() as unit:
                    await unit.receive(envelope(f"e{number}"))
                if written.is_set():
                    return
            pytest.fail("the other task never had its turn")

        async def write_once() -> None:
            async with store.unit() as unit:
                await unit.receive(envelope("other"))
            written.set()

        await asyncio.gather(write_on(), write_once())

    async def test_an_attempt_loaded_for_writing_waits_for_who_has_it(
        self, store: SqlStore
    ) -> None:
        await _save(store, attempt())

        async def say() -> None:
            async with store.unit() as unit:
                found = await unit.attempt("call")
                assert found
                number = len(found.turns)
                new = replace(found, turns=(*found.turns, turn(number)), entries=number + 1)
                await unit.save(new, [entry(number)])

        async with asyncio.TaskGroup() as group:
            for _ in range(8):
                group.create_task(say())
        async with store.reading() as unit:
            found = await unit.attempt("call")
        assert found
        assert [t.number for t in found.turns] == list(range(8))


class TestInbox:
    async def test_an_id_is_received_once(self, store: SqlStore) -> None:
        async with store.unit() as unit:
            assert await unit.receive(envelope())
            assert not await unit.receive(envelope(at=later(1)))
        async with store.unit() as unit:
            assert not await unit.receive(envelope())
            assert await unit.unfinished() == [envelope()]

    async def test_unfinished_come_in_the_order_they_were_received(self, store: SqlStore) -> None:
        async with store.unit() as unit:
            for name in ("z", "a", "m"):
                await unit.receive(envelope(name, at=later(-ord(name))))
            await unit.finish("a", NOON)
            assert [e.id for e in await unit.unfinished()] == ["z", "m"]

    async def test_a_refusal_is_told_once_it_is_finished(self, store: SqlStore) -> None:
        async with store.unit() as unit:
            await unit.receive(envelope("good"))
            await unit.receive(envelope("bad"))
            assert await unit.refusal("good") is None
            assert await unit.refusal("never") is None
            await unit.finish("good", NOON)
            await unit.finish("bad", NOON, "Not now.")
            await unit.finish("bad", NOON)
        async with store.reading() as unit:
            assert await unit.refusal("good") == ""
            assert await unit.refusal("bad") == "Not now."

    async def test_words_that_no_database_takes_are_mended_and_not_lost(
        self, store: SqlStore
    ) -> None:
        said = Say("call", "half \ud83d and \0 nil")
        async with store.unit() as unit:
            await unit.receive(envelope(command=said))
            await unit.save(attempt(turns=1))
            new = attempt(turns=1)
            await unit.save(replace(new, turns=(*new.turns, turn(1, said.text))))
        async with store.unit() as unit:
            (found,) = await unit.unfinished()
            saved = await unit.attempt("call")
            assert isinstance(found.command, Say)
            assert found.command.text.startswith("half \N{REPLACEMENT CHARACTER} and ")
            assert saved
            bad = "\N{REPLACEMENT CHARACTER}"
            assert saved.turns[1].text == f"half {bad} and {bad} nil"
            await unit.save(replace(saved, turns=(*saved.turns, turn(2)), entries=1))


class TestOutbox:
    async def test_an_id_is_posted_once_and_order_is_kept(self, store: SqlStore) -> None:
        second = outgoing("a", Noted("Done."), ToPerson("tess"), not_before=later(1))
        async with store.unit() as unit:
            await unit.post(outgoing("z"))
            await unit.post(second)
            await unit.post(outgoing("z", Noted("Something else.")))
        async with store.reading() as unit:
            assert await unit.undelivered() == [outgoing("z"), second]

    async def test_what_was_delivered_is_not_delivered_again(self, store: SqlStore) -> None:
        async with store.unit() as unit:
            await unit.post(outgoing("o1"))
            await unit.post(outgoing("o2"))
            await unit.delivered("o1", NOON)
            await unit.delivered("o1", later(1))
            await unit.delivered("unknown", NOON)
        async with store.unit() as unit:
            await unit.post(outgoing("o1"))
            assert [o.id for o in await unit.undelivered()] == ["o2"]

    async def test_messages_of_equal_fields_keep_their_class(self, store: SqlStore) -> None:
        async with store.unit() as unit:
            await unit.post(outgoing("o1", Noted("So be it.")))
            await unit.post(outgoing("o2", Refused("So be it.")))
            assert [type(o.message) for o in await unit.undelivered()] == [Noted, Refused]

    @pytest.mark.parametrize(
        "to",
        [ToThread("a:b"), ToReview("a:b"), ToChannel("C:1"), ToPerson("p:1")],
        ids=lambda to: type(to).__name__,
    )
    async def test_every_address_comes_back_whole(self, store: SqlStore, to: Address) -> None:
        async with store.unit() as unit:
            await unit.post(outgoing("o1", Noted("Done."), to))
            assert [o.to for o in await unit.undelivered()] == [to]


class TestPeople:
    async def test_workspaces(self, store: SqlStore) -> None:
        other = workspace("zeta", retention=((Kept.EVENTS, None), (Kept.SCORES, 7)))
        async with store.unit() as unit:
            assert await unit.workspace("acme") is None
            await unit.put_workspace(workspace())
            await unit.put_workspace(other)
            await unit.put_workspace(workspace(name="Acme Ltd"))
        async with store.reading() as unit:
            assert await unit.workspace("zeta") == other
            assert await unit.workspaces() == [workspace(name="Acme Ltd"), other]

    async def test_a_workspaces_ways_come_back_whole(self, store: SqlStore) -> None:
        ways = Ways("C1", Share.VERDICT, (("Support", "C2"), ("Sales", "C3")), 2.75, 5.01, 3)
        async with store.unit() as unit:
            await unit.put_workspace(workspace())
            assert await unit.workspace("acme") == workspace(ways=Ways())
            await unit.put_workspace(workspace(ways=ways))
        async with store.reading() as unit:
            assert await unit.workspace("acme") == workspace(ways=ways)
            assert await unit.workspaces() == [workspace(ways=ways)]

    async def test_when_a_manager_wants_their_digest_comes_back_whole(
        self, store: SqlStore
    ) -> None:
        chosen = DigestTime(on=False, weekday=4, hour=17, since=NOON)
        async with store.unit() as unit:
            await unit.put_person(person())
            await unit.put_person(person("max", digest=chosen))
        async with store.reading() as unit:
            found = {p.id: p.digest for p in await unit.people("acme")}
        assert found == {"tess": DigestTime(), "max": chosen}

    async def test_what_was_kept_before_there_were_ways_and_digests_has_the_usual_ones(
        self, store: SqlStore
    ) -> None:
        def add(connection: sa.Connection) -> None:
            # The columns of the first tables alone, as an older version wrote them.
            kept = {"id": "acme", "name": "Acme", "platform": "web", "retention": "[]"}
            connection.execute(sa.insert(tables.workspaces), kept)
            lists = {"roles": "[]", "coaches": "[]", "manages": "[]"}
            names = {"workspace": "acme", "id": "tess", "name": "T", "team": "", "time_zone": "UTC"}
            connection.execute(sa.insert(tables.people), names | lists)

        async with store.database.transaction(reading=False) as transaction:
            await transaction.run(add)
        async with store.reading() as unit:
            found, tess = await unit.workspace("acme"), await unit.person("acme", "tess")
        assert found is not None
        assert found.ways == Ways()
        assert tess is not None
        assert tess.digest == DigestTime()

    async def test_people_by_name(self, store: SqlStore) -> None:
        coach = person(
            "carl",
            name="Ann",
            roles=frozenset({Role.COACH, Role.MANAGER}),
            coaches=frozenset({"tess", "tom"}),
            manages=frozenset({"support"}),
            time_zone="Europe/Berlin",
        )
        async with store.unit() as unit:
            await unit.put_person(person(name="Old name"))
            await unit.put_person(person())
            await unit.put_person(coach)
        async with store.reading() as unit:
            assert await unit.people("acme") == [coach, person()]

    async def test_assignments_of_a_trainee_oldest_first(self, store: SqlStore) -> None:
        first = assignment("z", created_at=later(-5), mode=Mode.VOICE, attempts=3, due_at=later(9))
        async with store.unit() as unit:
            await unit.put_assignment(assignment("a"))
            await unit.put_assignment(first)
            await unit.put_assignment(assignment("b", trainee="tom"))
            await unit.put_assignment(assignment("a", accepted_at=later(1)))
        async with store.reading() as unit:
            found = await unit.assignments("acme", "tess")
            assert found == [first, assignment("a", accepted_at=later(1))]
            assert await unit.assignment("acme", "z") == first

    async def test_pinned_revisions_do_not_change(self, store: SqlStore) -> None:
        async with store.unit() as unit:
            await unit.pin(scenario())
            await unit.pin(replace(scenario(), title="Changed without a new revision"))
            assert await unit.pinned("sample", "r2") is None
        async with store.reading() as unit:
            assert await unit.pinned("sample", "r1") == scenario()


class TestIsolation:
    async def test_another_workspaces_ids_find_nothing(self, store: SqlStore) -> None:
        async with store.unit() as unit:
            await unit.put_person(person())
            await unit.put_assignment(assignment())
            await unit.save(attempt())
            await unit.add_run(run())
            await unit.add_review(review())
            await unit.put_request(request())
        async with store.reading() as unit:
            assert await unit.last_reviews("zeta", "tess") == []
            assert await unit.waiting_reviews("zeta") == []
            assert await unit.person("zeta", "tess") is None
            assert await unit.people("zeta") == []
            assert await unit.assignment("zeta", "task") is None
            assert await unit.assignments("zeta", "tess") == []
            assert await unit.attempts("zeta", "tess") == []
            assert await unit.last_runs("zeta", "tess") == []

    async def test_the_same_ids_in_two_workspaces_are_two_people(self, store: SqlStore) -> None:
        async with store.unit() as unit:
            for name in ("acme", "zeta"):
                await unit.put_person(person(workspace=name, name=name))
                await unit.put_assignment(assignment(workspace=name, assigned_by=name))
        async with store.reading() as unit:
            found = await unit.person("acme", "tess"), await unit.assignment("acme", "task")
        assert found == (person(name="acme"), assignment(assigned_by="acme"))

    async def test_an_attempt_of_another_workspace_is_not_overwritten(
        self, store: SqlStore
    ) -> None:
        await _save(store, attempt())
        with pytest.raises(StorageError):
            await _save(store, attempt(workspace="zeta", entries=9))
        async with store.reading() as unit:
            assert await unit.attempt("call") == attempt()


class TestAttempts:
    async def test_it_comes_back_as_it_was_saved(self, store: SqlStore) -> None:
        whole = attempt(
            turns=3,
            assignment=None,
            state=CallState.ENDED,
            owed=Owed.LEAVING,
            deadline=later(10),
            silent_since=later(3),
            warned=True,
            ended=Ended(EndReason.EXIT, later(4), "agreed"),
            scored=True,
            broke_character=True,
            seed=2**62,
        )
        beaten = replace(whole, turns=(*whole.turns, turn(3, "é\n😀", key="k", beat=("a", "b"))))
        await _save(store, whole, beaten)
        async with store.reading() as unit:
            assert await unit.attempt("call") == beaten
            assert await unit.attempt("other") is None

    async def test_only_new_turns_and_entries_are_appended(self, store: SqlStore) -> None:
        entries = [entry(0, pace=1.5, who="tess", ok=True), entry(1, gaps=(1, 2), none=None)]
        async with store.unit() as unit:
            await unit.save(attempt(turns=1, entries=1), entries[:1])
        async with store.unit() as unit:
            await unit.save(attempt(turns=3, entries=2), entries[1:])
            await unit.save(attempt(turns=3, entries=2))
        async with store.reading() as unit:
            found = await unit.attempt("call")
            assert found == attempt(turns=3, entries=2)
            assert await unit.entries("call") == entries
            assert await unit.entries("other") == []

    async def test_an_attempt_without_its_turns_leaves_them_as_they_are(
        self, store: SqlStore
    ) -> None:
        await _save(store, attempt(turns=2), attempt(scored=True))
        async with store.reading() as unit:
            assert await unit.attempt("call") == attempt(turns=2, scored=True)

    @pytest.mark.parametrize(
        ("stale", "entries"),
        [
            (attempt(turns=2, entries=2), [entry(1)]),
            (attempt(turns=2, entries=1), []),
            (replace(attempt(entries=2), turns=(turn(0), turn(1, at=later(99)))), []),
        ],
        ids=["an entry of the same number", "an older state", "another turn of the same number"],
    )
    async def test_what_does_not_continue_the_stored_attempt_is_refused(
        self, store: SqlStore, stale: Attempt, entries: list[Entry]
    ) -> None:
        async with store.unit() as unit:
            await unit.save(attempt(turns=2, entries=2), [entry(0), entry(1)])
        with pytest.raises(StorageError):
            async with store.unit() as unit:
                await unit.save(stale, entries)
        async with store.reading() as unit:
            assert await unit.attempt("call") == attempt(turns=2, entries=2)
            assert await unit.entries("call") == [entry(0), entry(1)]

    async def test_a_trainees_attempts_oldest_first_without_turns(self, store: SqlStore) -> None:
        old, new = attempt("z", created_at=later(-9)), attempt("a")
        await _save(store, replace(new, turns=(turn(0),)), old, attempt("b", trainee="tom"))
        async with store.reading() as unit:
            assert await unit.attempts("acme", "tess") == [old, new]

    async def test_running_are_under_way_or_ended_and_not_scored(self, store: SqlStore) -> None:
        await _save(
            store,
            attempt("ready", state=CallState.READY),
            attempt("listening"),
            attempt("owing", state=CallState.OWING, workspace="zeta"),
            ended("unscored", NOON),
            ended("scored", NOON, scored=True),
        )
        async with store.reading() as unit:
            assert await unit.running() == ["listening", "owing", "unscored"]

    async def test_a_time_without_a_zone_is_a_bug(self, store: SqlStore) -> None:
        with pytest.raises(StatementError, match="zone"):
            await _save(store, attempt(created_at=NOON.replace(tzinfo=None)))


class TestScoresAndComments:
    async def test_runs_are_added_and_none_is_replaced(self, store: SqlStore) -> None:
        scored = run("b", overall=None, revisions=(("rubric", "r1"),))
        async with store.unit() as unit:
            await unit.save(attempt())
            await unit.add_run(run("z"))
            await unit.add_run(scored)
        async with store.reading() as unit:
            assert await unit.runs("call") == [run("z"), scored]

    async def test_last_runs_are_the_newest_of_each_attempt(self, store: SqlStore) -> None:
        runs: list[ScoreRun] = [run("z", "new"), run("a", "old"), run("b", "new")]
        async with store.unit() as unit:
            await unit.save(attempt("new"))
            await unit.save(attempt("old", created_at=later(-9)))
            await unit.save(attempt("unscored"))
            for each in runs:
                await unit.add_run(each)
        async with store.reading() as unit:
            assert await unit.last_runs("acme", "tess") == [runs[1], runs[2]]
            assert await unit.last_runs("acme", "tom") == []

    async def test_comments_oldest_first(self, store: SqlStore) -> None:
        anchored = comment("a", turn=1, at=later(1))
        async with store.unit() as unit:
            await unit.save(attempt())
            await unit.add_comment(comment("z"))
            await unit.add_comment(anchored)
        async with store.reading() as unit:
            assert await unit.comments("call") == [comment("z"), anchored]

    async def test_the_audit_log_takes_entries(self, store: SqlStore) -> None:
        async with store.unit() as unit:
            await unit.audit("acme", NOON, "retention", {"events": 3})
        async with store.database.transaction(reading=True) as transaction:
            asked = sa.select(tables.audit.c.workspace, tables.audit.c.what)
            entries = await transaction.run(lambda c: c.execute(asked).all())
        assert [tuple(entry) for entry in entries] == [("acme", "retention")]


class TestReviews:
    async def test_reviews_are_added_and_none_is_replaced(self, store: SqlStore) -> None:
        plain = review("a", words="", adjustments=(), meet_at=None, at=later(1))
        async with store.unit() as unit:
            await unit.save(attempt())
            await unit.add_review(review("z"))
            await unit.add_review(plain)
        async with store.reading() as unit:
            assert await unit.reviews("call") == [review("z"), plain]
            assert await unit.reviews("other") == []

    async def test_the_same_review_twice_is_a_mistake(self, store: SqlStore) -> None:
        async with store.unit() as unit:
            await unit.save(attempt())
            await unit.add_review(review())
        with pytest.raises(StorageError, match="stored already"):
            async with store.unit() as unit:
                await unit.add_review(review())

    async def test_last_reviews_are_the_newest_of_each_attempt(self, store: SqlStore) -> None:
        async with store.unit() as unit:
            await unit.save(attempt("new"))
            await unit.save(attempt("old", created_at=later(-9)))
            await unit.save(attempt("unseen"))
            await unit.save(attempt("toms", trainee="tom"))
            for name, call in (("z", "new"), ("b", "old"), ("a", "new"), ("t", "toms")):
                await unit.add_review(review(name, call))
        async with store.reading() as unit:
            found = await unit.last_reviews("acme", "tess")
            assert found == [review("b", "old"), review("a", "new")]
            assert await unit.last_reviews("acme", "nobody") == []

    async def test_words_that_no_database_takes_are_mended(self, store: SqlStore) -> None:
        async with store.unit() as unit:
            await unit.save(attempt())
            await unit.add_review(review(words="half \ud83d"))
        async with store.reading() as unit:
            (found,) = await unit.reviews("call")
        assert found.words == "half \N{REPLACEMENT CHARACTER}"

    async def test_an_attempt_has_one_request_which_may_change(self, store: SqlStore) -> None:
        asked = request(why=WhyReview.ASKED, at=later(1))
        async with store.unit() as unit:
            await unit.save(attempt())
            assert await unit.request("call") is None
            await unit.put_request(request())
            await unit.put_request(asked)
            assert await unit.request("call") == asked
            await unit.put_request(replace(asked, done_at=later(2)))
        async with store.reading() as unit:
            assert await unit.request("call") == replace(asked, done_at=later(2))

    async def test_what_waits_comes_oldest_first_and_without_what_is_done(
        self, store: SqlStore
    ) -> None:
        requests = (
            request("new", at=later(2)),
            request("done", done_at=later(3)),
            request("old", at=later(1), why=WhyReview.SAMPLE),
            request("far", workspace="zeta"),
        )
        async with store.unit() as unit:
            for each in requests:
                await unit.save(attempt(each.attempt, workspace=each.workspace))
                await unit.put_request(each)
        async with store.reading() as unit:
            assert await unit.waiting_reviews("acme") == [requests[2], requests[0]]
            assert await unit.waiting_reviews("zeta") == [requests[3]]
