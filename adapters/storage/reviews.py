"""Coaches' reviews, and what waits for one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy import bindparam

from adapters.storage import tables
from adapters.storage.codec import Codec
from adapters.storage.upsert import insert, put
from core.review import Review, ReviewRequest, WhyReview

_A, _R, _Q = tables.attempts, tables.reviews, tables.review_requests
_REVIEWS = Codec[Review](Review)

_ADD, _PUT = insert(_R), put(_Q)
_OF_ATTEMPT = sa.select(_R.c.review).where(_R.c.attempt == bindparam("attempt_")).order_by(_R.c.seq)
_OTHER = _R.alias("other")
_NEWEST = (
    sa.select(sa.func.max(_OTHER.c.seq))
    .where(_OTHER.c.attempt == _A.c.id)
    .correlate(_A)
    .scalar_subquery()
)
_LAST = (
    sa.select(_R.c.review)
    .select_from(_A.join(_R, _R.c.seq == _NEWEST))
    .where(_A.c.workspace == bindparam("workspace_"), _A.c.trainee == bindparam("trainee_"))
    .order_by(_A.c.created_at, _A.c.id)
)
_REQUEST = sa.select(_Q).where(_Q.c.attempt == bindparam("attempt_"))
_WAITING = (
    sa.select(_Q)
    .where(_Q.c.workspace == bindparam("workspace_"), _Q.c.done_at.is_(None))
    .order_by(_Q.c.at, _Q.c.attempt)
)


def add(connection: sa.Connection, review: Review) -> None:
    """Add a review."""
    row = {"id": review.id, "attempt": review.attempt, "at": review.at}
    connection.execute(_ADD, row | {"review": _REVIEWS.encode(review)})


def of_attempt(connection: sa.Connection, attempt_id: str) -> Sequence[Review]:
    """Return the attempt's reviews, oldest first."""
    found = connection.execute(_OF_ATTEMPT, {"attempt_": attempt_id}).scalars()
    return [_REVIEWS.decode(text) for text in found]


def last(connection: sa.Connection, workspace: str, trainee: str) -> Sequence[Review]:
    """Return the newest review of each of a trainee's attempts, oldest attempt first."""
    keys = {"workspace_": workspace, "trainee_": trainee}
    return [_REVIEWS.decode(text) for text in connection.execute(_LAST, keys).scalars()]


def put_request(connection: sa.Connection, request: ReviewRequest) -> None:
    """Add or replace."""
    connection.execute(_PUT, request_to_row(request))


def request(connection: sa.Connection, attempt_id: str) -> ReviewRequest | None:
    """Return the request to review this attempt."""
    row = connection.execute(_REQUEST, {"attempt_": attempt_id}).mappings().one_or_none()
    return request_from_row(row) if row else None


def waiting(connection: sa.Connection, workspace: str) -> Sequence[ReviewRequest]:
    """Return the requests that wait, oldest first."""
    rows = connection.execute(_WAITING, {"workspace_": workspace}).mappings()
    return [request_from_row(row) for row in rows]


def request_to_row(request: ReviewRequest) -> dict[str, Any]:
    """Return the columns of a request."""
    return {
        "attempt": request.attempt,
        "workspace": request.workspace,
        "trainee": request.trainee,
        "why": request.why,
        "at": request.at,
        "done_at": request.done_at,
    }


def request_from_row(row: sa.RowMapping) -> ReviewRequest:
    """Return the request in a row."""
    return ReviewRequest(
        row["attempt"],
        row["workspace"],
        row["trainee"],
        WhyReview(row["why"]),
        row["at"],
        row["done_at"],
    )
