"""Posts that change where they stand: the head of a call, offers, reviews, "Scoring…"."""

from __future__ import annotations

from bots.chat.heads import standing
from bots.chat.offers import offered
from bots.teams import activities
from bots.teams.cards import (
    Card,
    render_accepted,
    render_head,
    render_put_off,
    render_reviewed,
)
from bots.teams.here import Here
from bots.teams.viewing import view_for
from core.messages import AssignmentOffered, CallOpened, Message, ReviewAsked, Reviewed
from core.places import Place


class Renewing:
    """Shows posts anew. That one is gone meanwhile does not matter. Raises ProviderError."""

    def __init__(self, here: Here) -> None:
        self._here = here

    async def head(self, message: Message, head: Place, trainee: str) -> None:
        """Let the head of a call tell how the call stands."""
        said, state = await self._here.said(head), await standing(self._here, message, head)
        if said is not None and isinstance(said.message, CallOpened) and state is not None:
            view = await view_for(self._here, head.workspace, head.channel, trainee)
            await self._show(head, render_head(said.message, view, state))

    async def asked(self, done: Reviewed, place: Place) -> None:
        """Let what was asked for tell of the review."""
        said = await self._here.said(place)
        if said is not None and isinstance(said.message, ReviewAsked):
            view = await view_for(self._here, place.workspace, place.channel, "")
            await self._show(place, render_reviewed(said.message, done, view))

    async def offer(self, place: Place | None, *, accepted: bool) -> Card | None:
        """Return the offer that stands there as it tells what the trainee chose; None: no offer."""
        said = await self._here.said(place) if place else None
        if place is None or said is None or not isinstance(said.message, AssignmentOffered):
            return None
        view = await view_for(self._here, place.workspace, place.channel, _reader(said.to))
        shown = render_accepted if accepted else render_put_off
        return shown(offered(said.message, voice=self._here.voice), view)

    async def put(self, place: Place, card: Card) -> None:
        """Show a card in a place."""
        await self._show(place, card)

    async def scored(self, attempt: str) -> None:
        """Take "Scoring…" away: the score card is there now, or in the trainee's own chat."""
        for place in await self._here.places.of_attempt(attempt, "Scoring"):
            if not place.message:
                continue
            where = await self._here.where(place)
            if place.thread:
                elsewhere = activities.plain("Scored. The card is in the trainee’s own chat.")
                await self._here.posting.change(where, place, elsewhere)
            else:
                await self._here.posting.remove(where, place, activities.plain("Scored."))

    async def _show(self, place: Place, card: Card) -> None:
        where = await self._here.where(place)
        await self._here.posting.change(where, place, activities.message(card))


def _reader(to: object) -> str:
    return str(getattr(to, "person", ""))
