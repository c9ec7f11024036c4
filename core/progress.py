"""What a reading moves forward: steps of the exits, objections, facts, tools."""

from __future__ import annotations

from dataclasses import dataclass, replace

from core.attempt import CustomerState, ObjectionProgress, ObjectionState
from core.reading import Reading
from core.scenario import ExitCondition, Outcome, Scenario, Trigger

PASSED_OVER = 2
"""Turns of the trainee after which an objection that got no answer is brought up again."""
_OPEN = frozenset({ObjectionState.RAISED, ObjectionState.RETURNED})


@dataclass(frozen=True, slots=True)
class Progress:
    """What this turn brought: ids of objections `resolved`, of steps `met`, and new facts."""

    resolved: tuple[str, ...]
    met: tuple[tuple[str, str], ...]
    told: tuple[str, ...]

    def helps(self, scenario: Scenario) -> bool:
        """Whether the customer is better off for it, if only by a question to the point."""
        return bool(self.told) or self.settles(scenario)

    def settles(self, scenario: Scenario) -> bool:
        """Whether a doubt was answered, or a step met that does not lead to a bad end."""
        bad = {e.id for e in scenario.exits if e.outcome is Outcome.BAD}
        return bool(self.resolved) or any(e not in bad for e, _ in self.met)

    def __bool__(self) -> bool:
        return bool(self.resolved or self.met or self.told)


def advance(state: CustomerState, reading: Reading) -> tuple[CustomerState, Progress]:
    """Enter what the trainee did. An attack on the character moves nothing forward."""
    if reading.attack is not None:
        return state, Progress((), (), ())
    standing = {o.id for o in state.objections if o.state is not ObjectionState.RESOLVED}
    resolved = tuple(o for o in reading.answered if o in standing)
    told = tuple(fact for fact in reading.asked if fact not in state.told)
    moved = replace(
        state,
        met=_met(state, reading),
        cued=tuple(dict.fromkeys((*state.cued, *reading.raised))),
        objections=tuple(
            replace(o, state=ObjectionState.RESOLVED) if o.id in resolved else o
            for o in state.objections
        ),
    )
    return moved, Progress(resolved, reading.met, told)


def _met(state: CustomerState, reading: Reading) -> tuple[tuple[str, str, int], ...]:
    times = {(exit_id, step): n for exit_id, step, n in state.met}
    for step in reading.undone:
        times.pop(step, None)
    for step in reading.met:
        times[step] = times.get(step, 0) + 1
    return tuple(sorted((exit_id, step, n) for (exit_id, step), n in times.items()))


def steps_met(state: CustomerState, condition: ExitCondition) -> bool:
    """Whether the trainee has done all that this exit asks of them."""
    times = {step: n for exit_id, step, n in state.met if exit_id == condition.id}
    return all(times.get(step.id, 0) >= step.times for step in condition.steps)


def in_the_way(state: CustomerState, condition: ExitCondition) -> tuple[str, ...]:
    """Objections that must be resolved before the customer agrees to this exit."""
    return tuple(
        o for o in condition.resolved if state.objection(o).state is not ObjectionState.RESOLVED
    )


def satisfied(state: CustomerState, scenario: Scenario) -> ExitCondition | None:
    """Return the exit condition that is now met in full, if one is."""
    for condition in scenario.exits:
        if (
            steps_met(state, condition)
            and not in_the_way(state, condition)
            and (condition.mood is None or state.feeling.mood.rank >= condition.mood.rank)
        ):
            return condition
    return None


def happened(state: CustomerState, name: str) -> bool:
    """Whether the step or objection of this id has been met or resolved."""
    return any(step == name for _, step, _ in state.met) or any(
        o.id == name and o.state is ObjectionState.RESOLVED for o in state.objections
    )


def due(trigger: Trigger, state: CustomerState, turns: int, *, cued: bool) -> bool:
    """Whether something with this trigger is due after so many turns of the trainee."""
    return (
        cued
        or (trigger.after_turns is not None and turns >= trigger.after_turns)
        or (trigger.after is not None and happened(state, trigger.after))
    )


def next_objection(
    state: CustomerState, scenario: Scenario, turns: int
) -> ObjectionProgress | None:
    """Return the objection to raise now: a new one that is due, else one passed over."""
    urgent = {o for e in scenario.exits if steps_met(state, e) for o in in_the_way(state, e)}
    for objection in scenario.objections:
        progress = state.objection(objection.id)
        if progress.state is ObjectionState.WAITING and (
            objection.id in urgent
            or due(objection.trigger, state, turns, cued=objection.id in state.cued)
        ):
            return progress
    return next(
        (o for o in state.objections if o.state in _OPEN and turns - o.asked_at >= PASSED_OVER),
        None,
    )


def raised(state: CustomerState, progress: ObjectionProgress, turns: int) -> CustomerState:
    """Enter that the customer has raised this objection, or brought it up again."""
    again = progress.state in _OPEN
    now = replace(
        progress,
        state=ObjectionState.RETURNED if again else ObjectionState.RAISED,
        asked_at=turns,
        times=progress.times + 1,
    )
    return replace(state, objections=tuple(now if o.id == now.id else o for o in state.objections))
