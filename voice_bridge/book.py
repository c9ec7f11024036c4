"""A call's dealings with the practice: what is handed in about it, and how its attempt stands."""

from __future__ import annotations

from dataclasses import dataclass

from core.attempt import Attempt
from core.commands import (
    Command,
    Deliver,
    End,
    Envelope,
    Join,
    Leave,
    NoteSound,
    Rejoin,
    Say,
    Typing,
)
from core.errors import PracticeError
from core.events import Replied
from core.ports import Clock, Desk, Ids, Store
from core.scenario import Scenario
from core.speech import Mark

PATIENCE_S = 10.0
"""How long a command may take before the call goes on without knowing what came of it."""


@dataclass(frozen=True, slots=True)
class Guest:
    """Who is on the line, and in which attempt."""

    workspace: str
    attempt: str
    person: str


@dataclass(frozen=True, slots=True)
class Book:
    """Hands in commands for one attempt, in the order of its own lane."""

    guest: Guest
    store: Store
    desk: Desk
    clock: Clock
    ids: Ids

    async def read(self) -> tuple[Attempt, Scenario]:
        """Return the attempt as it stands. Raises PracticeError when it is not this guest's."""
        async with self.store.reading() as unit:
            attempt = await unit.attempt(self.guest.attempt)
            if attempt is None or attempt.workspace != self.guest.workspace:
                raise PracticeError("There is no such practice call.", "Open My Training.")
            if attempt.trainee != self.guest.person:
                raise PracticeError(
                    "This call is somebody else's practice.", "Open My Training for your own."
                )
            scenario = await unit.pinned(attempt.scenario_id, attempt.scenario_revision)
        if scenario is None:
            raise PracticeError(
                "The scenario of this call is gone.", "Ask your administrator to restore it."
            )
        return attempt, scenario

    async def say(self, text: str, marks: tuple[Mark, ...]) -> Envelope:
        """Hand in what the trainee said; when this returns it is kept. Raises StorageError."""
        return await self._submit(Say(self.guest.attempt, text, marks))

    async def deliver(self, turn: int, replied: Replied) -> None:
        """Hand in a line as it was heard, and wait until it is entered."""
        await self.settled(await self._submit(Deliver(self.guest.attempt, turn, replied)))

    async def join(self) -> str:
        """The trainee has come. Returns the refusal, "" if there is none."""
        return await self.settled(await self._submit(Join(self.guest.attempt)))

    async def rejoin(self) -> None:
        """The trainee is back after nobody held the call."""
        await self.settled(await self._submit(Rejoin(self.guest.attempt)))

    async def leave(self) -> None:
        """The trainee is gone, and the call waits."""
        await self._submit(Leave(self.guest.attempt))

    async def end(self) -> None:
        """The trainee has hung up."""
        await self.settled(await self._submit(End(self.guest.attempt)))

    async def talking(self) -> None:
        """The trainee is speaking: their silence is over."""
        await self._submit(Typing(self.guest.attempt))

    async def sounded(self, marks: tuple[Mark, ...]) -> None:
        """Hand in marks that belong to no turn, and wait until they are entered."""
        if marks:
            await self.settled(await self._submit(NoteSound(self.guest.attempt, marks)))

    async def settled(self, envelope: Envelope) -> str:
        """Wait until a command was carried out. Returns the refusal, "" if there is none."""
        return await self.desk.settled(envelope, PATIENCE_S) or ""

    async def _submit(self, command: Command) -> Envelope:
        envelope = Envelope(
            id=f"voice:{self.guest.attempt}:{self.ids.new()}",
            workspace=self.guest.workspace,
            by=self.guest.person,
            lane=self.guest.attempt,
            command=command,
            at=self.clock.now(),
        )
        await self.desk.submit(envelope)
        return envelope
