"""Who asks, from where, and how they are answered."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

from slack_sdk.web.async_client import AsyncWebClient

from bots.chat.lately import Lately
from bots.slack.errors import asked, reason
from bots.slack.here import Here
from bots.slack.modals.notice import notice
from core.commands import Command, Envelope
from core.errors import PracticeError, ProviderError
from core.ports import Desk, Ids

SETTLES_S = 8.0
"""Seconds for which somebody's answer is waited for; later it comes by itself."""

_TOO_LATE = frozenset({"expired_trigger_id", "exchanged_trigger_id"})

Then = Callable[[], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Asker:
    """Somebody in Slack. `channel` and `thread` are where they are, "" in the Home tab.

    `trigger` opens a modal for three seconds; `message` is what they pressed something in.
    """

    workspace: str
    person: str
    channel: str = ""
    thread: str = ""
    trigger: str = ""
    message: str = ""


@dataclass(frozen=True, slots=True)
class Inbound:
    """What every listener works with. `refresh` renews somebody's Home tab."""

    here: Here
    desk: Desk
    ids: Ids
    refresh: Callable[[str, str], None]
    answered: Lately = field(default_factory=Lately)

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

    def answer(
        self, asker: Asker, envelope: Envelope, done: str = "", then: Then | None = None
    ) -> None:
        """Say what came of it, when it is known: the refusal, or `done` if there is a word.

        `then` follows what was not refused.
        """
        if envelope.id not in self.answered:
            self.answered.add(envelope.id)
            self.here.soon.do("answer", self._answer(asker, envelope, done, then))

    async def _answer(self, asker: Asker, envelope: Envelope, done: str, then: Then | None) -> None:
        refusal = await self.desk.settled(envelope, SETTLES_S)
        if then is not None and refusal == "":
            await then()
        if refusal or (done and refusal is not None):
            await self.tell(asker, refusal or done)
        # What is said in a thread changes nothing in the Home tab; what it brings about does so
        # where it is delivered.
        if not asker.thread:
            self.refresh(asker.workspace, asker.person)

    async def tell(
        self, asker: Asker, sentence: str, blocks: list[dict[str, Any]] | None = None
    ) -> None:
        """Say something that only this person sees. Raises ProviderError."""
        client = await self.here.client(asker.workspace)
        more: dict[str, Any] = {"text": sentence}
        more |= {"blocks": blocks} if blocks else {}
        if asker.channel and await self._whispered(client, asker, more):
            return
        channel = await self.here.direct_channel(asker.workspace, asker.person)
        await self.here.posting.patiently(
            channel, lambda: client.chat_postMessage(channel=channel, **more)
        )

    async def _whispered(self, client: AsyncWebClient, asker: Asker, said: dict[str, Any]) -> bool:
        """Say it where they are; False where we may not speak."""
        where: dict[str, Any] = {"channel": asker.channel, "user": asker.person}
        where |= {"thread_ts": asker.thread} if asker.thread else {}
        try:
            await self.here.posting.patiently(
                asker.channel, lambda: client.chat_postEphemeral(**where, **said)
            )
        except ProviderError as error:
            if error.retryable:
                raise
            return False
        return True

    async def show(self, asker: Asker, view: dict[str, Any]) -> None:
        """Open a modal, or put it upon the one that is open. Raises ProviderError."""
        client = await self.here.client(asker.workspace)
        try:
            await asked(client.views_open(trigger_id=asker.trigger, view=view))
        except ProviderError as error:
            if reason(error) not in _TOO_LATE:
                raise
            await self.tell(asker, "Slack gave up waiting for me. Please press it once more.")

    async def refuse(self, asker: Asker, why: PracticeError) -> None:
        """Say no where a modal was wanted: its title has no room for why. Raises ProviderError."""
        await self.show(asker, notice("That does not work", str(why)))
