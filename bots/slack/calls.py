"""Slack's card for a call: a join button around our own call page, its people and its end.

Slack carries no audio for an app; the card only leads to the page where the call is held.
"""

from __future__ import annotations

import json
from collections.abc import Awaitable
from dataclasses import replace

from slack_sdk.web.async_client import AsyncWebClient

from bots.slack.cards import Card
from bots.slack.errors import asked, unless_refused
from bots.slack.here import Here
from core.messages import CallEnded, CallJoined, CallLeft, CallOpened, Outgoing
from core.places import Place
from core.scenario import Mode

_KIND = "CallCard"


class CallCards:
    """The cards of calls by voice. Nothing here happens while no calls can be held."""

    def __init__(self, here: Here) -> None:
        self._here = here

    async def open(
        self, outgoing: Outgoing, message: CallOpened, head: Place, trainee: str
    ) -> None:
        """Put the card into the call's thread. Raises ProviderError."""
        room = self._here.room
        if room is None or message.mode is not Mode.VOICE:
            return
        client = await self._here.client(outgoing.workspace)
        place = replace(
            head, part="call", kind=_KIND, thread=head.message, message="", at=outgoing.at
        )
        if await self._here.posting.standing(client, place) is not None:
            return
        begun = await self._here.places.known(place.id, place.part)
        if begun is None:
            link = room.link(outgoing.workspace, message.attempt, trainee)
            begun = await self._begun(place, message, trainee, link)
        call_id = json.loads(begun.data)["call"]
        card = Card(f"Call: {message.title}", ({"type": "call", "call_id": call_id},))
        await self._here.posting.post(client, begun, card)

    async def _begun(self, place: Place, message: CallOpened, trainee: str, link: str) -> Place:
        """Tell Slack of the call; remembered before its card is posted, so that it can end."""
        client = await self._here.client(place.workspace)
        answer = await asked(
            client.calls_add(
                external_unique_id=message.attempt,
                join_url=link,
                title=message.title[:100],
                created_by=trainee,
                date_start=int(place.at.timestamp()),
            )
        )
        place = replace(place, data=json.dumps({"call": str(answer["call"]["id"])}))
        await self._here.places.put(place)
        return place

    async def follow(self, workspace: str, message: CallJoined | CallLeft | CallEnded) -> None:
        """Keep the card's people up to date, and end it with the call. Raises ProviderError."""
        places = await self._here.places.of_attempt(message.attempt, _KIND)
        for call_id in (json.loads(place.data)["call"] for place in places if place.data):
            client = await self._here.client(workspace)
            await unless_refused(_change(client, call_id, message))


def _change(
    client: AsyncWebClient, call_id: str, message: CallJoined | CallLeft | CallEnded
) -> Awaitable[object]:
    match message:
        case CallJoined():
            return client.calls_participants_add(id=call_id, users=[{"slack_id": message.person}])
        case CallLeft():
            users = [{"slack_id": message.person}]
            return client.calls_participants_remove(id=call_id, users=users)
        case CallEnded():
            return client.calls_end(id=call_id, duration=message.lasted_s)
