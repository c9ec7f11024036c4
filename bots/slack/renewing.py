"""Posts that change where they stand: the head of a call, offers, reviews, "Scoring…"."""

from __future__ import annotations

from typing import Any

from bots.chat.heads import standing
from bots.chat.offers import offered
from bots.slack.cards import (
    Card,
    render_accepted,
    render_head,
    render_put_off,
    render_reviewed,
)
from bots.slack.errors import asked, reason, unless_refused
from bots.slack.here import Here
from bots.slack.viewing import view_for
from core.errors import ProviderError
from core.messages import (
    AssignmentOffered,
    CallOpened,
    Message,
    Outgoing,
    ReviewAsked,
    Reviewed,
)
from core.places import Place

_GONE = frozenset({"message_not_found", "cant_update_message", "edit_window_closed"})


class Renewing:
    """Shows posts anew. That one is gone meanwhile does not matter. Raises ProviderError."""

    def __init__(self, here: Here) -> None:
        self._here = here

    async def head(self, message: Message, head: Place, trainee: str) -> None:
        """Let the head of a call's thread tell how the call stands."""
        said = await self._here.said(head)
        state = await standing(self._here, message, head)
        if said is not None and isinstance(said.message, CallOpened) and state is not None:
            view = await view_for(self._here, said, trainee)
            await self._update(head, render_head(said.message, view, state))

    async def asked(self, done: Reviewed, place: Place) -> None:
        """Let what was asked for tell of the review."""
        said = await self._here.said(place)
        if said is not None and isinstance(said.message, ReviewAsked):
            view = await view_for(self._here, said, "")
            await self._update(place, render_reviewed(said.message, done, view))

    async def offer(self, workspace: str, channel: str, ts: str, *, accepted: bool) -> None:
        """Let the offer that stands there, if one does, tell what the trainee chose."""
        place = await self._here.places.at(workspace, channel, ts)
        said = await self._here.said(place) if place else None
        if place is None or said is None or not isinstance(said.message, AssignmentOffered):
            return
        reader = getattr(said.to, "person", "")
        view = await view_for(self._here, said, reader)
        shown = render_accepted if accepted else render_put_off
        await self._update(
            place, shown(offered(said.message, voice=self._here.room is not None), view)
        )

    async def scored(self, outgoing: Outgoing, attempt: str) -> None:
        """Take "Scoring…" away: the score card stands there now."""
        client = await self._here.client(outgoing.workspace)
        for place in await self._here.places.of_attempt(attempt, "Scoring"):
            if place.message:
                await unless_refused(client.chat_delete(channel=place.channel, ts=place.message))

    async def _update(self, place: Place, card: Card) -> None:
        client = await self._here.client(place.workspace)
        arguments: dict[str, Any] = {"text": card.text, "blocks": list(card.blocks)}
        try:
            await asked(client.chat_update(channel=place.channel, ts=place.message, **arguments))
        except ProviderError as error:
            if reason(error) not in _GONE:
                raise
