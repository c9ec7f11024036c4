"""What the customer does next: from what it understood to a beat.

This is the persona's mind. It is the same in every surface, and pure: the same attempt and the
same reading give the same decision. What the customer *says* is worded elsewhere.

The order of precedence, highest first:
  1. abuse hurts, and an attack on the character is put aside without leaving it;
  2. a customer who has been insulted too often hangs up;
  3. an exit condition that is met ends the call;
  4. a call that has not moved for a long time is given up;
  5. otherwise the customer reacts (to rudeness, a refusal, kindness), answers what it was
     asked, accepts an answer, and then raises what it still has to raise.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from core.attempt import Attempt, CustomerState, Owed
from core.beats import Act, Beat, Move
from core.conduct import AFFRONTS, after_conduct, after_silence
from core.moods import Drift, Mood
from core.progress import (
    Progress,
    advance,
    due,
    next_objection,
    raised,
    satisfied,
)
from core.reading import Note, Reading
from core.scenario import Scenario
from core.stances import Attack, Stance
from core.tools import result_of

IDLE_LIMIT = 25
"""Turns of the trainee in which nothing moves before the customer gives the call up."""
_AFFRONTS_BORNE = {Drift.SLOW: 5, Drift.MEDIUM: 4, Drift.FAST: 3}
_LONGEST_BEAT = 4
_FACTS_A_LINE = 2
LEFT = {
    Act.LEAVE_SILENCE: "left_waiting",
    Act.LEAVE_RUDE: "left_rude",
    Act.LEAVE_STUCK: "left_stuck",
}
"""Ids of the exit conditions that every scenario has: the customer leaves."""


@dataclass(frozen=True, slots=True)
class Decision:
    """The customer after the turn, what it will say, and what the event log should know.

    `exit` is the id of the exit condition with which the call ends after this line; `shows`
    the attachment that the customer sends along. `before` is the customer before it does what the
    beat says: where only the beginning of a line was heard, the rest of it has not happened.
    """

    customer: CustomerState
    beat: Beat
    notes: tuple[Note, ...] = ()
    exit: str | None = None
    shows: str | None = None
    before: CustomerState | None = None


def as_heard(decision: Decision, attempt: Attempt, scenario: Scenario, moves: int) -> Decision:
    """Return what came of a line of which only the first so many moves were heard.

    `attempt` is the one that the decision was made for. What was not heard was not told, raised or
    shown, and comes again when it is due. A last word is one, however much of it was heard.
    """
    if decision.before is None or moves >= len(decision.beat.moves):
        return decision
    heard = decision.beat.moves[:moves]
    state, shows = _enacted(decision.before, scenario, heard, attempt.trainee_turns)
    return replace(decision, customer=state, beat=replace(decision.beat, moves=heard), shows=shows)


def decide(attempt: Attempt, scenario: Scenario, reading: Reading | None) -> Decision:
    """Return what the customer does about the line it owes.

    `reading` is of what the trainee said before it, None where that was nothing.
    """
    decision = _decided(attempt, scenario, reading)
    return _found_again(decision) if attempt.customer.lost else decision


def _found_again(decision: Decision) -> Decision:
    """Say first that the trainee was lost for a moment; what follows is not doubted for it."""
    state = replace(decision.customer, lost=False)
    before = replace(decision.before, lost=False) if decision.before else None
    moves = decision.beat.moves
    if moves[0].act is not Act.LOST:
        moves = (Move(Act.LOST), *moves)
    return replace(
        decision, customer=state, before=before, beat=replace(decision.beat, moves=moves)
    )


def _decided(attempt: Attempt, scenario: Scenario, reading: Reading | None) -> Decision:
    state = attempt.customer
    if attempt.owed is Owed.LOST:
        return _single(state, Act.LOST)
    if attempt.owed is Owed.OPENING:
        return _opening(attempt, scenario, reading)
    if attempt.owed is Owed.REPLY and reading is not None:
        return _reply(attempt, scenario, reading)
    state = after_silence(state, scenario.persona.drift)
    leaving = attempt.owed is Owed.LEAVING
    return _single(state, Act.LEAVE_SILENCE if leaving else Act.NUDGE)


def _single(
    state: CustomerState, act: Act, ref: str | None = None, *, notes: tuple[Note, ...] = ()
) -> Decision:
    exit_id = ref if act is Act.CLOSE else LEFT.get(act)
    return Decision(state, Beat((Move(act, ref),), state.feeling.mood), notes, exit_id)


def _opening(attempt: Attempt, scenario: Scenario, reading: Reading | None) -> Decision:
    """Say why it calls; to a trainee who was quicker and asked something, answer that too."""
    before = attempt.customer
    if reading is None:
        return _single(before, Act.OPEN)
    state, _, notes = _taken_in(before, scenario, reading)
    # "How can I help?" needs no answer of its own.
    told = [m for m in _answers(before, scenario, reading) if m.act is not Act.DOES_NOT_KNOW]
    moves = (Move(Act.OPEN), *told)
    enacted, shows = _enacted(state, scenario, moves, attempt.trainee_turns)
    return Decision(enacted, Beat(moves, state.feeling.mood), notes, None, shows, state)


def _reply(attempt: Attempt, scenario: Scenario, reading: Reading) -> Decision:
    before = attempt.customer
    state, progress, notes = _taken_in(before, scenario, reading)
    state = replace(state, nudges=0, idle=0 if progress else before.idle + 1)
    last_word = _last_word(state, scenario, reading)
    if last_word is not None and not _answers_first(last_word, before, reading):
        return _single(state, last_word.act, last_word.ref, notes=notes)
    turns = attempt.trainee_turns
    moves = _moves(before, state, scenario, reading, progress, turns)
    enacted, shows = _enacted(state, scenario, moves, turns)
    return Decision(enacted, Beat(moves, state.feeling.mood), notes, None, shows, state)


def _taken_in(
    before: CustomerState, scenario: Scenario, reading: Reading
) -> tuple[CustomerState, Progress, tuple[Note, ...]]:
    """Return what the trainee's words did to the customer, and what the log should know of it."""
    state, progress = advance(before, reading)
    helped = progress.helps(scenario)
    state = after_conduct(state, reading, scenario.persona.drift, helped=helped)
    return state, progress, (*reading.notes, *_noted(before, state, progress, reading))


def _answers_first(last_word: Move, before: CustomerState, reading: Reading) -> bool:
    """Whether somebody about to say goodbye was asked something, and tells it before they go."""
    asked = set(reading.asked) - set(before.told)
    return last_word.act is Act.CLOSE and bool(asked)


def _last_word(state: CustomerState, scenario: Scenario, reading: Reading) -> Move | None:
    """Return the line that overrides all conversation, if there is one."""
    if (
        state.affronts >= _AFFRONTS_BORNE[scenario.persona.drift]
        and state.feeling.mood is Mood.ANGRY
    ):
        return Move(Act.LEAVE_RUDE)
    if reading.attack is not None:
        return Move(Act.HURT if reading.attack is Attack.ABUSE else Act.DEFLECT)
    condition = satisfied(state, scenario)
    if condition is not None:
        return Move(Act.CLOSE, condition.id)
    return Move(Act.LEAVE_STUCK) if state.idle >= IDLE_LIMIT else None


def _moves(  # noqa: PLR0913, PLR0917 - the mind at one moment: before, now, and what it knows
    before: CustomerState,
    state: CustomerState,
    scenario: Scenario,
    reading: Reading,
    progress: Progress,
    turns: int,
) -> tuple[Move, ...]:
    moves = [
        *_reaction(before, reading, settled=progress.settles(scenario)),
        *_answers(before, scenario, reading),
    ]
    moves += [Move(Act.ACCEPT, o) for o in progress.resolved if before.objection(o).times][:1]
    objection = next_objection(state, scenario, turns)
    if objection is not None and reading.legible:
        moves.append(Move(Act.OBJECT_AGAIN if objection.times else Act.OBJECT, objection.id))
    if all(move.act in _LEADS for move in moves):
        moves.append(_carry_on(state, scenario, reading, turns))
    return tuple(moves[:_LONGEST_BEAT])


# Acts that answer the tone and leave the matter open.
_LEADS = frozenset({Act.SOFTEN, Act.OFFENCE, Act.GREET})


def _reaction(before: CustomerState, reading: Reading, *, settled: bool) -> list[Move]:
    """Answer the tone before the matter."""
    if not reading.legible:
        return [Move(Act.ILLEGIBLE)]
    if reading.stances & AFFRONTS:
        return [Move(Act.OFFENCE)]
    # A refusal that answers a doubt or is a step towards an exit is what was wanted to be heard.
    if reading.stances & {Stance.REFUSES, Stance.DISMISSES} and not settled:
        return [Move(Act.PUSH_BACK)]
    felt = reading.stances & {Stance.ACKNOWLEDGES, Stance.TAKES_OWNERSHIP, Stance.APOLOGISES}
    times = dict(before.kindness)
    if any(times.get(stance, 0) == 0 for stance in felt):
        return [Move(Act.SOFTEN)]
    if Stance.GREETS in reading.stances and not times.get(Stance.GREETS) and not reading.asked:
        return [Move(Act.GREET)]
    return []


def _answers(before: CustomerState, scenario: Scenario, reading: Reading) -> list[Move]:
    """Answer questions: facts, a tool, or not knowing."""
    moves = [
        Move(Act.TELL_AGAIN if fact in before.told else Act.TELL, fact)
        for fact in reading.asked[:_FACTS_A_LINE]
    ]
    if reading.tool and any(tool.id == reading.tool for tool in scenario.tools):
        moves.append(Move(Act.USE_TOOL, reading.tool))
    if not moves and reading.asked_unknown:
        moves.append(Move(Act.DOES_NOT_KNOW))
    return moves


def _enacted(
    state: CustomerState, scenario: Scenario, moves: tuple[Move, ...], turns: int
) -> tuple[CustomerState, str | None]:
    """Enter what the customer is about to do: what it tells, raises, looks at, sends along."""
    shows: str | None = None
    for move in moves:
        match move:
            case Move(Act.TELL, str(fact)):
                state = replace(state, told=(*state.told, fact))
            case Move(Act.OBJECT | Act.OBJECT_AGAIN, str(objection)):
                state = raised(state, state.objection(objection), turns)
            case Move(Act.TANGENT, str(tangent)):
                state = replace(state, tangents=(*state.tangents, tangent), on_tangent=True)
            case Move(Act.RETURN):
                state = replace(state, on_tangent=False)
            case Move(Act.USE_TOOL, str(tool_id)):
                tool = next(tool for tool in scenario.tools if tool.id == tool_id)
                state = replace(state, tools=(*state.tools, tool_id))
                shows = result_of(tool, state).shows
    return (replace(state, shown=(*state.shown, shows)) if shows else state), shows


def _carry_on(state: CustomerState, scenario: Scenario, reading: Reading, turns: int) -> Move:
    """Find something to say when nothing was asked, answered or refused."""
    if Stance.SAYS_GOODBYE in reading.stances:
        return Move(Act.GOODBYE)
    if reading.words > scenario.monologue_words and not reading.asked:
        return Move(Act.INTERRUPT)
    if state.on_tangent and not reading.tangents:
        return Move(Act.RETURN)
    for tangent in scenario.tangents:
        cued = tangent.id in reading.tangents
        if tangent.id not in state.tangents and due(tangent.trigger, state, turns, cued=cued):
            return Move(Act.TANGENT, tangent.id)
    return Move(_response(state, reading))


def _response(state: CustomerState, reading: Reading) -> Act:
    stances = reading.stances
    answers = (
        (Stance.HEDGES, Act.DOUBT),
        (Stance.STALLS, Act.WAIT),
        (Stance.CHECKS_BACK, Act.CONFIRM),
        (Stance.OFFERS, Act.CONSIDER),
        (Stance.PROMISES, Act.CONSIDER),
        (Stance.HAS_DONE, Act.CONSIDER),
    )
    for stance, act in answers:
        if stance in stances:
            return act
    if not reading.on_topic:
        return Act.PUZZLED
    if Stance.EXPLAINS in stances:
        return Act.CONFUSED if state.feeling.mood is Mood.CONFUSED else Act.FOLLOW
    return Act.PRESS


def _noted(
    before: CustomerState, state: CustomerState, progress: Progress, reading: Reading
) -> list[Note]:
    notes = [Note("fact_asked", (("fact", fact),)) for fact in reading.asked]
    notes += [Note("objection_resolved", (("objection", o),)) for o in progress.resolved]
    notes += [Note("step_met", (("exit", e), ("step", s))) for e, s in progress.met]
    notes += [Note("step_undone", (("exit", e), ("step", s))) for e, s in reading.undone]
    if reading.attack is not None:
        notes.append(Note("attack", (("kind", reading.attack.value),)))
    if reading.stances:
        notes.append(Note("stances", (("stances", " ".join(sorted(reading.stances))),)))
    if state.feeling.mood is not before.feeling.mood:
        notes.append(Note("mood", (("mood", state.feeling.mood.value),)))
    return notes
