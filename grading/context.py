"""What a judge is told besides the words: the scenario, and how the customer took the call."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from core.beats import Act
from core.messages import Metric
from core.moods import Mood
from core.scenario import Outcome


@dataclass(frozen=True, slots=True)
class Reply:
    """One line of the customer's: its turn, what it did, and what the trainee had got done.

    `moves` are (act, what it is about); `gained` counts facts told, doubts accepted and steps
    met since the customer's last line, those towards a bad end left out.
    """

    turn: int
    moves: tuple[tuple[str, str], ...]
    gained: int = 0

    def did(self, *acts: Act) -> bool:
        """Whether the line did any of these."""
        return any(act in acts for act, _ in self.moves)


@dataclass(frozen=True, slots=True)
class Wanted:
    """A step towards the good end that was nearest: `asks` when it is a question to put.

    `example` is the author's first wording of it.
    """

    id: str
    example: str
    asks: bool
    met: bool


@dataclass(frozen=True, slots=True)
class Doubt:
    """An objection of the customer's: its words, and how it stood at the end."""

    words: str
    raised: bool
    resolved: bool
    needed: bool = False


@dataclass(frozen=True, slots=True)
class Context:
    """What a judge is told besides the words. All of it may be unknown.

    `goal` and `brief` are the scenario's. `outcome` is what the exit condition that ended the
    call says of it, bad when the customer left, None when the call ended otherwise; `ending` is
    its description, `hung_up` whether it was the customer who ended the call. `warmed` counts the
    steps the customer's mood rose from `mood`, negative when it fell. `open_doubts` counts
    objections raised and never laid to rest. `known` holds the scenario's own words, as one text.
    `steps` and `doubts` are those that the nearest good end asks for; `phrases` has to be said
    word for word; `identified` is the turn in which the customer told who they are.
    """

    goal: str = ""
    brief: str = ""
    outcome: Outcome | None = None
    warmed: int | None = None
    open_doubts: int | None = None
    metrics: tuple[Metric, ...] = ()
    known: str = ""
    ending: str = ""
    hung_up: bool = False
    mood: Mood | None = None
    replies: tuple[Reply, ...] = ()
    steps: tuple[Wanted, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    phrases: tuple[str, ...] = ()
    identified: int | None = None

    def metric(self, metric_id: str) -> float | None:
        """Return the value of a metric; None when it is not there or does not apply."""
        return next((m.value for m in self.metrics if m.id == metric_id), None)

    @property
    def played(self) -> bool:
        """Whether it is known how the customer took the call, line by line."""
        return bool(self.replies)

    @property
    def gained(self) -> int:
        """All that the trainee got done."""
        return sum(reply.gained for reply in self.replies)

    @property
    def reached(self) -> float:
        """The share of the way to the nearest good end, 0 to 1."""
        done = [s.met for s in self.steps] + [d.resolved for d in self.doubts if d.needed]
        return sum(done) / len(done) if done else 0.0

    def about(self, *acts: Act) -> Iterator[str]:
        """Yield what the customer's lines did these with, such as the facts they told."""
        return (ref for reply in self.replies for act, ref in reply.moves if act in acts)

    def times(self, *acts: Act) -> int:
        """Count the customer's lines that did any of these."""
        return sum(reply.did(*acts) for reply in self.replies)
