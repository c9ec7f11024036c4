"""The recording of a call: what its transcript says about it, and its sound, in parts."""

from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from aiohttp import web

from bots.web.deps import DEPS
from bots.web.thread import attempt_page
from core.attempt import Attempt, Entry, Speaker, Turn
from core.errors import PracticeError, StorageError
from core.people import Kept, Workspace
from core.ports import Recording
from core.scenario import Mode
from core.views import AttemptPage

_LEAD = timedelta(seconds=0.2)
"""How long before the first sound of a turn one begins to hear it."""
_PARTIAL, _NOT_SATISFIABLE = 206, 416


@dataclass(frozen=True, slots=True)
class Listening:
    """What can be heard of a call. `note` says why it cannot; a call in writing has none.

    `starts` gives, by a turn's number, the second at which to begin; it is empty where nothing
    can be heard. `cut` are the turns that were cut off.
    """

    starts: Mapping[int, float] = field(default_factory=dict)
    cut: frozenset[int] = frozenset()
    audible: bool = False
    note: str = ""


async def listening(request: web.Request, found: AttemptPage) -> Listening:
    """Return what can be heard of this call."""
    attempt, deps = found.attempt, request.app[DEPS]
    if attempt.mode is not Mode.VOICE:
        return Listening()
    async with deps.store.reading() as unit:
        entries = await unit.entries(attempt.id)
        workspace = await unit.workspace(attempt.workspace)
    kept = await _there(request, attempt.id)
    if kept is None:
        note = _why_not(attempt, workspace, deps.clock.now())
        return Listening(cut=_cut(entries), note=note)
    starts = {turn.number: _start(attempt, kept, entries, turn) for turn in attempt.turns}
    return Listening(starts, _cut(entries), audible=True)


async def recording(request: web.Request) -> web.StreamResponse:
    """Serve the sound, or the part of it that a player asks for."""
    found = await attempt_page(request)
    blobs = request.app[DEPS].blobs
    kept = await _there(request, found.attempt.id)
    size = await blobs.size(kept.name) if blobs and kept else None
    if blobs is None or kept is None or size is None:
        raise PracticeError("There is no recording of this call.", "Its transcript says why.")
    part = _part(request, size)
    response = _head(kept, size, part)
    await response.prepare(request)
    if request.method != "HEAD":
        await _send(request, response, blobs.read(kept.name, *(part or (0, size))))
    return response


def _head(kept: Recording, size: int, part: tuple[int, int] | None) -> web.StreamResponse:
    start, end = part or (0, size)
    response = web.StreamResponse(headers={"Accept-Ranges": "bytes"})
    response.content_type = kept.media_type
    response.content_length = end - start
    if start >= size:
        response.set_status(_NOT_SATISFIABLE)
        response.headers["Content-Range"] = f"bytes */{size}"
    elif part is not None:
        response.set_status(_PARTIAL)
        response.headers["Content-Range"] = f"bytes {start}-{end - 1}/{size}"
    return response


async def _send(
    request: web.Request, response: web.StreamResponse, sound: AsyncIterator[bytes]
) -> None:
    # A player that jumps elsewhere hangs up on what it asked for.
    with contextlib.suppress(ConnectionError):
        try:
            async for piece in sound:
                await response.write(piece)
        except StorageError:
            # Half of it is on its way: only hanging up tells that the rest will not come.
            if request.transport is not None:
                request.transport.close()


def _part(request: web.Request, size: int) -> tuple[int, int] | None:
    """Return the part that is asked for; None, for all of it, where none can be understood."""
    try:
        wanted = request.http_range
    except ValueError:
        return None
    if wanted.start is None and wanted.stop is None:
        return None
    start, end, _ = wanted.indices(size)
    return start, end


async def _there(request: web.Request, attempt: str) -> Recording | None:
    """Return the recording if its sound is there too."""
    deps = request.app[DEPS]
    if deps.recordings is None or deps.blobs is None:
        return None
    found = await deps.recordings.find(attempt)
    return found if found and await deps.blobs.size(found.name) else None


def _why_not(attempt: Attempt, workspace: Workspace | None, now: datetime) -> str:
    if attempt.ended is None:
        return "The recording is here once the call has ended."
    days = workspace.days_kept(Kept.AUDIO) if workspace else None
    if days is not None and now - attempt.ended.at > timedelta(days=days):
        return f"The recording is no longer there: audio is kept for {days} days."
    return "There is no recording of this call, or it is still being prepared."


def _start(attempt: Attempt, kept: Recording, entries: Sequence[Entry], turn: Turn) -> float:
    """Return the second at which a turn begins: its first sound, or else its own time."""
    kind = f"{turn.speaker.value}_onset"
    onsets = [e.at for e in entries if e.kind == kind and dict(e.data).get("turn") == turn.number]
    since = attempt.seconds_in(min(onsets, default=turn.at) - _LEAD)
    return round(min(max(0.0, since), kept.seconds), 2)


def _cut(entries: Sequence[Entry]) -> frozenset[int]:
    ends = [dict(e.data) for e in entries if e.kind == f"{Speaker.CUSTOMER.value}_offset"]
    return frozenset(e["turn"] for e in ends if e.get("cut") is True and "turn" in e)
