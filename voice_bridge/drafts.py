"""The customer's next line, begun before it is known to be wanted."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from typing import Any

from core.attempt import Attempt, CallState
from core.errors import IllegalStep
from core.ports import Clock, Customer
from core.scenario import Scenario
from core.speech import Synthesiser
from voice_bridge.line import Line
from voice_bridge.reply import Reply, anticipated

Spawn = Callable[[Coroutine[Any, Any, None]], None]


@dataclass(slots=True)
class Drafts:
    """Makes replies, one ahead of its time at most. A draft that does not fit is thrown away."""

    customer: Customer
    voice: Synthesiser
    scenario: Scenario
    clock: Clock
    spawn: Spawn
    _draft: Reply | None = None
    _lines: int = 0

    def anticipate(self, attempt: Attempt, said: str) -> None:
        """Begin the answer to this, as if the turn were over: mostly it is."""
        if not self._fits(attempt, said):
            self.drop()
            self._draft = self._made(attempt, said)

    def answer(self, attempt: Attempt, said: str) -> Reply | None:
        """Return the answer to what the trainee said; None when the call takes none any more."""
        if self._fits(attempt, said):
            reply, self._draft = self._draft, None
            return reply
        self.drop()
        return self._made(attempt, said)

    def owed(self, attempt: Attempt) -> Reply | None:
        """Return the line that an attempt owes by itself: an opening, a "hello?", a goodbye."""
        draft = self._draft
        if draft is not None and not draft.said and draft.attempt == attempt:
            self._draft = None
            return draft
        self.drop()
        return self._made(attempt, "")

    def get_ready(self, attempt: Attempt) -> None:
        """Begin the line that is owed, without wanting it yet."""
        if self._draft is None and attempt.state is CallState.OWING:
            self._draft = self._made(attempt, "")

    def drop(self) -> None:
        """Throw the draft away."""
        if self._draft is not None:
            self.spawn(self._draft.drop())
            self._draft = None

    async def stop(self) -> None:
        """Throw the draft away, and wait until it is gone."""
        if self._draft is not None:
            await self._draft.drop()

    def _fits(self, attempt: Attempt, said: str) -> bool:
        draft = self._draft
        return (
            draft is not None and draft.said == said and draft.attempt.turns[:-1] == attempt.turns
        )

    def _made(self, attempt: Attempt, said: str) -> Reply | None:
        if said:
            try:
                attempt = anticipated(attempt, self.scenario, self.clock.now(), said)
            except IllegalStep:
                return None
        self._lines += 1
        reply = Reply(attempt, self.scenario, said, Line(self._lines))
        reply.start(self.customer, self.voice)
        return reply
