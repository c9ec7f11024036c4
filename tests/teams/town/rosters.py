"""Who is where: members of conversations, channels of a team."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tests.teams.people import Place, Resident
from tests.teams.town.records import Called, Refusal
from tests.teams.town.rooms import Room, Rooms

_SMALLEST_PAGE = 50
_Told = dict[str, Any]


def read(rooms: Rooms, called: Called, query: Mapping[str, str]) -> _Told | list[_Told]:
    """What is asked about a conversation's members or a team. Raises Refusal."""
    if called.what in {"channels", "team"}:
        place = _team(rooms, called)
        return _channels(place) if called.what == "channels" else _details(place)
    room = rooms.find(called.tenant, called.where)
    if called.what == "members":
        return [_member(room.place, one, "objectId") for one in room.members]
    return _one(room, called.id) if called.what == "member" else _page(room, query)


def _one(room: Room, person: str) -> _Told:
    for one in room.members:
        if person in {one.id, one.object_id, one.email}:
            return _member(room.place, one)
    raise Refusal(404, "MemberNotFoundInConversation", "The member was not found.")


def _page(room: Room, query: Mapping[str, str]) -> _Told:
    size = max(_SMALLEST_PAGE, int(query.get("pageSize", 200)))
    begin = int(query.get("continuationToken", "0"))
    members = [_member(room.place, one) for one in room.members[begin : begin + size]]
    more = {"continuationToken": str(begin + size)} if begin + size < len(room.members) else {}
    return {"members": members, "totalCount": len(room.members) + 1, **more}


def _member(place: Place, one: Resident, object_id: str = "aadObjectId") -> _Told:
    given, _, surname = one.real_name.partition(" ")
    return {
        "id": one.id,
        object_id: one.object_id,
        "name": one.real_name,
        "givenName": given,
        "surname": surname,
        "email": one.email,
        "userPrincipalName": one.email,
        "tenantId": place.tenant,
        "userRole": "user",
    }


def _team(rooms: Rooms, called: Called) -> Place:
    rooms.find(called.tenant, called.where)
    place = rooms.places[called.tenant]
    if called.where != place.team:
        raise Refusal(404, "BadArgument", "Cannot find team with provided id")
    return place


def _channels(place: Place) -> _Told:
    """The first channel has no name, and the team's id."""
    named = [{"id": i, "name": n.title()} for n, i in place.channels.items() if i != place.team]
    return {"conversations": [{"id": place.team}, *named]}


def _details(place: Place) -> _Told:
    return {
        "id": place.team,
        "name": place.name.title(),
        "aadGroupId": place.group,
        "channelCount": len(place.channels),
        "memberCount": len(place.residents),
    }
