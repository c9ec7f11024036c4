"""What the browser surface keeps for itself: the posts of each stream, in order."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from core.messages import Address, Outgoing, ToChannel, ToPerson, ToReview, ToThread


class Posts(Protocol):
    """Everything that was delivered here, so that a page can be shown again and resumed."""

    async def add(self, outgoing: Outgoing) -> int | None:
        """Append to its stream and return the number; None when the id was there already.

        Numbers rise within a stream. Raises StorageError.
        """
        ...

    async def since(
        self, workspace: str, stream: str, after: int
    ) -> Sequence[tuple[int, Outgoing]]:
        """Return the posts of a stream with numbers above `after`, in order."""
        ...


def stream_of(to: Address) -> str:
    """Return the stream that an address names: `person:<id>`, `attempt:<id>` and so on.

    A page shows the first two. Coaches review in the thread, which has every line; and the
    browser has no channels.
    """
    match to:
        case ToPerson(person):
            return f"person:{person}"
        case ToThread(attempt):
            return f"attempt:{attempt}"
        case ToReview(attempt):
            return f"review:{attempt}"
        case ToChannel(channel):
            return f"channel:{channel}"
