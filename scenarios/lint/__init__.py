"""Advice for authors: what is allowed, and still worth another look."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from scenarios.lint.calls import few_examples, never_shown, one_sided_ends, out_of_reach
from scenarios.lint.tests import idle_tests, missing_tests, unheard_turns
from scenarios.lint.texts import (
    given_away,
    long_opening,
    no_portrait,
    nothing_to_read,
    of_our_making,
    own_concern,
    twins,
)
from scenarios.loader import LoadedScenario
from scenarios.problems import Problem

Rule = Callable[[LoadedScenario], Iterator[Problem]]

RULES: Final[tuple[Rule, ...]] = (
    long_opening,
    given_away,
    nothing_to_read,
    no_portrait,
    of_our_making,
    own_concern,
    twins,
    few_examples,
    one_sided_ends,
    out_of_reach,
    never_shown,
    missing_tests,
    idle_tests,
    unheard_turns,
)
"""Every rule; the docstring of each says why."""


def lint(loaded: LoadedScenario) -> tuple[Problem, ...]:
    """Return all advice about a scenario, in the order of its file."""
    found = {problem for rule in RULES for problem in rule(loaded)}
    return tuple(sorted(found, key=lambda one: (one.line, one.field, one.what)))


__all__ = ["RULES", "lint"]
