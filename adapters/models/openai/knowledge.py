"""What the customer may say now, and what it must not yet: for prompts and for checks."""

from __future__ import annotations

from collections.abc import Iterator

from adapters.models.line_checks import Bounds, Secret
from adapters.models.thoughts import own_lines
from core.attempt import Call, Speaker
from core.beats import Act, Beat
from core.scenario import Fact

_TELLING = frozenset({Act.TELL, Act.TELL_AGAIN})
_REPEATING = frozenset({Act.TELL_AGAIN, Act.USE_TOOL, Act.OBJECT_AGAIN})


def allowed_facts(call: Call, beat: Beat) -> frozenset[str]:
    """Return the ids of the facts that were told already or are told in this beat."""
    now = {move.ref for move in beat.moves if move.act in _TELLING and move.ref}
    return frozenset(now | set(call.attempt.customer.told))


def told_before(call: Call, beat: Beat) -> tuple[Fact, ...]:
    """Return the facts told in earlier turns."""
    now = {move.ref for move in beat.moves if move.act is Act.TELL}
    told = set(call.attempt.customer.told) - now
    return tuple(fact for fact in call.scenario.all_facts if fact.id in told)


def bounds(call: Call, beat: Beat, said: tuple[str, ...]) -> Bounds:
    """Return what a sentence of this line is held against."""
    allowed = allowed_facts(call, beat)
    turns = call.attempt.turns
    return Bounds(
        authored=tuple(_authored(call, beat)),
        conversation=tuple(turn.text for turn in turns),
        earlier=tuple(turn.text for turn in turns if turn.speaker is Speaker.CUSTOMER),
        said=said,
        secrets=tuple(
            Secret(fact.id, tuple(line.text for line in fact.says))
            for fact in call.scenario.all_facts
            if fact.id not in allowed
        ),
        labels=(call.scenario.persona.name, call.scenario.persona.name.split()[0]),
        language=call.scenario.persona.language,
        may_repeat=any(move.act in _REPEATING for move in beat.moves),
    )


def _authored(call: Call, beat: Beat) -> Iterator[str]:
    """Everything written by the author that the customer has in mind in this line."""
    scenario, persona = call.scenario, call.scenario.persona
    yield from (scenario.opening, scenario.situation, persona.name)
    yield from (persona.backstory, persona.details)
    yield from (*scenario.does_not_know, *persona.does_not_know)
    allowed = allowed_facts(call, beat)
    for fact in scenario.all_facts:
        if fact.id in allowed:
            yield from (line.text for line in fact.says)
    for move in beat.moves:
        yield from (line.text for line in own_lines(move, call))
