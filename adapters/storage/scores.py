"""Score runs and coaches' comments."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy import bindparam

from adapters.storage import tables
from adapters.storage.codec import Codec
from adapters.storage.upsert import insert
from core.people import Comment
from core.scoring import ScoreRun

_A, _R, _C = tables.attempts, tables.score_runs, tables.comments
_RUNS = Codec[ScoreRun](ScoreRun)

_ADD_RUN, _ADD_COMMENT = insert(_R), insert(_C)
_OF_ATTEMPT = sa.select(_R.c.run).where(_R.c.attempt == bindparam("attempt_")).order_by(_R.c.seq)
_COMMENTS = (
    sa.select(*_C.c["id", "attempt", "author", "text", "at", "turn"])
    .where(_C.c.attempt == bindparam("attempt_"))
    .order_by(_C.c.seq)
)
_OTHER = _R.alias("other")
_NEWEST = (
    sa.select(sa.func.max(_OTHER.c.seq))
    .where(_OTHER.c.attempt == _A.c.id)
    .correlate(_A)
    .scalar_subquery()
)
_LAST = (
    sa.select(_R.c.run)
    .select_from(_A.join(_R, _R.c.seq == _NEWEST))
    .where(_A.c.workspace == bindparam("workspace_"), _A.c.trainee == bindparam("trainee_"))
    .order_by(_A.c.created_at, _A.c.id)
)


def add_run(connection: sa.Connection, run: ScoreRun) -> None:
    """Add a score run."""
    connection.execute(_ADD_RUN, run_to_row(run))


def runs(connection: sa.Connection, attempt_id: str) -> Sequence[ScoreRun]:
    """Return the attempt's score runs, oldest first."""
    found = connection.execute(_OF_ATTEMPT, {"attempt_": attempt_id}).scalars()
    return [_RUNS.decode(text) for text in found]


def last_runs(connection: sa.Connection, workspace: str, trainee: str) -> Sequence[ScoreRun]:
    """Return the newest run of each of a trainee's attempts, oldest attempt first."""
    keys = {"workspace_": workspace, "trainee_": trainee}
    return [_RUNS.decode(text) for text in connection.execute(_LAST, keys).scalars()]


def add_comment(connection: sa.Connection, comment: Comment) -> None:
    """Add a coach's comment."""
    connection.execute(_ADD_COMMENT, comment_to_row(comment))


def comments(connection: sa.Connection, attempt_id: str) -> Sequence[Comment]:
    """Return the attempt's comments, oldest first."""
    found = connection.execute(_COMMENTS, {"attempt_": attempt_id})
    return [comment_from_row(row) for row in found]


def run_to_row(run: ScoreRun) -> dict[str, Any]:
    """Return the columns of a score run; the run itself is kept whole as JSON."""
    return {
        "id": run.id,
        "attempt": run.attempt,
        "at": run.at,
        "verdict": run.verdict,
        "overall": run.overall,
        "run": _RUNS.encode(run),
    }


def comment_to_row(comment: Comment) -> dict[str, Any]:
    """Return the columns of a comment."""
    return {
        "id": comment.id,
        "attempt": comment.attempt,
        "author": comment.author,
        "text": comment.text,
        "at": comment.at,
        "turn": comment.turn,
    }


def comment_from_row(row: sa.Row[*tuple[Any, ...]]) -> Comment:
    """Return the comment in a row: id, attempt, author, text, at, turn."""
    return Comment(*row)
