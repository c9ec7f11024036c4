"""How a message is to be shown to whom: the reader's clock, what can be offered, where it is."""

from __future__ import annotations

from typing import Any

from bots.chat.offers import possible
from bots.teams import activities
from bots.teams.cards import View, render
from bots.teams.here import Here
from core.contacts import Kind
from core.messages import (
    AssignmentOffered,
    CallOffered,
    OneToOne,
    Outgoing,
    ReviewAsked,
    Reviewed,
)

_ALERTS = (AssignmentOffered, CallOffered, OneToOne, ReviewAsked, Reviewed)
"""What somebody would want to hear of while they look elsewhere."""


async def activities_for(
    here: Here, outgoing: Outgoing, channel: str, reader: str
) -> list[dict[str, Any]]:
    """Return the message as it is posted there; nothing where Teams shows it by itself.

    `reader` is the trainee of the practice, "" for anybody else. Raises StorageError.
    """
    view = await view_for(here, outgoing.workspace, channel, reader)
    cards = render(possible(outgoing.message, voice=here.voice), view)
    alert = isinstance(outgoing.message, _ALERTS) and not view.channel
    return [activities.message(card, alert=alert and card is cards[0]) for card in cards]


async def view_for(here: Here, workspace: str, channel: str, reader: str) -> View:
    """Return how a reader sees what stands in a channel or personal chat. Raises StorageError."""
    person = await here.person(workspace, reader) if reader else None
    in_channel = await here.is_channel(workspace, channel)
    return View(
        person.time_zone if person else "UTC",
        here.clock.now(),
        own=bool(reader),
        channel=in_channel,
        hears=not in_channel or await hears_all(here, workspace, channel),
        rings=here.ringer is not None,
        face=here.faces.url,
    )


async def hears_all(here: Here, workspace: str, channel: str) -> bool:
    """Whether what is written in a channel reaches us without a mention.

    Teams tells no bot which permissions its team gave it: it shows when a line first arrives.
    """
    known = await here.contact(workspace, Kind.CHANNEL, channel)
    return known is not None and known.data == HEARD


HEARD = '{"hears": true}'
"""What is known of a channel in which a line without a mention has reached us."""
