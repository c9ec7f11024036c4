"""What the customer sends along: a photo, a screenshot, a receipt, shown below its line.

A bot uploads files to a personal chat only with its reader's consent, and to a channel not at all;
so the picture is shown in a card, from an address of ours. Without one, the line names it.
"""

from __future__ import annotations

from dataclasses import replace

from bots.chat.faces import shown_file
from bots.teams import activities
from bots.teams.buttons import link
from bots.teams.cards import Card
from bots.teams.elements import card, image
from bots.teams.here import Here
from core.messages import CustomerSaid
from core.places import Place

_PICTURES = frozenset({".png", ".jpg", ".jpeg", ".webp", ".gif"})


async def attach(here: Here, message: CustomerSaid, place: Place) -> None:
    """Show what the line shows below it, once. Raises ProviderError, and StorageError.

    What is gone from the library is left away: the line names it.
    """
    path = shown_file(here.find, message.shows.file) if message.shows else None
    if path is None or message.shows is None:
        return
    url = here.papers.url(path.name)
    if not url:
        return
    title = message.shows.title
    body = [image(url, title)] if path.suffix.lower() in _PICTURES else []
    shown = card(body, [link(title, url)])
    at = replace(place, part="file", message="", kind="Attachment")
    where = await here.where(place)
    await here.posting.post(where, at, [activities.message(Card(title, shown))])
