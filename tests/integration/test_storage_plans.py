"""No question that is asked at every turn walks through a whole table."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from adapters.storage import SqlStore, open_store
from adapters.storage.recordings import SqlRecordings
from adapters.storage.retention import count_expired, purge
from adapters.storage.unit import SqlUnit
from adapters.storage.web_posts import SqlPosts
from core.people import Kept
from core.ports import Recording
from tests.fakes.blobs import MemoryBlobs
from tests.records import (
    NOON,
    assignment,
    attempt,
    comment,
    ended,
    entry,
    envelope,
    outgoing,
    person,
    run,
    workspace,
)
from tests.samples import scenario

# All that these hold is wanted: a few workspaces, partial indexes, and what was just found.
_WHOLE = (
    "SCAN workspaces",
    "SCAN inbox USING INDEX ix_inbox_unfinished",
    "SCAN outbox USING INDEX ix_outbox_undelivered",
    "SCAN attempts USING INDEX ix_attempts_under_way",
    "SCAN expired",
)


class Plans:
    """Asks SQLite, for each statement that it runs, how it will go about it."""

    def __init__(self) -> None:
        self.scans: list[str] = []
        self.seen = 0

    def explain(
        self,
        _connection: object,
        cursor: Any,  # noqa: ANN401 - the driver's own class
        statement: str,
        parameters: Any,  # noqa: ANN401 - as above
        _context: object,
        executemany: bool,
    ) -> None:
        if statement.startswith(("BEGIN", "PRAGMA", "EXPLAIN")):
            return
        one = parameters[0] if executemany else parameters
        for row in cursor.connection.execute(f"EXPLAIN QUERY PLAN {statement}", one):
            self.seen += 1
            detail = row[3]
            if detail.startswith(("SCAN", "USE TEMP")) and not detail.startswith(_WHOLE):
                self.scans.append(f"{detail}\n{statement}")


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[SqlStore]:
    opened = await open_store(f"sqlite:///{tmp_path}/practice.db")
    yield opened
    await opened.close()


@pytest.fixture
def plans() -> Iterator[Plans]:
    asked = Plans()
    sa.event.listen(sa.Engine, "before_cursor_execute", asked.explain)
    yield asked
    sa.event.remove(sa.Engine, "before_cursor_execute", asked.explain)


async def _everything_of_a_unit(unit: SqlUnit) -> None:
    await unit.put_workspace(workspace())
    await unit.put_person(person())
    await unit.put_assignment(assignment())
    await unit.pin(scenario())
    await unit.receive(envelope())
    await unit.save(attempt(turns=1), [entry(0)])
    await unit.save(attempt(turns=2), [entry(1)])
    await unit.add_run(run())
    await unit.add_comment(comment())
    await unit.post(outgoing())
    await unit.audit("acme", NOON, "retention", {})
    await unit.unfinished()
    await unit.refusal("e1")
    await unit.undelivered()
    await unit.finish("e1", NOON)
    await unit.delivered("o1", NOON)
    await unit.running()
    await unit.attempt("call")
    await unit.attempts("acme", "tess")
    await unit.entries("call")
    await unit.runs("call")
    await unit.last_runs("acme", "tess")
    await unit.comments("call")
    await unit.workspace("acme")
    await unit.workspaces()
    await unit.person("acme", "tess")
    await unit.people("acme")
    await unit.assignment("acme", "task")
    await unit.assignments("acme", "tess")
    await unit.pinned("sample", "r1")


async def test_every_question_of_a_unit_uses_an_index(store: SqlStore, plans: Plans) -> None:
    async with store.unit() as unit:
        await _everything_of_a_unit(unit)
    posts = SqlPosts(store)
    await posts.add(outgoing())
    await posts.since("acme", "attempt:call", 0)
    await SqlRecordings(store).keep(Recording("call", "call.mp3", "audio/mpeg", 1.0, NOON))
    await SqlRecordings(store).find("call")
    assert plans.seen > 20
    assert plans.scans == []


async def test_retention_finds_what_is_due_by_indexes(store: SqlStore, plans: Plans) -> None:
    async with store.unit() as unit:
        await _everything_of_a_unit(unit)
        await unit.save(ended("old", NOON - timedelta(days=2)), [entry(0)])
    plans.scans.clear()
    brief = workspace(retention=tuple((kind, 1) for kind in Kept))
    await count_expired(store, brief, NOON)
    await purge(store, brief, NOON, MemoryBlobs())
    assert plans.scans == []
