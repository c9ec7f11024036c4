"""Envelopes and outgoing messages as rows, and back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, get_args

import sqlalchemy as sa

from adapters.storage.codec import Codec
from core.commands import Command, Envelope, GiveReview, Remark
from core.messages import (
    Address,
    CoachSaid,
    Message,
    OneToOne,
    Outgoing,
    ResultShared,
    ReviewAsked,
    Reviewed,
    ScoreCard,
    ToChannel,
    ToPerson,
    ToReview,
    ToThread,
)
from core.people import Kept

COMMANDS = Codec[Command](*get_args(Command))
MESSAGES = Codec[Message](*get_args(Message))

# Whatever is not named here is part of the transcript.
_KEPT_AS = {
    Remark: Kept.FEEDBACK,
    GiveReview: Kept.FEEDBACK,
    CoachSaid: Kept.FEEDBACK,
    OneToOne: Kept.FEEDBACK,
    ReviewAsked: Kept.FEEDBACK,
    Reviewed: Kept.FEEDBACK,
    ResultShared: Kept.SCORES,
    ScoreCard: Kept.SCORES,
}


def envelope_to_row(envelope: Envelope) -> dict[str, Any]:
    """Return the columns of an envelope that has just arrived."""
    command = envelope.command
    return {
        "id": envelope.id,
        "workspace": envelope.workspace,
        "by": envelope.by,
        "lane": envelope.lane,
        "command": COMMANDS.encode(command),
        "at": envelope.at,
        "attempt": getattr(command, "attempt", None),
        "kept": _KEPT_AS.get(type(command), Kept.TRANSCRIPT),
        "refusal": "",
    }


def envelope_from_row(row: sa.Row[*tuple[Any, ...]]) -> Envelope:
    """Return the envelope in a row: id, workspace, by, lane, command, at."""
    envelope_id, workspace, by, lane, command, at = row
    return Envelope(envelope_id, workspace, by, lane, COMMANDS.decode(command), at)


def outgoing_to_row(outgoing: Outgoing) -> dict[str, Any]:
    """Return the columns that a message has in the outbox and in the browser's posts."""
    message = outgoing.message
    return {
        "id": outgoing.id,
        "workspace": outgoing.workspace,
        "address": address(outgoing.to),
        "message": MESSAGES.encode(message),
        "at": outgoing.at,
        "not_before": outgoing.not_before,
        "attempt": _attempt(outgoing),
        "kept": _KEPT_AS.get(type(message), Kept.TRANSCRIPT),
    }


def outgoing_from_row(row: Sequence[Any]) -> Outgoing:
    """Return the message in a row: id, workspace, address, message, at, not_before."""
    outgoing_id, workspace, to, message, at, not_before = row
    return Outgoing(outgoing_id, workspace, _to(to), MESSAGES.decode(message), at, not_before)


def address(to: Address) -> str:
    """Return `person:<id>`, `attempt:<id>`, `review:<attempt>` or `channel:<id>`."""
    match to:
        case ToThread(attempt):
            return f"attempt:{attempt}"
        case ToReview(attempt):
            return f"review:{attempt}"
        case ToChannel(channel):
            return f"channel:{channel}"
        case ToPerson(person):
            return f"person:{person}"


_ADDRESSES: dict[str, type[ToThread | ToReview | ToChannel | ToPerson]] = {
    "attempt": ToThread,
    "review": ToReview,
    "channel": ToChannel,
    "person": ToPerson,
}


def _to(text: str) -> Address:
    kind, _, name = text.partition(":")
    return _ADDRESSES[kind](name)


def _attempt(outgoing: Outgoing) -> str | None:
    if isinstance(outgoing.to, ToThread | ToReview):
        return outgoing.to.attempt
    return getattr(outgoing.message, "attempt", None)
