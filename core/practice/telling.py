"""From what happened in a call to what its thread shows."""

from __future__ import annotations

from collections.abc import Iterator

from core.attempt import Attempt, Ended, EndReason, Speaker, Turn
from core.customer import LEFT
from core.engine import Step, Warned
from core.messages import (
    CallEnded,
    CustomerSaid,
    Face,
    Message,
    Scoring,
    TimeWarning,
    TraineeSaid,
)
from core.scenario import Document, Outcome, Scenario

_LEFT_BECAUSE = {
    "left_waiting": "The customer waited too long and left.",
    "left_rude": "The customer felt insulted and hung up.",
    "left_stuck": "The customer saw no way forward and gave up.",
}


def tell(
    result: Step, scenario: Scenario, trainee: str, shows: Document | None
) -> Iterator[tuple[str, Message]]:
    """Yield the messages that a step gives rise to, each with a name that is its own."""
    attempt = result.attempt
    for effect in result.effects:
        match effect:
            case Turn(speaker=Speaker.TRAINEE):
                yield (
                    f"turn{effect.number}",
                    TraineeSaid(attempt.id, effect.number, trainee, effect.text, effect.key),
                )
            case Turn():
                line = CustomerSaid(attempt.id, effect.number, face(scenario), effect.text, shows)
                yield f"turn{effect.number}", line
            case Warned():
                yield "warning", TimeWarning(attempt.id, effect.left_s)
            case Ended():
                yield "ended", _ended(attempt, effect, scenario)
                if attempt.trainee_turns:
                    yield "scoring", Scoring(attempt.id)


def face(scenario: Scenario) -> Face:
    """The customer as it is shown."""
    return Face(scenario.persona.name, scenario.persona.picture)


def _ended(attempt: Attempt, ended: Ended, scenario: Scenario) -> CallEnded:
    outcome, description = Outcome.NEUTRAL, ""
    if ended.reason is EndReason.EXIT:
        outcome, description = how_it_ended(ended.exit or "", scenario)
    return CallEnded(
        attempt.id,
        ended.reason,
        outcome,
        description,
        face(scenario),
        round(attempt.seconds_in(ended.at)),
        len(attempt.turns),
    )


def how_it_ended(exit_id: str, scenario: Scenario) -> tuple[Outcome, str]:
    """The outcome and the sentence for an exit condition, the customer's leaving included."""
    if exit_id in LEFT.values():
        return Outcome.BAD, _LEFT_BECAUSE[exit_id]
    condition = next((e for e in scenario.exits if e.id == exit_id), None)
    return (condition.outcome, condition.description) if condition else (Outcome.NEUTRAL, "")
