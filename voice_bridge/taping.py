"""Records both sides of a call, where calls are recorded."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from core.attempt import Attempt
from core.speech import seconds_of


class Tape(Protocol):
    """Records both sides."""

    def trainee(self, at: datetime, audio: bytes) -> None:
        """Record the trainee's sound, which began at this moment."""
        ...

    def customer(self, at: datetime, audio: bytes) -> None:
        """Record what was heard of the customer, which began at this moment."""
        ...

    def close(self) -> None:
        """Keep what there is, and record no more."""
        ...


TapeOf = Callable[[Attempt], Tape | None]
"""Begins, or goes on, to record an attempt that has started; None where nothing is recorded."""


@dataclass(slots=True)
class Taping:
    """One call's tape, once it runs. `wall` turns a moment of the loop into the time of day."""

    wall: Callable[[float], datetime]
    tape: Tape | None = None

    def trainee(self, ended: float, audio: bytes) -> None:
        """Record sound of the trainee's that came at this moment."""
        if self.tape is not None:
            self.tape.trainee(self.wall(ended - seconds_of(audio)), audio)

    def customer(self, began: float, audio: bytes) -> None:
        """Record sound of the customer's that was heard from this moment on."""
        if self.tape is not None:
            self.tape.customer(self.wall(began), audio)

    def close(self) -> None:
        """Keep what there is."""
        if self.tape is not None:
            self.tape.close()
