"""Advice about the author's tests."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from core.scenario import Outcome
from scenarios.author_tests import AuthorTest, Expectation
from scenarios.crosscheck import LEFT
from scenarios.loader import LoadedScenario
from scenarios.problems import Problem

_Proof = Callable[[Expectation], object]


def missing_tests(loaded: LoadedScenario) -> Iterator[Problem]:
    """Three tests at least: a call handled well, one handled badly, one led astray."""
    if not loaded.tests:
        what, mend = "there are no author's tests", f"Add {', '.join(_kinds(loaded))}."
        yield loaded.source.problem(("tests",), what, mend)
        return
    expected = [turn.then for test in loaded.tests for turn in test.turns]
    for kind, proof in _kinds(loaded).items():
        if not any(proof(then) for then in expected):
            yield loaded.source.problem(("tests",), f"there is no test of {kind}", "Add one.")


def _kinds(loaded: LoadedScenario) -> dict[str, _Proof]:
    """Return the kinds of test there should be, and what a turn of each would expect."""
    exits = loaded.scenario.exits
    good = {one.id for one in exits if one.outcome is Outcome.GOOD}
    bad = {one.id for one in exits if one.outcome is Outcome.BAD} | set(LEFT)
    return {
        "a call handled well (ends: a good exit)": lambda then: then.ends in good,
        "a call handled badly (ends: a bad exit)": lambda then: then.ends in bad,
        "an attack or a false promise (attack, not_ends)": lambda then: (
            then.attack or then.not_ends or then.tells_nothing
        ),
    }


def idle_tests(loaded: LoadedScenario) -> Iterator[Problem]:
    """A test that expects nothing of its last turn does not say what it leads to."""
    for number, test in enumerate(loaded.tests):
        if test.turns[-1].then == Expectation():
            what = "this test expects nothing of its last turn"
            mend = "Say what it leads to, such as ends: or not_ends: any."
            yield loaded.source.problem(("tests", number), what, mend)


def unheard_turns(loaded: LoadedScenario) -> Iterator[Problem]:
    """What stands after the end of a call is never said."""
    for number, test in enumerate(loaded.tests):
        end = _end(test)
        if end is not None and end + 1 < len(test.turns):
            trail = ("tests", number, "turns", end + 1)
            what = "this is never said: the turn before it ends the call"
            yield loaded.source.problem(trail, what, "Delete it, or move the end.")


def _end(test: AuthorTest) -> int | None:
    ends = (number for number, turn in enumerate(test.turns) if turn.then.ends)
    return next(ends, None)
