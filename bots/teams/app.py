"""The Teams surface as a whole: what takes activities, and the surface that delivers."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any

import aiohttp
from aiohttp import web

from bots.chat.permits import Permits
from bots.chat.shelf import Shelf
from bots.chat.signing_keys import SigningKeys
from bots.chat.soon import Soon
from bots.teams.connector import Connector, Token
from bots.teams.framework import METADATA_URL, RequestCheck
from bots.teams.here import Here
from bots.teams.http import route
from bots.teams.inbound.actions import Actions
from bots.teams.inbound.asking import Inbound
from bots.teams.inbound.commands import Commands
from bots.teams.inbound.dialogs import Dialogs
from bots.teams.inbound.forms import Forms
from bots.teams.inbound.installed import Installed
from bots.teams.inbound.messages import Messages
from bots.teams.inbound.shown import Shown
from bots.teams.pace import Pace, Sleep
from bots.teams.posting import Posting
from bots.teams.settings import TeamsSettings
from bots.teams.surface import TeamsSurface
from bots.teams.tokens import Tokens
from core.contacts import Contacts
from core.places import Places
from core.ports import CallRoom, Clock, Desk, Library, Ringer, Store

_CALL_S = 15.0
Activity = Mapping[str, Any]
_Invoke = Callable[[Activity], Awaitable[dict[str, Any]]]


@dataclass(frozen=True, slots=True)
class TeamsDeps:
    """What the surface is given. `token` gives our tokens; None: Entra does, by the settings."""

    settings: TeamsSettings
    store: Store
    library: Library
    places: Places
    contacts: Contacts
    clock: Clock
    shelf: Shelf
    room: CallRoom | None = None
    ringer: Ringer | None = None
    sleep: Sleep = asyncio.sleep
    token: Token | None = None


class TeamsBot:
    """Takes what Teams sends and delivers what the practice says.

    `surface` is there from the start; `connect` gives it the desk, which needs the surface first.
    Belongs to the loop that made it.
    """

    def __init__(self, deps: TeamsDeps) -> None:
        self._deps = deps
        settings, clock = deps.settings, deps.clock
        self.soon = Soon()
        self._session = aiohttp.ClientSession(
            timeout=aiohttp.ClientTimeout(total=_CALL_S), trust_env=True
        )
        self._tokens = Tokens(settings)
        pace = Pace(clock, deps.sleep)
        connector = Connector(self._session, deps.token or self._tokens.get, pace)
        self.here = Here(
            deps.store,
            deps.places,
            settings,
            connector,
            deps.library,
            deps.contacts,
            Posting(connector, deps.places, clock.now()),
            deps.shelf.faces,
            deps.shelf.papers,
            clock,
            self.soon,
            deps.room,
            deps.ringer,
            deps.shelf.find,
        )
        self.surface = TeamsSurface(self.here, _nothing_to_renew, deps.sleep)

    def connect(self, desk: Desk) -> web.RouteDef:
        """Return the route on which Teams is heard; it hands everything to this desk."""
        settings = self._deps.settings
        url = settings.openid_url or METADATA_URL
        keys = SigningKeys(self._session, url, self._deps.clock, "Teams")
        check = None if settings.playground else RequestCheck(settings.app_id, keys)
        return route(settings, check, _Takers(Inbound(self.here, desk)).take)

    async def close(self) -> None:
        """Stop what is still going on, and close the connections."""
        await self.soon.close()
        await self._session.close()
        await self._tokens.close()


def _nothing_to_renew(_workspace: str, _person: str) -> None:
    """My Training is a card that is shown when asked for: nothing of it stands to be renewed."""


class _Takers:
    """Everything that takes what Teams sends."""

    def __init__(self, inbound: Inbound) -> None:
        permits = Permits(inbound.here, inbound.here.library)
        shown, forms = Shown(inbound, permits), Forms(inbound, permits)
        commands = Commands(inbound, shown, forms)
        messages, self._installed = Messages(inbound, commands), Installed(inbound)
        dialogs = Dialogs(inbound, forms)
        actions = Actions(inbound, permits, commands)
        self._plain: dict[str, Callable[[Activity], Awaitable[None]]] = {
            "message": messages.take,
            "messageUpdate": messages.edited,
            "messageDelete": messages.deleted,
            "installationUpdate": self._installed.take,
            "conversationUpdate": self._installed.take,
        }
        self._invokes: dict[str, _Invoke] = {
            "adaptiveCard/action": actions.take,
            "task/fetch": dialogs.fetch,
            "task/submit": dialogs.submit,
            "composeExtension/fetchTask": dialogs.comment_on,
            "composeExtension/submitAction": dialogs.submit,
        }

    async def take(self, activity: Activity) -> dict[str, Any] | None:
        """Take an activity; returns the answer to an invoke. Any other kind is let pass."""
        kind = str(activity["type"])
        invoke = self._invokes.get(str(activity.get("name"))) if kind == "invoke" else None
        plain = self._plain.get(kind)
        if invoke is None and plain is None:
            return None
        await self._installed.meet(activity)
        if invoke is not None:
            return await invoke(activity)
        if plain is not None:
            await plain(activity)
        return None
