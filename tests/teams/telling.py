"""What all activities of Teams have in common: of whom, where, when, and for which bot."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from tests.teams.people import BOT, BOT_NAME, Place, Resident

Activity = dict[str, Any]


def now() -> datetime:
    """The time of this machine."""
    return datetime.now(UTC)


class Telling:
    """Knows a tenant, and the address of the connector there. `clock` gives a time in UTC."""

    def __init__(self, place: Place, service_url: str, clock: Callable[[], datetime] = now) -> None:
        self.place = place
        self.service_url = service_url
        self.clock = clock

    def _base(self, person: Resident, number: str) -> Activity:
        return {
            "id": number,
            "timestamp": self.clock().isoformat(timespec="milliseconds").replace("+00:00", "Z"),
            "channelId": "msteams",
            "serviceUrl": self.service_url,
            "from": {"id": person.id, "name": person.real_name, "aadObjectId": person.object_id},
            "recipient": {"id": BOT, "name": BOT_NAME},
        }

    def _personal(self, person: Resident) -> Activity:
        where = {"conversationType": "personal", "tenantId": self.place.tenant, "id": person.chat}
        return {"conversation": where, "channelData": {"tenant": {"id": self.place.tenant}}}

    def _in_channel(self, channel: str, thread: str = "") -> Activity:
        """In a thread of a channel by its name; in the channel itself, as only events are."""
        found = self.place.channels[channel]
        return {
            "conversation": {
                "isGroup": True,
                "conversationType": "channel",
                "tenantId": self.place.tenant,
                "id": f"{found};messageid={thread}" if thread else found,
            },
            "channelData": {
                "teamsChannelId": found,
                "teamsTeamId": self.place.team,
                "channel": {"id": found},
                "team": {"id": self.place.team},
                "tenant": {"id": self.place.tenant},
            },
        }

    def _somewhere(self, person: Resident, channel: str, thread: str) -> Activity:
        return self._in_channel(channel, thread) if channel else self._personal(person)
