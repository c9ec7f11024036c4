"""What happens in Teams beside messages: who comes and goes, channels, and what is pressed."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from typing import Any, Literal

from tests.teams.people import BOT, Resident
from tests.teams.telling import Activity, Telling

_Channel = Literal["channelCreated", "channelRenamed", "channelDeleted", "channelRestored"]


class Events(Telling):
    """Tells of events, and of presses. `channel` is a name; "" is the person's own chat."""

    def installed(self, person: Resident, channel: str = "", action: str = "add") -> Activity:
        """That somebody put the app into their chat or a team ("remove": took it away)."""
        where = self._somewhere(person, channel, "")
        settings = {"selectedChannel": {"id": where["conversation"]["id"]}}
        about = {**where["channelData"], "settings": settings, "source": {"name": "message"}}
        if channel:
            about["team"] = self._team()
        told = {"type": "installationUpdate", "action": action, "locale": "en-GB"}
        return self._event(person) | where | told | {"channelData": about}

    def bot_added(self, person: Resident, channel: str = "") -> Activity:
        """That the bot is in a chat or a team now; it comes beside the installation."""
        where = self._somewhere(person, channel, "")
        added, about = [{"id": BOT}], dict(where["channelData"])
        if channel:
            about = self._team_event("teamMemberAdded") | {
                "settings": {"selectedChannel": {"id": where["conversation"]["id"]}}
            }
        else:
            added.append({"id": person.id, "aadObjectId": person.object_id})
        told = {"type": "conversationUpdate", "membersAdded": added, "channelData": about}
        return self._event(person) | where | told

    def joined(self, person: Resident, by: Resident) -> Activity:
        """That somebody is a member of the team now."""
        return self._members(person, by, "membersAdded", "teamMemberAdded")

    def left(self, person: Resident, by: Resident) -> Activity:
        """That somebody is no member of the team any more."""
        return self._members(person, by, "membersRemoved", "teamMemberRemoved")

    def channel_event(self, by: Resident, kind: _Channel, channel: str, name: str) -> Activity:
        """That a channel of this id was created, renamed, deleted or restored."""
        about = self._team_event(kind) | {"channel": {"id": channel, "name": name}}
        where = self._in_channel("general")
        return self._event(by) | where | {"type": "conversationUpdate", "channelData": about}

    def pressed(
        self,
        person: Resident,
        verb: str,
        data: Mapping[str, Any],
        card: str,
        *,
        channel: str = "",
        thread: str = "",
    ) -> Activity:
        """A press on an Action.Execute of the card in a message of this id."""
        action = {"type": "Action.Execute", "title": verb, "verb": verb, "data": dict(data)}
        value = {"action": action, "trigger": "manual"}
        told = self._invoke(person, "adaptiveCard/action", value, channel, thread)
        told["channelData"] |= {"source": {"name": "message"}}
        return told | {"replyToId": card}

    def fetch(
        self, person: Resident, data: Mapping[str, Any], channel: str = "", thread: str = ""
    ) -> Activity:
        """A press on a button that opens a dialog; `data` is the button's."""
        carried = {"msteams": {"type": "task/fetch"}, **data}
        value = {"data": carried, "context": {"theme": "default"}}
        return self._invoke(person, "task/fetch", value, channel, thread)

    def submit(
        self, person: Resident, data: Mapping[str, Any], channel: str = "", thread: str = ""
    ) -> Activity:
        """A dialog sent in; `data` is its button's and the fields' that are not empty."""
        value = {"data": dict(data), "context": {"theme": "default"}}
        return self._invoke(person, "task/submit", value, channel, thread)

    def _invoke(
        self, person: Resident, name: str, value: Activity, channel: str, thread: str
    ) -> Activity:
        where = self._somewhere(person, channel, thread)
        zone = {"localTimezone": "Europe/London", "locale": "en-GB"}
        return self._event(person) | where | zone | {"type": "invoke", "name": name, "value": value}

    def _event(self, person: Resident) -> Activity:
        """An event's id is no message's."""
        return self._base(person, f"f:{uuid.uuid4()}")

    def _members(self, person: Resident, by: Resident, field: str, kind: str) -> Activity:
        members = [{"id": person.id, "aadObjectId": person.object_id}]
        told = {"type": "conversationUpdate", field: members, "channelData": self._team_event(kind)}
        return self._event(by) | self._in_channel("general") | told

    def _team_event(self, kind: str) -> Activity:
        tenant = {"id": self.place.tenant}
        return {"team": self._team(), "eventType": kind, "tenant": tenant}

    def _team(self) -> Activity:
        place = self.place
        return {"id": place.team, "name": place.name.title(), "aadGroupId": place.group}
