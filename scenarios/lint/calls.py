"""Advice about how a call can go: cues, ends, and what is never reached."""

from __future__ import annotations

from collections.abc import Iterator

from core.scenario import Outcome, Scenario
from scenarios.loader import LoadedScenario
from scenarios.problems import Problem, quoted
from scenarios.yaml_source import EACH

_ENOUGH = 3


def few_examples(loaded: LoadedScenario) -> Iterator[Problem]:
    """A step told by one or two sentences is missed when a trainee words it otherwise."""
    for trail, like in loaded.source.find("exit_conditions", EACH, "steps", EACH, "like"):
        if len(like) < _ENOUGH:
            what = f"a step of an exit condition is told by {_sentences(len(like))} only"
            yield loaded.source.problem(
                trail, what, f"Write {_ENOUGH} that are worded differently."
            )


def one_sided_ends(loaded: LoadedScenario) -> Iterator[Problem]:
    """A call that can only go well, or only badly, teaches half of the matter."""
    there = {one.outcome for one in loaded.scenario.exits}
    for outcome in (Outcome.GOOD, Outcome.BAD):
        if outcome not in there:
            mend = f"Add one with outcome: {outcome}."
            what = f"no exit condition has the outcome {outcome}"
            yield loaded.source.problem(("exit_conditions",), what, mend)


def out_of_reach(loaded: LoadedScenario) -> Iterator[Problem]:
    """Objections that wait for each other are never raised."""
    reached = _reached(loaded.scenario)
    for number, objection in enumerate(loaded.scenario.objections):
        if objection.id not in reached:
            trail = ("objections", number, "raise")
            what = "this waits for an objection that waits for this one"
            yield loaded.source.problem(trail, what, "Let one of them come after_turns.")


def never_shown(loaded: LoadedScenario) -> Iterator[Problem]:
    """What no tool shows, nobody sees."""
    shown = {result.shows for tool in loaded.scenario.tools for result in tool.results}
    for number, attachment in enumerate(loaded.scenario.attachments):
        if attachment.id not in shown:
            what = f"no tool shows {quoted(attachment.id)}"
            mend = "Let a tool show it, or list it under documents."
            yield loaded.source.problem(("attachments", number), what, mend)


def _reached(scenario: Scenario) -> set[str]:
    """Return the objections that can come up, starting from those that wait for no other."""
    waiting = {one.id: one.trigger.after for one in scenario.objections}
    reached = {
        one.id
        for one in scenario.objections
        if one.trigger.after_turns or one.trigger.cue or one.trigger.after not in waiting
    }
    while more := {name for name, after in waiting.items() if after in reached} - reached:
        reached |= more
    return reached


def _sentences(count: int) -> str:
    return "one sentence" if count == 1 else f"{count} sentences"
