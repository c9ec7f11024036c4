"""Author's tests: calls that should go in a certain way, and whether one did."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from core.moods import Mood
from core.stances import Attack


@dataclass(frozen=True, slots=True)
class Expectation:
    """What should follow a turn. What is empty, None or False is not checked."""

    tells: tuple[str, ...] = ()
    tells_nothing: bool = False
    not_tells: tuple[str, ...] = ()
    raises: tuple[str, ...] = ()
    resolves: tuple[str, ...] = ()
    mood: Mood | None = None
    mood_at_least: Mood | None = None
    mood_at_most: Mood | None = None
    ends: str | None = None
    not_ends: str | None = None
    tool: str | None = None
    attack: Attack | None = None
    says: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AuthorTurn:
    """What the trainee says, `after_s` seconds after the customer; None: the usual pause."""

    say: str
    after_s: float | None = None
    then: Expectation = Expectation()


@dataclass(frozen=True, slots=True)
class AuthorTest:
    """One call that should go in a certain way. `line` is where it begins in the file."""

    name: str
    turns: tuple[AuthorTurn, ...]
    line: int = 0


@dataclass(frozen=True, slots=True)
class StepOutcome:
    """What came of one turn: ids of what was told, raised, resolved and used, and the rest.

    `ended` is the id of an exit condition, `trainee_ended`, `time_limit`, or why the customer
    left (`left_waiting`, `left_rude`, `left_stuck`); None while the call goes on.
    """

    told: tuple[str, ...]
    raised: tuple[str, ...]
    resolved: tuple[str, ...]
    mood: Mood
    ended: str | None
    tools: tuple[str, ...]
    attack: Attack | None
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TestResult:
    """How one author's test went: passed when there are no problems, each one sentence."""

    __test__: ClassVar[bool] = False  # its name makes pytest think that it holds tests

    name: str
    passed: bool
    problems: tuple[str, ...] = ()


def check(then: Expectation, outcome: StepOutcome) -> tuple[str, ...]:
    """Return what came otherwise than expected, one sentence each."""
    return (
        *_named(then, outcome),
        *_facts_kept(then, outcome),
        *_mood(then, outcome.mood),
        *_end(then, outcome.ended),
        *_rest(then, outcome),
    )


def _named(then: Expectation, outcome: StepOutcome) -> Iterator[str]:
    for verb, expected, found in (
        ("tell", then.tells, outcome.told),
        ("raise", then.raises, outcome.raised),
        ("count as answered", then.resolves, outcome.resolved),
    ):
        for name in expected:
            if name not in found:
                yield f"The customer did not {verb} {name}: {_list(found)}."


def _facts_kept(then: Expectation, outcome: StepOutcome) -> Iterator[str]:
    told = outcome.told if then.tells_nothing else _common(then.not_tells, outcome.told)
    for name in told:
        yield f"The customer told {name}, which it should have kept."


def _mood(then: Expectation, mood: Mood) -> Iterator[str]:
    if then.mood and mood is not then.mood:
        yield f"The mood is {mood}, and not {then.mood}."
    if then.mood_at_least and mood.rank < then.mood_at_least.rank:
        yield f"The mood is {mood}, which is worse than {then.mood_at_least}."
    if then.mood_at_most and mood.rank > then.mood_at_most.rank:
        yield f"The mood is {mood}, which is better than {then.mood_at_most}."


def _end(then: Expectation, ended: str | None) -> Iterator[str]:
    how = f"ended with {ended}" if ended else "goes on"
    if then.ends and then.ends != ended:
        yield f"The call should have ended with {then.ends}, and it {how}."
    if ended and then.not_ends in {ended, "any"}:
        yield f"The call {how}, and should not have."


def _rest(then: Expectation, outcome: StepOutcome) -> Iterator[str]:
    if then.tool and then.tool not in outcome.tools:
        yield f"The customer did not use {then.tool}: {_list(outcome.tools)}."
    if then.attack and then.attack is not outcome.attack:
        taken_for = outcome.attack or "no attack"
        yield f"The turn was taken for {taken_for}, and not for {then.attack}."
    said = _folded(" ".join(outcome.lines))
    for words in then.says:
        if _folded(words) not in said:
            yield f'"{words}" is not in what the customer said: {" / ".join(outcome.lines)}'


def _common(expected: tuple[str, ...], found: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(name for name in expected if name in found)


def _list(found: tuple[str, ...]) -> str:
    return f"there was {', '.join(found)}" if found else "there was none"


def _folded(text: str) -> str:
    """Fold case, white space and the two sorts of apostrophe, which nobody means to test."""
    return " ".join(text.replace("’", "'").casefold().split())
