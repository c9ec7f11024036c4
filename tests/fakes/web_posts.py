"""Posts in memory."""

from __future__ import annotations

from collections.abc import Sequence

from bots.web.ports import stream_of
from core.messages import Outgoing


class MemoryPosts:
    """Implements `bots.web.ports.Posts`."""

    def __init__(self) -> None:
        self._streams: dict[tuple[str, str], list[Outgoing]] = {}
        self._known: set[str] = set()

    async def add(self, outgoing: Outgoing) -> int | None:
        """Append, unless the id is known."""
        if outgoing.id in self._known:
            return None
        self._known.add(outgoing.id)
        stream = self._streams.setdefault((outgoing.workspace, stream_of(outgoing.to)), [])
        stream.append(outgoing)
        return len(stream)

    async def since(
        self, workspace: str, stream: str, after: int
    ) -> Sequence[tuple[int, Outgoing]]:
        """What came after a number."""
        posts = self._streams.get((workspace, stream), [])
        return [(number, post) for number, post in enumerate(posts, 1) if number > after]
