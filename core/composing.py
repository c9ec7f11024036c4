"""How a customer's line comes about: read, decide, word. The same for every surface."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import datetime

from core.attempt import Attempt, Call
from core.customer import Decision, decide
from core.events import Replied
from core.ports import Customer, Sentence
from core.reading import Note
from core.scenario import Scenario

Each = Callable[[Sentence], Awaitable[None]]
"""Called with each sentence as soon as it may be shown, or spoken."""

# How long the customer takes to write, in seconds: a beat to think, then a quick typist's pace,
# bounded so that nobody waits for a machine that pretends.
_BEAT_S = 0.5
_PER_CHARACTER_S = 0.012
_LONGEST_S = 2.2
OPENING_BEAT_S = 2.0
READING_S = 1.2
"""Seconds that the customer reads before it answers; what is added meanwhile is read too."""
_SHORTEST_S = 0.3


@dataclass(frozen=True, slots=True)
class Composed:
    """A line that is ready: the decision behind it, its words, and the authored lines used."""

    decision: Decision
    text: str
    lines: tuple[str, ...]
    notes: tuple[Note, ...]
    sentences: tuple[Sentence, ...] = ()

    def at(self, moment: datetime) -> Replied:
        """Return the event that this line is delivered at the moment."""
        return Replied(moment, self.decision, self.text, self.lines, self.notes)


async def compose(
    attempt: Attempt, scenario: Scenario, customer: Customer, each: Each | None = None
) -> Composed:
    """Return the line that the customer owes. Raises ProviderError when the port does."""
    call = Call(attempt, scenario)
    reading = await customer.read(call) if attempt.unanswered else None
    decision = decide(attempt, scenario, reading)
    call = Call(replace(attempt, customer=decision.customer), scenario)
    said: list[Sentence] = []
    notes: list[Note] = []
    async for part in customer.say(call, decision.beat):
        if isinstance(part, Note):
            notes.append(part)
            continue
        said.append(part)
        if each is not None:
            await each(part)
    text = " ".join(s.text for s in said)
    lines = tuple(s.line for s in said if s.line)
    return Composed(decision, text, lines, tuple(notes), tuple(said))


def writing_s(text: str, *, opening: bool = False) -> float:
    """Seconds that the customer seems to take to write this, after it has read."""
    if opening:
        return OPENING_BEAT_S
    seems = min(_LONGEST_S, _BEAT_S + _PER_CHARACTER_S * len(text))
    return round(max(_SHORTEST_S, seems - READING_S), 2)
