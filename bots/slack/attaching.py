"""What the customer sends along: a photo, a screenshot, a receipt, as a file in the thread."""

from __future__ import annotations

from dataclasses import replace

from bots.chat.faces import shown_file
from bots.slack.errors import Doubtful, asked
from bots.slack.here import Here
from core.errors import ProviderError
from core.messages import CustomerSaid
from core.places import Place

_PART = "file"


async def attach(here: Here, message: CustomerSaid, place: Place) -> None:
    """Upload what the line shows below it, once. Raises ProviderError, and StorageError.

    A file that is gone from the library is left away: the line names it.
    """
    path = shown_file(here.find, message.shows.file) if message.shows else None
    if path is None or message.shows is None:
        return
    at = replace(place, part=_PART, message="", kind="Attachment")
    if await here.places.known(at.id, at.part) is not None:
        return
    client = await here.client(place.workspace)
    title = message.shows.title
    try:
        await asked(
            client.files_upload_v2(
                channel=place.channel,
                thread_ts=place.thread,
                file=str(path),
                filename=path.name,
                title=title,
            )
        )
    except Doubtful:
        # Twice would be worse than never: it may stand there already.
        await here.places.put(replace(at, message="doubtful"))
        raise
    except ProviderError as error:
        if error.retryable:
            raise
    await here.places.put(replace(at, message="sent"))
