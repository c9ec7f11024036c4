"""Runs author's tests: each holds a simulated call and looks at every turn."""

from __future__ import annotations

from collections.abc import Iterator

from core.attempt import CallState, Speaker, Turn
from core.ports import Customer
from core.rehearsal import USUAL_PAUSE_S, Rehearsal, Scene, ScriptLine, rehearsal
from core.scenario import Scenario
from core.stances import Attack
from scenarios.author_tests import AuthorTest, StepOutcome, TestResult, check
from scenarios.loader import LoadedScenario


async def rehearse_tests(
    loaded: LoadedScenario, customer: Customer, *, seed: int = 0
) -> list[TestResult]:
    """Run every author's test of a scenario with this customer, in order."""
    return [await _rehearse(loaded.scenario, test, customer, seed) for test in loaded.tests]


async def _rehearse(
    scenario: Scenario, test: AuthorTest, customer: Customer, seed: int
) -> TestResult:
    call = rehearsal(scenario, customer, seed=seed)
    await call.open()
    problems: list[str] = []
    for number, turn in enumerate(test.turns, 1):
        if call.attempt.state is CallState.ENDED:
            problems.append(f"Turn {number}: the call had {_end(call)} already.")
            break
        pause = USUAL_PAUSE_S if turn.after_s is None else turn.after_s
        scene = await call.say(ScriptLine(turn.say, pause))
        problems += (f"Turn {number}: {p}" for p in check(turn.then, outcome(scene)))
    return TestResult(test.name, not problems, tuple(problems))


def _end(call: Rehearsal) -> str:
    ended = call.attempt.ended
    return f"ended with {ended.exit or ended.reason.value}" if ended else "ended"


def outcome(scene: Scene) -> StepOutcome:
    """Return what came of a scene, by ids."""
    ended = scene.attempt.ended
    attack = next(_logged(scene, "attack", "kind"), None)
    return StepOutcome(
        told=(*_did(scene, "tell"), *_did(scene, "tell_again")),
        raised=(*_did(scene, "object"), *_did(scene, "object_again")),
        resolved=tuple(_logged(scene, "objection_resolved", "objection")),
        mood=scene.attempt.customer.feeling.mood,
        ended=(ended.exit or ended.reason.value) if ended else None,
        tools=tuple(_did(scene, "use_tool")),
        attack=Attack(attack) if attack else None,
        lines=tuple(turn.text for turn in _customer_turns(scene)),
    )


def _customer_turns(scene: Scene) -> Iterator[Turn]:
    for effect in scene.effects:
        if isinstance(effect, Turn) and effect.speaker is Speaker.CUSTOMER:
            yield effect


def _did(scene: Scene, act: str) -> Iterator[str]:
    """The ids of what the customer did with this act."""
    for turn in _customer_turns(scene):
        for move in turn.beat:
            name, _, ref = move.partition(":")
            if name == act:
                yield ref


def _logged(scene: Scene, kind: str, field: str) -> Iterator[str]:
    for entry in scene.entries:
        if entry.kind == kind:
            yield str(dict(entry.data)[field])
