"""What one part of a file says about another: every name that is used has to be defined.

The checks work on the data as it stands, so that a file with a slip of shape in one place is
still checked in all others.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Final

from core.attempt import EndReason
from scenarios.problems import Problem, choice, quoted
from scenarios.yaml_source import EACH, YamlSource

Pattern = tuple[str, ...]

LEFT: Final = ("left_waiting", "left_rude", "left_stuck")
"""Why a customer hangs up without an exit condition of the scenario."""
ANY = "any"
_OTHER_ENDS = (*LEFT, EndReason.TRAINEE.value, EndReason.TIME.value)
_THEN = ("tests", EACH, "turns", EACH, "then")

_FACT, _OBJECTION, _EXIT, _TOOL = "fact", "objection", "exit condition", "tool"
_ATTACHMENT, _MOMENT = "attachment", "step or objection"

DEFINED: Final[dict[str, tuple[Pattern, ...]]] = {
    _FACT: (("facts", EACH, "id"),),
    _OBJECTION: (("objections", EACH, "id"),),
    _EXIT: (("exit_conditions", EACH, "id"),),
    _TOOL: (("tools", EACH, "id"),),
    _ATTACHMENT: (("attachments", EACH, "id"),),
    _MOMENT: (("objections", EACH, "id"), ("exit_conditions", EACH, "steps", EACH, "id")),
}
"""Where each kind of thing gets its ids."""

USED: Final[tuple[tuple[str, Pattern], ...]] = (
    (_OBJECTION, ("exit_conditions", EACH, "resolved", EACH)),
    (_MOMENT, ("objections", EACH, "raise", "after")),
    (_MOMENT, ("tangents", EACH, "raise", "after")),
    (_MOMENT, ("tools", EACH, "results", EACH, "after")),
    (_ATTACHMENT, ("tools", EACH, "results", EACH, "shows")),
    (_FACT, (*_THEN, "tells", EACH)),
    (_FACT, (*_THEN, "not_tells", EACH)),
    (_OBJECTION, (*_THEN, "raises", EACH)),
    (_OBJECTION, (*_THEN, "resolves", EACH)),
    (_TOOL, (*_THEN, "tool")),
    (_EXIT, (*_THEN, "ends")),
    (_EXIT, (*_THEN, "not_ends")),
)
"""Where ids are used, and for which kind of thing."""

UNIQUE: Final[tuple[tuple[Pattern, ...], ...]] = (
    (("facts", EACH, "id"),),
    DEFINED[_MOMENT],
    DEFINED[_EXIT],
    DEFINED[_TOOL],
    (("tangents", EACH, "id"),),
    (("documents", EACH, "id"), ("attachments", EACH, "id")),
    (("tests", EACH, "name"),),
    (("criteria", EACH, "id"), ("checks", EACH, "id")),
)
"""Places whose ids may not be the same."""


def crosscheck(source: YamlSource, persona_facts: Collection[str] | None = ()) -> list[Problem]:
    """Return all names that lead nowhere, or to two things.

    `persona_facts` None means that the persona could not be read: facts are not looked up then.
    """
    found = [*_unknown(source, persona_facts), *_doubled(source), *_reserved(source)]
    found += [*_own_cause(source), *_never_raised(source)]
    return sorted(found, key=lambda problem: (problem.line, problem.field))


def _unknown(source: YamlSource, persona_facts: Collection[str] | None) -> Iterator[Problem]:
    for kind, pattern in USED:
        if kind == _FACT and persona_facts is None:
            continue
        known = _ids(source, DEFINED[kind]) + sorted(persona_facts or ()) * (kind == _FACT)
        extra = _beyond(kind, pattern)
        for trail, name in source.find(*pattern):
            if isinstance(name, str) and name.strip() not in {*known, *extra}:
                what = f"there is no {kind} {quoted(name)}"
                yield source.problem(trail, what, choice(name, [*known, *extra]))


def _beyond(kind: str, pattern: Pattern) -> tuple[str, ...]:
    if kind != _EXIT:
        return ()
    return (*_OTHER_ENDS, ANY) if pattern[-1] == "not_ends" else _OTHER_ENDS


def _ids(source: YamlSource, patterns: tuple[Pattern, ...]) -> list[str]:
    found = (value for pattern in patterns for _, value in source.find(*pattern))
    return [value for value in found if isinstance(value, str)]


def _doubled(source: YamlSource) -> Iterator[Problem]:
    for patterns in UNIQUE:
        seen: dict[str, int] = {}
        for trail, name in (found for pattern in patterns for found in source.find(*pattern)):
            if not isinstance(name, str):
                continue
            if name in seen:
                what = f"{quoted(name)} is named twice; the first is on line {seen[name]}"
                yield source.problem(trail, what, "Give one of them another name.")
            seen.setdefault(name, source.place(trail).line)


def _reserved(source: YamlSource) -> Iterator[Problem]:
    for trail, name in source.find("exit_conditions", EACH, "id"):
        if name in (*_OTHER_ENDS, ANY):
            what = f"{quoted(name)} is a name of the practice's own"
            yield source.problem(trail, what, "Give the exit condition another name.")


def _own_cause(source: YamlSource) -> Iterator[Problem]:
    for trail, after in source.find("objections", EACH, "raise", "after"):
        if after == source.data["objections"][trail[1]].get("id"):
            what = "this waits for itself"
            yield source.problem(trail, what, "Name another objection, or a step.")


def _never_raised(source: YamlSource) -> Iterator[Problem]:
    for kind in ("objections", "tangents"):
        for trail, trigger in source.find(kind, EACH, "raise"):
            if isinstance(trigger, dict) and not {"after_turns", "cue", "after"} & set(trigger):
                mend = "Give it after_turns, cue or after."
                yield source.problem(trail, "nothing says when this is raised", mend)
