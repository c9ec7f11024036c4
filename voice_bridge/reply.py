"""A line in the making: decided, worded and spoken sentence by sentence, ahead of being heard.

It may be begun before it is known that the turn is over: then it is ready when it is, or thrown
away. Nothing of it is kept anywhere until it has been heard.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field, replace
from datetime import datetime

import structlog

from core.attempt import Attempt
from core.composing import Composed, compose
from core.customer import Decision, as_heard
from core.engine import step
from core.errors import ProviderError
from core.events import Replied, Spoke
from core.ports import Customer, Sentence
from core.scenario import Scenario
from core.speech import Mark, Synthesiser
from voice_bridge.line import Line
from voice_bridge.turns.heard import heard_of

log = structlog.get_logger()

_ANTICIPATED = "anticipated"
"""The key of a turn that the practice does not know of yet; no other turn has it."""


def anticipated(attempt: Attempt, scenario: Scenario, at: datetime, text: str) -> Attempt:
    """Return the attempt as it will be when the trainee has said this. Raises IllegalStep."""
    return step(attempt, Spoke(at, _ANTICIPATED, text), scenario).attempt


@dataclass(slots=True)
class Reply:
    """A line for an attempt that owes one.

    `attempt` is the one that it is made for, `said` what the trainee said just before, if anything.
    `mute`: the voice failed, and what it did not say can only be read.
    """

    attempt: Attempt
    scenario: Scenario
    said: str
    line: Line
    composed: Composed | None = None
    mute: bool = False
    worded: asyncio.Event = field(default_factory=asyncio.Event, repr=False)
    _task: asyncio.Task[None] | None = field(default=None, repr=False)

    def start(self, customer: Customer, voice: Synthesiser) -> None:
        """Begin to make it."""
        self._task = asyncio.create_task(self._make(customer, voice), name="reply")

    async def drop(self) -> None:
        """Throw it away, whatever there is of it."""
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)

    async def made(self) -> Composed | None:
        """Return the line when it is worded and spoken; None where the customer had no words."""
        if self._task is not None:
            await asyncio.gather(self._task, return_exceptions=True)
        return self.composed

    async def _make(self, customer: Customer, voice: Synthesiser) -> None:
        words: asyncio.Queue[Sentence | None] = asyncio.Queue()
        try:
            async with asyncio.TaskGroup() as group:
                group.create_task(self._speak(words, voice), name="speak")
                try:
                    self.composed = await compose(self.attempt, self.scenario, customer, words.put)
                    self.line.last = self.composed.decision.beat.ends_call
                finally:
                    words.put_nowait(None)
                    self.worded.set()
        except* ProviderError as errors:
            log.warning("reply_failed", attempt=self.attempt.id, error=str(errors.exceptions[0]))
        finally:
            self.line.finish()

    async def _speak(self, words: asyncio.Queue[Sentence | None], voice: Synthesiser) -> None:
        """Speak each sentence; where the voice fails, the rest of the line can be read only."""
        persona = self.scenario.persona
        while (sentence := await words.get()) is not None:
            if self.mute:
                continue
            spoken = voice.speak(
                sentence.text,
                voice=persona.voice or persona.id,
                mood=self.attempt.customer.feeling.mood,
                language=persona.language,
            )
            try:
                await self.line.add(sentence.text, sentence.move, spoken)
            except ProviderError as error:
                log.warning("voice_failed", attempt=self.attempt.id, error=str(error))
                self.mute = True


def delivered(
    reply: Reply, composed: Composed, at: datetime, heard_ms: int | None, marks: tuple[Mark, ...]
) -> Replied | None:
    """Return what the practice is told of a line: all of it, or so much as was heard of it.

    None where nothing was heard of it that could be written down.
    """
    if heard_ms is None:
        return replace(composed.at(at), marks=marks)
    heard = heard_of(reply.line.sentences, heard_ms)
    if not heard.text:
        return None
    decision = _come_across(reply, composed.decision, heard.moves)
    return Replied(at, decision, heard.text, composed.lines, composed.notes, marks)


def _come_across(reply: Reply, decision: Decision, moves: int | None) -> Decision:
    if moves is None:
        return decision
    return as_heard(decision, reply.attempt, reply.scenario, moves)
