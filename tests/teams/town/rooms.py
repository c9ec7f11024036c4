"""The conversations of a tenant: personal chats, channels, and the threads in them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

from tests.teams.people import Place, Resident
from tests.teams.town.records import Post, Refusal

THREAD = ";messageid="
Kind = Literal["personal", "channel"]


@dataclass(eq=False, slots=True)
class Room:
    """A conversation. That of a thread ends in `;messageid=` and its first message's id."""

    id: str
    kind: Kind
    place: Place
    members: tuple[Resident, ...]
    posts: list[Post] = field(default_factory=list)
    # Without the bot, nothing can be said here.
    bot_is_in: bool = True

    def post(self, number: str) -> Post:
        """A message that stands here. Raises Refusal."""
        for post in self.posts:
            if post.id == number and not post.deleted:
                return post
        raise Refusal(404, "ActivityNotFoundInConversation", "Message does not exist.")


class Rooms:
    """All conversations of all tenants. `number` gives the ids of new messages."""

    def __init__(self, places: tuple[Place, ...], number: Callable[[], str]) -> None:
        self._number = number
        self.places = {place.tenant: place for place in places}
        self._all: dict[str, Room] = {}
        for place in places:
            for one in place.residents:
                self._all[one.chat] = Room(one.chat, "personal", place, (one,))
            for channel in place.channels.values():
                self._all[channel] = Room(channel, "channel", place, place.residents)

    def find(self, tenant: str, conversation: str) -> Room:
        """A conversation of this tenant. Raises Refusal."""
        room = self._all.get(conversation)
        missing = "The conversation was not found."
        if room is None:
            raise Refusal(404, "ConversationNotFound", missing)
        if room.place.tenant != tenant:
            raise Refusal(404, "ConversationNotFound", missing, "another tenant's conversation")
        if not self.channel(room).bot_is_in:
            words = "The bot is not part of the conversation roster."
            raise Refusal(403, "BotNotInConversationRoster", words)
        return room

    def channel(self, room: Room) -> Room:
        """The conversation without the thread in it."""
        return self._all[room.id.partition(THREAD)[0]]

    def threads(self, channel: str) -> list[Room]:
        """The threads of a channel, oldest first."""
        return [room for room in self._all.values() if room.id.startswith(channel + THREAD)]

    def any(self, conversation: str) -> Room:
        """A conversation of any tenant. Raises KeyError."""
        return self._all[conversation]

    def chat(self, tenant: str, person: str) -> Room:
        """The personal chat of somebody, by either of their ids. Raises Refusal."""
        for one in self.places[tenant].residents:
            if person in {one.id, one.object_id}:
                room = self._all[one.chat]
                if room.bot_is_in:
                    return room
                words = "The app is not installed for this person."
                raise Refusal(403, "ForbiddenOperationException", words)
        raise Refusal(404, "BadArgument", "The person was not found.")

    def write(self, room: Room, by: str, activity: dict[str, object]) -> Post:
        """Put a message there; said to a channel itself, it begins a thread."""
        number = self._number()
        if room.kind == "channel" and THREAD not in room.id:
            name = f"{room.id}{THREAD}{number}"
            room = self._all[name] = Room(name, "channel", room.place, room.members)
        post = Post(number, room.id, by, [activity])
        room.posts.append(post)
        return post
