"""Buttons: what each of them asks for."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Awaitable, Callable
from typing import Any

from bots.chat import hints
from bots.slack.inbound.asking import Asker, Inbound
from bots.slack.inbound.opening import Opening
from bots.slack.inbound.training import show_training
from bots.slack.names import Action
from bots.slack.renewing import Renewing
from core.commands import (
    Accept,
    AskCoach,
    Command,
    End,
    PutOff,
    Say,
    ShowLines,
    Start,
)
from core.scenario import Mode

_Handler = Callable[[Asker, str, str], Awaitable[None]]


class Actions:
    """Takes block actions. Each click has a key of its own: sent twice, it is done once."""

    def __init__(self, inbound: Inbound, opening: Opening) -> None:
        self._in = inbound
        self._opening = opening
        self._renewing = Renewing(inbound.here)
        self._handlers: dict[str, _Handler] = {
            Action.ACCEPT: self._choice(Accept, accepted=True),
            Action.NOT_NOW: self._choice(PutOff, accepted=False),
            Action.START_CHAT: self._start(Mode.CHAT),
            Action.START_CALL: self._start(Mode.VOICE),
            Action.END_CALL: self._command(End),
            Action.ASK_COACH: self._command(AskCoach),
            Action.SHOW_LINES: self._command(ShowLines),
            Action.SAY_THERE: self._say,
            Action.CALL_LINK: self._call_link,
            Action.TRAINING: self._training,
        }

    async def take(self, workspace: str, body: dict[str, Any]) -> None:
        """Save what a click asks for, or open what it opens. Raises StorageError."""
        asker = asker_of(workspace, body)
        for action in body.get("actions", []):
            name, value = str(action.get("action_id", "")), chosen(action)
            handler = self._handlers.get(name)
            if handler is not None:
                await handler(asker, value, _key(asker, action))
            else:
                self._in.here.soon.do(name, self._opening.open(asker, name, value, body))

    def _command(self, command: Callable[[str], Command]) -> _Handler:
        async def handle(asker: Asker, value: str, key: str) -> None:
            envelope = await self._in.submit(asker, command(value), key)
            self._in.answer(asker, envelope)

        return handle

    def _choice(self, command: Callable[[str], Command], *, accepted: bool) -> _Handler:
        """What is done with an offer, which then shows it."""

        async def handle(asker: Asker, value: str, key: str) -> None:
            envelope = await self._in.submit(asker, command(value), key)
            where = asker.workspace, asker.channel, asker.message
            self._in.answer(
                asker, envelope, then=lambda: self._renewing.offer(*where, accepted=accepted)
            )

        return handle

    def _start(self, mode: Mode) -> _Handler:
        async def handle(asker: Asker, value: str, key: str) -> None:
            permits, room = self._opening.forms.permits, self._in.here.room
            if room is None and await permits.needs_room(asker.workspace, value, mode):
                self._in.here.soon.do("no room", self._in.tell(asker, hints.NO_ROOM))
                return
            # The attempt's id follows from the click: sent twice, it is the same attempt.
            attempt = hashlib.sha256(f"{asker.workspace}:{key}".encode()).hexdigest()[:20]
            command = Start(value, attempt, mode)
            envelope = await self._in.submit(asker, command, key, lane=asker.person)
            self._in.answer(asker, envelope)

        return handle

    async def _say(self, asker: Asker, value: str, key: str) -> None:
        said = json.loads(value)
        envelope = await self._in.submit(asker, Say(said["attempt"], said["text"]), key)
        self._in.answer(asker, envelope, done="Said.")

    async def _call_link(self, asker: Asker, value: str, _key: str) -> None:
        self._in.here.soon.do("call link", self._opening.call_link(asker, value))

    async def _training(self, asker: Asker, _value: str, _key: str) -> None:
        self._in.here.soon.do("training", show_training(self._in, asker))


def asker_of(workspace: str, body: dict[str, Any]) -> Asker:
    """Return who clicked, and where."""
    container, message = body.get("container", {}), body.get("message", {})
    return Asker(
        workspace,
        str(body["user"]["id"]),
        str(container.get("channel_id") or body.get("channel", {}).get("id") or ""),
        str(message.get("thread_ts") or container.get("thread_ts") or ""),
        str(body.get("trigger_id") or ""),
        str(container.get("message_ts") or message.get("ts") or ""),
    )


def chosen(action: dict[str, Any]) -> str:
    """Return what was clicked or chosen."""
    option = action.get("selected_option") or {}
    return str(action.get("value") or option.get("value") or action.get("selected_user") or "")


def _key(asker: Asker, action: dict[str, Any]) -> str:
    return f"click:{asker.person}:{action.get('action_id')}:{action.get('action_ts')}"
