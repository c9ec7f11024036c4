"""Wires the Slack surface in, where Slack is set up. Its libraries are loaded only then."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from aiohttp import web

from adapters.storage import SqlStore
from adapters.storage.places_kept import SqlPlaces
from app.config import Settings
from app.slack_installing import Opened, open_installations
from bots.chat.shelf import Shelf
from core.ports import CallRoom, Clock, Desk, Ids, Library, Surface

if TYPE_CHECKING:
    from bots.slack.app import SlackBot


@dataclass(frozen=True, slots=True)
class SlackParts:
    """The surface, before it has a desk to hand things to."""

    bot: SlackBot
    opened: Opened
    settings: Settings

    @property
    def surface(self) -> Surface:
        """What delivers to Slack."""
        return self.bot.surface

    @asynccontextmanager
    async def connected(self, desk: Desk) -> AsyncIterator[tuple[web.RouteDef, ...]]:
        """Hear Slack while the block runs; yields the routes that the server needs for it."""
        from bots.slack.http import route  # noqa: PLC0415 - only where there is a Slack
        from bots.slack.sockets import Sockets  # noqa: PLC0415 - as above

        app = self.bot.connect(desk)
        catch_up = self.bot.catch_up()
        routes = [*self.opened.routes]
        async with AsyncExitStack() as stack:
            stack.push_async_callback(self.bot.close)
            slack = self.settings.slack
            if slack.socket_mode:
                client = self.opened.installations.bare
                # With one workspace's own token the watch can tell a revoked one from a dead net.
                client.token = slack.bot_token or None
                sockets = Sockets(app, slack.app_token, client, catch_up.run)
                stack.push_async_callback(sockets.close)
                await sockets.start()
            else:
                routes.append(route(app))
                self.bot.soon.do("catching up", catch_up.run())
            yield tuple(routes)


@dataclass(frozen=True, slots=True)
class SlackGiven:
    """What the surface is made of."""

    settings: Settings
    store: SqlStore
    library: Library
    clock: Clock
    ids: Ids
    shelf: Shelf
    room: CallRoom | None = None


@asynccontextmanager
async def open_slack(given: SlackGiven) -> AsyncIterator[SlackParts]:
    """Open the surface. Raises PracticeError that names each setting that Slack does not take."""
    from bots.slack.app import SlackBot, SlackDeps  # noqa: PLC0415 - only where there is a Slack

    slack, store = given.settings.slack, given.store
    url = given.settings.store_url
    async with open_installations(slack, url, store, given.clock) as opened:
        deps = SlackDeps(
            slack,
            opened.installations,
            store,
            given.library,
            SqlPlaces(store),
            given.clock,
            given.ids,
            given.shelf,
            given.room,
        )
        yield SlackParts(SlackBot(deps), opened, given.settings)
