"""Messages that are written while one reads them, by the rules of "Stream bot messages"."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from tests.teams.people import BOT
from tests.teams.town.judge import Judge
from tests.teams.town.records import Called, Piece, Refusal, Stream
from tests.teams.town.rooms import Room, Rooms

LONGEST_S = 120
"""How long a stream may take, from its first piece to its last."""
_PACE_S = 1.0
"""Between two pieces."""
_NOT_ALLOWED = "ContentStreamNotAllowed"


def stream_info(activity: Mapping[str, Any]) -> Mapping[str, Any] | None:
    """What an activity says of the stream it belongs to; None for one that is no piece of any."""
    for entity in activity.get("entities") or ():
        if entity.get("type") == "streaminfo":
            found: Mapping[str, Any] = entity
            return found
    return None


class Streams:
    """All streams by their ids, which are those of their messages."""

    def __init__(self, rooms: Rooms, judge: Judge, clock: Callable[[], float]) -> None:
        self.all: dict[str, Stream] = {}
        self._rooms = rooms
        self._judge = judge
        self._clock = clock

    def take(self, called: Called, room: Room, info: Mapping[str, Any]) -> tuple[int, str]:
        """Take a piece; returns the status, and the id where one is told. Raises Refusal."""
        if room.kind != "personal":
            words = "Content stream is not allowed"
            raise Refusal(403, _NOT_ALLOWED, words, "a stream outside of a personal chat")
        number = str(info.get("streamId") or "")
        if not number:
            return 201, self._begin(called, room, info)
        stream = self._open(number, room)
        if called.body.get("type") == "message":
            self._end(called, stream, room, info)
        else:
            self._go_on(called, stream, info)
        return 202, ""

    def _begin(self, called: Called, room: Room, info: Mapping[str, Any]) -> str:
        if info.get("streamSequence") != 1:
            words = "Stream sequence is invalid"
            raise Refusal(400, "BadRequest", words, "the first piece of a stream is not number 1")
        piece = self._piece(called, info)
        post = self._rooms.write(room, BOT, dict(called.body))
        self.all[post.id] = Stream(post.id, room.id, self._clock(), [piece])
        return post.id

    def _open(self, number: str, room: Room) -> Stream:
        stream = self.all.get(number)
        if stream is None or stream.conversation != room.id:
            raise Refusal(
                404, "ActivityNotFoundInConversation", "No such stream.", "no such stream"
            )
        if stream.done:
            words = "Content stream is not allowed on an already completed streamed message"
            raise Refusal(403, _NOT_ALLOWED, words, "a piece after the last one")
        if self._clock() - stream.begun > LONGEST_S:
            words = "Content stream finished due to exceeded streaming time."
            raise Refusal(403, _NOT_ALLOWED, words)
        return stream

    def _go_on(self, called: Called, stream: Stream, info: Mapping[str, Any]) -> None:
        piece, last = self._piece(called, info), stream.pieces[-1]
        if piece.number <= last.number:
            # Teams answers 202 all the same, and drops it.
            self._judge.note(called, f"piece {piece.number} of a stream after {last.number}")
            return
        if piece.at - last.at < _PACE_S:
            self._judge.note(called, f"two pieces of a stream within {piece.at - last.at:.2f} s")
        self._check_grown(called, last, piece)
        stream.pieces.append(piece)

    def _piece(self, called: Called, info: Mapping[str, Any]) -> Piece:
        text = str(called.body.get("text") or "")
        if called.body.get("type") != "typing" or not text.strip():
            words = "Start streaming activities should include text"
            raise Refusal(400, "BadRequest", words, "a piece of a stream without text")
        if called.body.get("attachments"):
            words = "Attachments are not allowed while streaming"
            raise Refusal(400, "BadRequest", words, "attachments before the end of a stream")
        kind = str(info.get("streamType") or "streaming")
        return Piece(text, kind, int(info.get("streamSequence") or 0), self._clock())

    def _end(self, called: Called, stream: Stream, room: Room, info: Mapping[str, Any]) -> None:
        if info.get("streamType") != "final":
            words = "Stream type is invalid"
            raise Refusal(400, "BadRequest", words, "the last of a stream is not called final")
        if "streamSequence" in info:
            self._judge.note(called, "the last of a stream has a number")
        last = stream.pieces[-1]
        piece = Piece(str(called.body.get("text") or ""), "final", last.number + 1, self._clock())
        stream.pieces.append(piece)
        stream.done = True
        room.post(stream.id).versions.append(dict(called.body))

    def _check_grown(self, called: Called, last: Piece, piece: Piece) -> None:
        """What was read already must stand there still, once it is the answer that is written."""
        if last.kind == piece.kind == "streaming" and not piece.text.startswith(last.text):
            self._judge.note(called, "a piece of a stream does not begin with the one before")
