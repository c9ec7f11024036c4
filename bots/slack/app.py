"""The Slack surface as a whole: one Bolt app, its listeners, and the surface that delivers."""

from __future__ import annotations

import asyncio
import re
from dataclasses import dataclass
from typing import Any

import structlog
from slack_bolt.async_app import AsyncAck, AsyncApp
from slack_bolt.response import BoltResponse

from bots.chat.shelf import Shelf
from bots.chat.soon import Soon
from bots.slack import leaving
from bots.slack.catching_up import CatchUp
from bots.slack.here import Here
from bots.slack.inbound.actions import Actions
from bots.slack.inbound.asking import Inbound
from bots.slack.inbound.commands import Commands
from bots.slack.inbound.events import Events
from bots.slack.inbound.messages import Messages
from bots.slack.inbound.opening import Opening
from bots.slack.inbound.submissions import Submissions
from bots.slack.inbound.training import publish_home
from bots.slack.installations import Authorize, Installations, client_of
from bots.slack.names import COMMAND
from bots.slack.pace import Pace, Sleep
from bots.slack.posting import Posting
from bots.slack.settings import SlackSettings
from bots.slack.signing import Signing
from bots.slack.surface import SlackSurface
from core.places import Places
from core.ports import CallRoom, Clock, Desk, Ids, Library, Store

log = structlog.get_logger()
_ANY = re.compile("(?s).*")


@dataclass(frozen=True, slots=True)
class SlackDeps:
    """What the surface is given."""

    settings: SlackSettings
    installations: Installations
    store: Store
    library: Library
    places: Places
    clock: Clock
    ids: Ids
    shelf: Shelf
    room: CallRoom | None = None
    sleep: Sleep = asyncio.sleep


class SlackBot:
    """Takes what Slack sends and delivers what the practice says.

    `surface` is there from the start; `connect` gives it the desk, which needs the surface first.
    """

    def __init__(self, deps: SlackDeps) -> None:
        self._deps = deps
        self.soon = Soon()
        posting = Posting(deps.places, Pace(deps.clock, deps.sleep), deps.clock.now())
        self.here = Here(
            deps.store,
            deps.places,
            deps.installations,
            deps.library,
            posting,
            deps.shelf.faces,
            deps.shelf.papers,
            deps.clock,
            self.soon,
            deps.room,
            deps.shelf.find,
            {},
        )
        self._inbound: Inbound | None = None
        self._homes: set[tuple[str, str]] = set()
        self.surface = SlackSurface(self.here, self.refresh)

    def refresh(self, workspace: str, person: str) -> None:
        """Write somebody's Home tab anew, soon; several wishes at once become one."""
        key = workspace, person
        if self._inbound is None or not person or key in self._homes:
            return
        self._homes.add(key)
        self.soon.do("home", self._publish(key))

    async def _publish(self, key: tuple[str, str]) -> None:
        self._homes.discard(key)
        if self._inbound is not None:
            await publish_home(self._inbound, *key)

    def connect(self, desk: Desk) -> AsyncApp:
        """Return the Bolt app, which hands everything to this desk."""
        deps = self._deps
        self._inbound = inbound = Inbound(self.here, desk, deps.ids, self.refresh)
        messages, opening = Messages(inbound), Opening(inbound, deps.shelf.find)
        app = AsyncApp(
            client=deps.installations.bare,
            authorize=Authorize(deps.installations),  # type: ignore[arg-type]  # Bolt's own kind
            before_authorize=Signing(deps.settings.signing_secret, deps.clock),
            request_verification_enabled=False,
            # A listener saves what came before Slack is told that it came.
            process_before_response=True,
            raise_error_for_unhandled_request=False,
        )
        leaving.listen(app, deps.installations)
        _listen(app, _Takers(messages, Actions(inbound, opening), opening, inbound))
        self._messages = messages
        return app

    def catch_up(self) -> CatchUp:
        """Return what fetches messages that were missed."""
        return CatchUp(
            self._deps.store,
            self._deps.places,
            lambda workspace: client_of(self._deps.installations, workspace),
            self._messages.take,
        )

    async def close(self) -> None:
        """Stop what is still going on."""
        await self.soon.close()


class _Takers:
    """Everything that takes what Slack sends."""

    def __init__(
        self, messages: Messages, actions: Actions, opening: Opening, inbound: Inbound
    ) -> None:
        self.actions = actions.take
        self.events = Events(inbound, messages).take
        self.commands = Commands(inbound, opening).take
        self.submissions = Submissions(inbound, opening).take
        self.shortcut = opening.shortcut


def _listen(app: AsyncApp, takers: _Takers) -> None:
    """Let the app hear everything: what nobody wants is acknowledged too, or Slack repeats it."""

    async def event(body: dict[str, Any]) -> None:
        await takers.events(str(body["team_id"]), body)

    async def action(ack: AsyncAck, body: dict[str, Any]) -> None:
        await takers.actions(_team(body), body)
        await ack()

    async def view(ack: AsyncAck, body: dict[str, Any]) -> None:
        errors = await takers.submissions(_team(body), body)
        if errors:
            await ack(response_action="errors", errors=errors)
        else:
            await ack()

    async def closed(ack: AsyncAck) -> None:
        await ack()

    async def command(ack: AsyncAck, body: dict[str, Any]) -> None:
        await takers.commands(str(body["team_id"]), body)
        await ack()

    async def shortcut(ack: AsyncAck, body: dict[str, Any]) -> None:
        await takers.shortcut(_team(body), body)
        await ack()

    app.event(_ANY)(event)
    app.action(_ANY)(action)
    app.view_submission(_ANY)(view)
    app.view_closed(_ANY)(closed)
    app.command(COMMAND)(command)
    app.shortcut(_ANY)(shortcut)
    app.error(_failed)


async def _failed(error: Exception) -> BoltResponse:
    """Do not acknowledge, so that Slack sends it again. What people said is never logged."""
    log.error("slack_request_failed", exc_info=error)
    return BoltResponse(status=500, body="")


def _team(body: dict[str, Any]) -> str:
    return str((body.get("team") or {}).get("id") or body["user"]["team_id"])
