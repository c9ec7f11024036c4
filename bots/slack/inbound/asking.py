"""Who asks, from where, and how they are answered."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from bots.slack.errors import asked
from bots.slack.here import Here
from bots.slack.modals.notice import notice
from core.commands import Command, Envelope
from core.ports import Desk, Ids

SETTLES_S = 8.0
"""Seconds for which somebody's answer is waited for; later it comes by itself."""


@dataclass(frozen=True, slots=True)
class Asker:
    """Somebody in Slack. `channel` and `thread` are where they are, "" in the Home tab.

    `trigger` opens a modal for three seconds.
    """

    workspace: str
    person: str
    channel: str = ""
    thread: str = ""
    trigger: str = ""


@dataclass(frozen=True, slots=True)
class Inbound:
    """What every listener works with. `refresh` renews somebody's Home tab."""

    here: Here
    desk: Desk
    ids: Ids
    refresh: Callable[[str, str], None]

    async def submit(self, asker: Asker, command: Command, key: str, lane: str = "") -> Envelope:
        """Save a command under its event's key. Raises StorageError: Slack then sends it again."""
        envelope = Envelope(
            id=f"slack:{asker.workspace}:{key}",
            workspace=asker.workspace,
            by=asker.person,
            lane=lane or getattr(command, "attempt", "") or asker.person,
            command=command,
            at=self.here.clock.now(),
        )
        await self.desk.submit(envelope)
        return envelope

    def answer(self, asker: Asker, envelope: Envelope, done: str = "") -> None:
        """Say what came of it, when it is known: the refusal, or `done` if there is a word."""
        self.here.soon.do("answer", self._answer(asker, envelope, done))

    async def _answer(self, asker: Asker, envelope: Envelope, done: str) -> None:
        refusal = await self.desk.settled(envelope, SETTLES_S)
        if refusal or (done and refusal is not None):
            await self.tell(asker, refusal or done)
        self.refresh(asker.workspace, asker.person)

    async def tell(
        self, asker: Asker, sentence: str, blocks: list[dict[str, Any]] | None = None
    ) -> None:
        """Say something that only this person sees. Raises ProviderError."""
        client = await self.here.client(asker.workspace)
        more: dict[str, Any] = {"blocks": blocks} if blocks else {}
        if asker.channel:
            if asker.thread:
                more["thread_ts"] = asker.thread
            await asked(
                client.chat_postEphemeral(
                    channel=asker.channel, user=asker.person, text=sentence, **more
                )
            )
            return
        channel = await self.here.direct_channel(asker.workspace, asker.person)
        await asked(client.chat_postMessage(channel=channel, text=sentence, **more))

    async def show(self, asker: Asker, view: dict[str, Any]) -> None:
        """Open a modal, or put it upon the one that is open. Raises ProviderError."""
        client = await self.here.client(asker.workspace)
        await asked(client.views_open(trigger_id=asker.trigger, view=view))

    async def refuse(self, asker: Asker, title: str, sentence: str) -> None:
        """Say no where a modal was wanted. Raises ProviderError."""
        await self.show(asker, notice(title, sentence))
