"""Delivery to the browser: a post is kept, and whoever looks at its stream is told."""

from __future__ import annotations

from bots.web.listeners import Listeners, Passing
from bots.web.ports import Posts, stream_of
from core.errors import ProviderError, StorageError
from core.messages import Outgoing, ToThread, TraineeSaid


class WebSurface:
    """Implements core.ports.Surface."""

    def __init__(self, posts: Posts, listeners: Listeners) -> None:
        self._posts = posts
        self._listeners = listeners

    async def deliver(self, outgoing: Outgoing) -> None:
        """Keep the message and show it to whoever is there. Raises ProviderError."""
        try:
            new = await self._posts.add(outgoing) is not None
        except StorageError as error:
            raise ProviderError("the post could not be kept", retryable=True) from error
        if new:
            # The trainee's own line does not stop the customer from writing.
            void = not isinstance(outgoing.message, TraineeSaid)
            self._listeners.wake(stream_of(outgoing.to), void=void)

    async def typing(self, thread: ToThread, *, on: bool) -> None:
        """Show the three dots, or take them away."""
        self._listeners.tell(stream_of(thread), Passing("typing", {"on": on}), over=not on)

    async def draft(self, thread: ToThread, turn: int, text: str) -> None:
        """Show what there is of a line that is still being written."""
        self._listeners.tell(stream_of(thread), Passing("draft", {"turn": turn, "text": text}))
