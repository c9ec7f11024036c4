"""What an attempt and its scenario tell a judge besides the words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from core.attempt import Attempt, EndReason, Entry, ObjectionState, Speaker, Turn
from core.beats import Act
from core.customer import LEFT
from core.progress import in_the_way
from core.scenario import ExitCondition, Fact, Objection, Outcome, Scenario, Step
from core.stances import Stance
from grading.context import Context, Doubt, Reply, Wanted

_WHO = re.compile(
    r"\b(?:e-?mail|(?:date of )?birth\w*|post ?code|zip|account (?:number|name|holder)|address|"
    r"order (?:number|reference)|(?:full|your|the) names?|(?:employee|staff|customer) "
    r"(?:number|id)|line manager|security (?:word|letters|question))\b",
    re.IGNORECASE,
)
_OPEN = frozenset({ObjectionState.RAISED, ObjectionState.RETURNED})
_QUESTIONS = frozenset({Stance.ASKS, Stance.REQUESTS, Stance.CHECKS_BACK})
_GAINS = (Act.TELL, Act.USE_TOOL, Act.ACCEPT)
_LEFT = {
    "left_rude": "The customer was offended too often and left.",
    "left_waiting": "The customer was kept waiting too long and left.",
    "left_stuck": "Nothing moved any more, and the customer gave the call up.",
}


def situation(attempt: Attempt, scenario: Scenario, entries: Sequence[Entry] = ()) -> Context:
    """Return what an attempt and its scenario tell; `entries` is its event log, if still kept."""
    persona = scenario.persona
    moods = [turn.mood.rank for turn in attempt.turns] or [persona.mood.rank]
    ended = attempt.ended
    aim = _nearest(attempt, scenario)
    return Context(
        goal=scenario.goal,
        brief=scenario.brief,
        outcome=_outcome(attempt, scenario),
        warmed=moods[-1] - persona.mood.rank,
        open_doubts=sum(o.state in _OPEN for o in attempt.customer.objections),
        known=(
            f"{scenario.title} {scenario.goal} {scenario.brief} {scenario.situation} "
            f"{persona.name} {persona.backstory} {persona.details}"
        ),
        ending=_ending(attempt, scenario),
        hung_up=ended is not None and ended.reason is EndReason.EXIT,
        mood=persona.mood,
        replies=_replies(attempt, scenario, entries),
        steps=tuple(_wanted(attempt, aim, step) for step in aim.steps) if aim else (),
        doubts=_doubts(attempt, scenario, aim),
        identified=_identified(attempt, scenario),
    )


def _outcome(attempt: Attempt, scenario: Scenario) -> Outcome | None:
    ended = attempt.ended.exit if attempt.ended else None
    if ended in LEFT.values():
        return Outcome.BAD
    return next((e.outcome for e in scenario.exits if e.id == ended), None)


def _ending(attempt: Attempt, scenario: Scenario) -> str:
    ended = (attempt.ended.exit if attempt.ended else None) or ""
    found = (e.description for e in scenario.exits if e.id == ended)
    return next(found, _LEFT.get(ended, "")).strip()


def _nearest(attempt: Attempt, scenario: Scenario) -> ExitCondition | None:
    """The good end that was reached, else the one of which most is done."""
    good = [e for e in scenario.exits if e.outcome is Outcome.GOOD]
    reached = attempt.ended.exit if attempt.ended else None
    return max(good, key=lambda e: (e.id == reached, _done(attempt, e)), default=None)


def _done(attempt: Attempt, condition: ExitCondition) -> float:
    steps = [_is_met(attempt, condition, step) for step in condition.steps]
    settled = len(condition.resolved) - len(in_the_way(attempt.customer, condition))
    return (sum(steps) + settled) / max(1, len(steps) + len(condition.resolved))


def _is_met(attempt: Attempt, condition: ExitCondition, step: Step) -> bool:
    return any(
        (condition.id, step.id) == (e, s) and n >= step.times for e, s, n in attempt.customer.met
    )


def _wanted(attempt: Attempt, aim: ExitCondition, step: Step) -> Wanted:
    stances = step.cue.stances
    example = next(iter(step.cue.like), "")
    asks = bool(stances) and stances <= _QUESTIONS
    return Wanted(step.id, example, asks=asks, met=_is_met(attempt, aim, step))


def _doubts(attempt: Attempt, scenario: Scenario, aim: ExitCondition | None) -> tuple[Doubt, ...]:
    said = {
        ref: turn.text
        for turn in reversed(_of_customer(attempt))
        for act, ref in _moves(turn)
        if act in {Act.OBJECT, Act.OBJECT_AGAIN}
    }
    return tuple(
        Doubt(
            words=_raised(o, said.get(o.id, "")),
            raised=progress.times > 0,
            resolved=progress.state is ObjectionState.RESOLVED,
            needed=aim is not None and o.id in aim.resolved,
        )
        for o in scenario.objections
        for progress in attempt.customer.objections
        if progress.id == o.id
    )


def _raised(objection: Objection, said: str) -> str:
    """The objection itself, out of a line that may have said other things before it."""
    lines = (line.text for line in (*objection.lines, *objection.again))
    return next((text for text in lines if text in said), said)


def _replies(attempt: Attempt, scenario: Scenario, entries: Sequence[Entry]) -> tuple[Reply, ...]:
    bad = {e.id for e in scenario.exits if e.outcome is Outcome.BAD}
    steps = [e.at for e in entries if e.kind == "step_met" and dict(e.data).get("exit") not in bad]
    replies: list[Reply] = []
    for turn in _of_customer(attempt):
        moves = _moves(turn)
        gained = sum(act in _GAINS or (act == Act.CLOSE and ref not in bad) for act, ref in moves)
        replies.append(Reply(turn.number, moves, gained + steps.count(turn.at)))
    return tuple(replies)


def _of_customer(attempt: Attempt) -> list[Turn]:
    return [turn for turn in attempt.turns if turn.speaker is Speaker.CUSTOMER and turn.beat]


def _moves(turn: Turn) -> tuple[tuple[str, str], ...]:
    parts = (move.partition(":") for move in turn.beat)
    return tuple((act, ref) for act, _, ref in parts)


def _identified(attempt: Attempt, scenario: Scenario) -> int | None:
    """The first turn in which the customer told what shows who they are."""
    who = {fact.id for fact in scenario.all_facts if _tells_who(fact)}
    for turn in _of_customer(attempt):
        if any(act in {Act.TELL, Act.TELL_AGAIN} and ref in who for act, ref in _moves(turn)):
            return turn.number
    return None


def _tells_who(fact: Fact) -> bool:
    named = fact.id.replace("_", " ")
    return bool(_WHO.search(named)) or any(_WHO.search(q) for q in fact.asked.like[:1])
