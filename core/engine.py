"""The state machine of a call, the one for chat and voice alike.

    step(attempt, event, scenario) -> (attempt, effects)

It is pure: no clock, no chance, no I/O. A call is READY, then the customer OWES a line or
LISTENS, and in the end it has ENDED:

    READY ──Started──> OWING ──Replied──> LISTENING ──Spoke──> OWING …
    LISTENING ──Elapsed, silence──> OWING (a second message, then leaving)
    LISTENING ──Rejoined──> OWING (by voice: "I lost you for a moment")
    READY ──HungUp──> ENDED (by voice, before the trainee came)
    OWING | LISTENING ──HungUp | Reported | Elapsed, limit | Replied, last line──> ENDED

`TABLE` says which events each state takes. Any other raises IllegalStep, and the attempt is
left untouched. Effects are what the world should do: log entries and messages to post.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from core.attempt import (
    Attempt,
    CallState,
    Ended,
    EndReason,
    Entry,
    Owed,
    Speaker,
    Turn,
)
from core.errors import IllegalStep
from core.events import (
    CameBack,
    Elapsed,
    Event,
    HungUp,
    Rejoined,
    Replied,
    Reported,
    Sounded,
    Spoke,
    Started,
    Wrote,
)
from core.patience import NUDGES, WARNING_S, silence_s
from core.scenario import Scenario
from core.speech import Mark

AWAY_S = 5.0
"""A pause since the last thing that happened, in seconds, from which a restart is made good."""

_RUNNING = frozenset({Spoke, Wrote, Elapsed, HungUp, Reported, CameBack, Rejoined, Sounded})
TABLE: dict[CallState, frozenset[type[Event]]] = {
    # A call by voice stays READY until the trainee comes; given up before, it ends there.
    CallState.READY: frozenset({Started, HungUp}),
    CallState.OWING: _RUNNING | {Replied},
    CallState.LISTENING: _RUNNING,
    # What the sound did until the very end may come after it.
    CallState.ENDED: frozenset({Sounded}),
}


@dataclass(frozen=True, slots=True)
class Warned:
    """Tell the trainee how many seconds are left."""

    left_s: int


Effect = Entry | Turn | Warned | Ended
"""A log entry, a turn to show, a warning, or the end of the call."""


@dataclass(frozen=True, slots=True)
class Step:
    """What came of an event."""

    attempt: Attempt
    effects: tuple[Effect, ...] = ()

    def entries(self) -> tuple[Entry, ...]:
        """The entries for the event log."""
        return tuple(e for e in self.effects if isinstance(e, Entry))

    def logged(self, at: datetime, kind: str, /, **data: Any) -> Step:  # noqa: ANN401 - plain data
        """Return this step with one more log entry."""
        entry = Entry(self.attempt.entries, at, kind, tuple(sorted(data.items())))
        attempt = replace(self.attempt, entries=self.attempt.entries + 1)
        return Step(attempt, (*self.effects, entry))


def step(attempt: Attempt, event: Event, scenario: Scenario) -> Step:
    """Apply an event to a call. Raises IllegalStep when its state does not take the event."""
    if type(event) not in TABLE[attempt.state]:
        msg = f"{type(event).__name__} while {attempt.state.value}"
        raise IllegalStep(msg)
    handler = _HANDLERS[type(event)]
    return handler(Step(attempt), event, scenario)


def _started(step: Step, event: Started, scenario: Scenario) -> Step:
    attempt = replace(
        step.attempt,
        state=CallState.OWING,
        owed=Owed.OPENING,
        started_at=event.at,
        deadline=event.at + timedelta(seconds=scenario.time_limit_s),
        # Of a call that is hardly longer than the warning everybody knows how long it is.
        warned=scenario.time_limit_s <= 2 * WARNING_S,
    )
    return Step(attempt).logged(
        event.at, "call_started", mode=attempt.mode.value, scenario=scenario.id
    )


def _spoke(step: Step, event: Spoke, _scenario: Scenario) -> Step:
    attempt = step.attempt
    if any(turn.key == event.key for turn in attempt.turns):
        return step
    turn = _turn(attempt, Speaker.TRAINEE, event.text, event.at, key=event.key)
    owed = Owed.OPENING if attempt.owed is Owed.OPENING else Owed.REPLY
    attempt = replace(
        attempt,
        turns=(*attempt.turns, turn),
        state=CallState.OWING,
        owed=owed,
        silent_since=None,
    )
    words = len(event.text.split())
    step = Step(attempt, (*step.effects, turn)).logged(
        turn.at, "trainee_said", turn=turn.number, words=words, characters=len(event.text)
    )
    return _marked(step, event.marks, turn.number)


def _wrote(step: Step, event: Wrote, _scenario: Scenario) -> Step:
    attempt = step.attempt
    if attempt.state is not CallState.LISTENING:
        return step
    return Step(replace(attempt, silent_since=event.at))


def _replied(step: Step, event: Replied, _scenario: Scenario) -> Step:
    decision = event.decision
    beat = tuple(f"{m.act}:{m.ref}" if m.ref else m.act.value for m in decision.beat.moves)
    state = replace(decision.customer, said=decision.customer.said + event.lines)
    attempt = replace(step.attempt, customer=state)
    turn = _turn(attempt, Speaker.CUSTOMER, event.text, event.at, beat=beat)
    attempt = replace(
        attempt,
        turns=(*attempt.turns, turn),
        state=CallState.LISTENING,
        owed=None,
        silent_since=turn.at,
    )
    step = Step(attempt, (*step.effects, turn)).logged(
        turn.at, "customer_said", turn=turn.number, acts=" ".join(beat), temper=state.feeling.temper
    )
    for note in (*decision.notes, *event.notes):
        step = step.logged(turn.at, note.kind, **dict(note.data))
    step = _marked(step, event.marks, turn.number)
    if decision.exit is not None:
        return _end(step, turn.at, EndReason.EXIT, decision.exit)
    return step


def _elapsed(step: Step, event: Elapsed, scenario: Scenario) -> Step:
    attempt = step.attempt
    if attempt.deadline is None:
        return step
    left = (attempt.deadline - event.at).total_seconds()
    if left <= 0:
        return _end(step, event.at, EndReason.TIME)
    if left <= WARNING_S and not attempt.warned:
        step = Step(replace(attempt, warned=True), (Warned(round(left)),)).logged(
            event.at, "time_warning", left_s=round(left)
        )
    return _silence(step, event.at, scenario)


def _silence(step: Step, at: datetime, scenario: Scenario) -> Step:
    attempt = step.attempt
    since = attempt.silent_since
    if attempt.state is not CallState.LISTENING or since is None:
        return step
    gap = (at - since).total_seconds()
    if gap < silence_s(attempt, scenario):
        return step
    leaving = attempt.customer.nudges >= NUDGES
    owed = Owed.LEAVING if leaving else Owed.NUDGE
    attempt = replace(attempt, state=CallState.OWING, owed=owed, silent_since=None)
    return Step(attempt, step.effects).logged(at, "silence", gap_s=round(gap, 1))


def _hung_up(step: Step, event: HungUp, _scenario: Scenario) -> Step:
    return _end(step, event.at, EndReason.TRAINEE)


def _reported(step: Step, event: Reported, _scenario: Scenario) -> Step:
    attempt = replace(step.attempt, broke_character=True)
    step = Step(attempt, step.effects).logged(
        event.at, "break_reported", turns=" ".join(map(str, event.turns))
    )
    return _end(step, event.at, EndReason.TRAINEE)


def _came_back(step: Step, event: CameBack, _scenario: Scenario) -> Step:
    """Give the time away back: the limit moves, and the silence begins anew."""
    attempt = step.attempt
    last = max((t.at for t in attempt.turns), default=attempt.started_at)
    last = max(filter(None, (last, attempt.silent_since)), default=None)
    if last is None or attempt.deadline is None:
        return step
    away = (event.at - last).total_seconds()
    if away < AWAY_S:
        return step
    attempt = replace(
        attempt,
        deadline=attempt.deadline + timedelta(seconds=away),
        silent_since=event.at if attempt.silent_since else None,
    )
    return Step(attempt).logged(event.at, "came_back", away_s=round(away, 1))


def _rejoined(step: Step, event: Rejoined, _scenario: Scenario) -> Step:
    """Have the customer say that it lost the trainee, at once or before what it owes anyway."""
    attempt = step.attempt
    if attempt.owed is Owed.OPENING:
        return step
    if attempt.state is CallState.LISTENING:
        attempt = replace(attempt, state=CallState.OWING, owed=Owed.LOST, silent_since=None)
    attempt = replace(attempt, customer=replace(attempt.customer, lost=True))
    return Step(attempt).logged(event.at, "rejoined")


def _sounded(step: Step, event: Sounded, _scenario: Scenario) -> Step:
    return _marked(step, event.marks)


def _marked(step: Step, marks: tuple[Mark, ...], turn: int | None = None) -> Step:
    """Enter marks of the sound into the log, each with the turn it belongs to."""
    about = {} if turn is None else {"turn": turn}
    for mark in marks:
        step = step.logged(mark.at, mark.kind, **about, **dict(mark.data))
    return step


def _end(step: Step, at: datetime, reason: EndReason, exit_id: str | None = None) -> Step:
    ended = Ended(reason, at, exit_id)
    attempt = replace(
        step.attempt, state=CallState.ENDED, owed=None, silent_since=None, ended=ended
    )
    logged = Step(attempt, (*step.effects, ended))
    return logged.logged(at, "call_ended", reason=reason.value, exit=exit_id or "")


def _turn(  # noqa: PLR0913 - the fields of a turn
    attempt: Attempt,
    speaker: Speaker,
    text: str,
    at: datetime,
    *,
    key: str = "",
    beat: tuple[str, ...] = (),
) -> Turn:
    """Return the next turn. A turn never stands before the one it follows."""
    last = attempt.turns[-1].at if attempt.turns else at
    mood = attempt.customer.feeling.mood
    return Turn(len(attempt.turns), speaker, text, max(at, last), mood, key, beat)


_HANDLERS: dict[type[Event], Callable[[Step, Any, Scenario], Step]] = {
    Started: _started,
    Spoke: _spoke,
    Wrote: _wrote,
    Replied: _replied,
    Elapsed: _elapsed,
    HungUp: _hung_up,
    Reported: _reported,
    CameBack: _came_back,
    Rejoined: _rejoined,
    Sounded: _sounded,
}
