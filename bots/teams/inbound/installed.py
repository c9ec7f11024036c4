"""Where the app is: people, teams and channels that have it, and those that it was taken from."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import structlog

from bots.teams import home
from bots.teams.here import Here
from bots.teams.inbound.asking import Asker, Inbound
from bots.teams.inbound.newcomers import known
from bots.teams.references import Scope
from core.contacts import Contact, Kind
from core.errors import ProviderError
from core.people import Workspace, ask_admin

log = structlog.get_logger()

_CHANNEL_NAMES = frozenset({"channelCreated", "channelRenamed", "channelRestored"})


class Installed:
    """Takes what Teams tells of the app itself, and learns from every activity where it is."""

    def __init__(self, inbound: Inbound) -> None:
        self._in = inbound
        self._taken_in: set[str] = set()

    @property
    def _here(self) -> Here:
        return self._in.here

    async def meet(self, activity: Mapping[str, Any]) -> None:
        """Remember the tenant, and how whoever wrote is reached. Raises StorageError."""
        asker = Asker.of(activity, "met")
        await self._tenant(asker)
        if _removes(activity) or _at_a_message(activity):
            return
        if asker.where.scope is Scope.CHANNEL:
            await self._met_in(asker, activity)
        if asker.personal:
            data, now = asker.where.as_json(), self._here.clock.now()
            contact = Contact(asker.workspace, Kind.PERSON, asker.person, asker.name, data, now)
            await self._here.remember(contact)

    async def _tenant(self, asker: Asker) -> None:
        """Take the tenant in among our workspaces, and keep the address of its service."""
        where, now = asker.where, self._here.clock.now()
        data = where.at("").as_json()
        contact = Contact(asker.workspace, Kind.WORKSPACE, asker.workspace, "", data, now)
        await self._here.remember(contact)
        if asker.workspace in self._taken_in:
            return
        async with self._here.store.unit() as unit:
            if await unit.workspace(asker.workspace) is None:
                await unit.put_workspace(Workspace(asker.workspace, "Microsoft Teams", "teams"))
        self._taken_in.add(asker.workspace)

    async def _met_in(self, asker: Asker, activity: Mapping[str, Any]) -> None:
        """Remember a channel in which somebody wrote, and learn what it is called."""
        channel = asker.where.channel
        if await self._here.contact(asker.workspace, Kind.CHANNEL, channel) is not None:
            return
        team = (activity.get("channelData") or {}).get("team") or {}
        await self._channel(asker, channel, str(team.get("name") or "Team"), "a channel")
        if team.get("id"):
            await self._has(asker, team, channel)
            self._here.soon.do("team", self._team(asker, team))

    async def take(self, activity: Mapping[str, Any]) -> None:
        """Take an installationUpdate or conversationUpdate. Raises StorageError."""
        asker = Asker.of(activity, "installed")
        if asker.personal:
            await self._with_person(asker, activity)
        else:
            await self._with_team(asker, activity)

    async def _with_person(self, asker: Asker, activity: Mapping[str, Any]) -> None:
        if _removes(activity):
            await self._here.forget(asker.workspace, Kind.PERSON, asker.person)
            return
        added = activity.get("type") == "installationUpdate" or _adds_us(activity)
        # Teams tells of one installation in two ways: one welcome is enough.
        once = asker.workspace, asker.person, "welcome"
        if added and once not in self._in.answered:
            self._in.answered.add(once)
            self._here.soon.do("welcome", self._welcome(asker))

    async def _welcome(self, asker: Asker) -> None:
        person = await known(self._here, asker)
        whom = "" if person else await self._whom(asker)
        await self._in.tell(asker, home.welcome(person, whom))

    async def _whom(self, asker: Asker) -> str:
        async with self._here.store.reading() as unit:
            return ask_admin(await unit.people(asker.workspace), "add you to Scrimmage")

    async def _with_team(self, asker: Asker, activity: Mapping[str, Any]) -> None:
        told = activity.get("channelData") or {}
        team, channel = told.get("team") or {}, told.get("channel") or {}
        event = str(told.get("eventType") or "")
        if not team.get("id"):
            return
        if _removes(activity) or event == "teamDeleted":
            await self._lost(asker, str(team["id"]))
        elif event == "channelDeleted" and channel.get("id"):
            await self._here.forget(asker.workspace, Kind.CHANNEL, str(channel["id"]))
        elif event in _CHANNEL_NAMES and channel.get("id"):
            name = str(channel.get("name") or "General")
            await self._has(asker, team, str(channel["id"]))
            await self._channel(asker, str(channel["id"]), await self._called(asker, team), name)
        else:
            self._here.soon.do("team", self._team(asker, team))

    async def _called(self, asker: Asker, team: Mapping[str, Any]) -> str:
        """Return a team's name: Teams does not tell it each time."""
        known_as = await self._here.contact(asker.workspace, Kind.TEAM, str(team["id"]))
        return str(team.get("name") or (known_as.name if known_as else "") or "Team")

    async def _team(self, asker: Asker, team: Mapping[str, Any]) -> None:
        """Learn a team and all its channels. Raises ProviderError."""
        name = await self._called(asker, team)
        try:
            channels = await self._here.connector.channels(asker.where, str(team["id"]))
        except ProviderError as error:
            log.info("teams_channels_unknown", error=str(error))
            channels = {}
        await self._has(asker, team, *channels)
        for channel, called in channels.items():
            await self._channel(asker, channel, name, called)

    async def _has(self, asker: Asker, team: Mapping[str, Any], *channels: str) -> None:
        """Remember a team, and that these are channels of it beside those known already."""
        here, key = self._here, str(team["id"])
        known_as = await here.contact(asker.workspace, Kind.TEAM, key)
        before = json.loads(known_as.data) if known_as else ()
        name, data = await self._called(asker, team), json.dumps(sorted({*before, *channels}))
        now = here.clock.now()
        await here.remember(Contact(asker.workspace, Kind.TEAM, key, name, data, now))

    async def _channel(self, asker: Asker, channel: str, team: str, name: str) -> None:
        here = self._here
        before = await here.contact(asker.workspace, Kind.CHANNEL, channel)
        data = before.data if before else "{}"
        called = f"{team} / {name}"
        now = here.clock.now()
        await here.remember(Contact(asker.workspace, Kind.CHANNEL, channel, called, data, now))

    async def _lost(self, asker: Asker, team: str) -> None:
        """Forget a team from which the app was removed, and its channels."""
        here = self._here
        found = await here.contact(asker.workspace, Kind.TEAM, team)
        for channel in json.loads(found.data) if found else ():
            await here.forget(asker.workspace, Kind.CHANNEL, channel)
        await here.forget(asker.workspace, Kind.TEAM, team)


def _removes(activity: Mapping[str, Any]) -> bool:
    """Whether the app was taken away."""
    if activity.get("type") == "installationUpdate":
        return str(activity.get("action") or "").startswith("remove")
    ours = (activity.get("recipient") or {}).get("id")
    return any(m.get("id") == ours for m in activity.get("membersRemoved") or ())


def _at_a_message(activity: Mapping[str, Any]) -> bool:
    """Whether it was chosen in a message's menu, which is there in chats without us too."""
    return str(activity.get("name") or "").startswith("composeExtension/")


def _adds_us(activity: Mapping[str, Any]) -> bool:
    ours = (activity.get("recipient") or {}).get("id")
    return any(m.get("id") == ours for m in activity.get("membersAdded") or ())
