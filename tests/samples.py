"""A small scenario for tests: a refund, two objections, three ways to end."""

from __future__ import annotations

from core.moods import Drift, Mood
from core.scenario import (
    Cue,
    ExitCondition,
    Fact,
    Line,
    Mode,
    Objection,
    Outcome,
    Persona,
    Scenario,
    Step,
    Tangent,
    Tool,
    ToolResult,
    Trigger,
)
from core.stances import Stance


def cue(*like: str, stances: frozenset[Stance] = frozenset()) -> Cue:
    """A cue of these exemplars."""
    return Cue(like=like, stances=stances)


def persona(mood: Mood = Mood.FRUSTRATED, drift: Drift = Drift.MEDIUM) -> Persona:
    """A customer in this mood."""
    return Persona("pat", "Pat Sample", mood, drift, "en", "Pat was charged twice.")


def scenario(mood: Mood = Mood.FRUSTRATED, drift: Drift = Drift.MEDIUM) -> Scenario:
    """A refund that must be promised, with a doubt before it and a date after it."""
    return Scenario(
        id="sample",
        revision="r1",
        title="A sample",
        goal="Refund the second charge.",
        brief="Pat was charged twice.",
        category="support",
        mode=Mode.CHAT,
        persona=persona(mood, drift),
        rubric_id="built-in",
        owner="library",
        opening="You charged me twice.",
        situation="Pat was charged $40 twice.",
        time_limit_s=600,
        facts=(
            Fact("email", cue("What is your email?"), (Line("It's pat@example.com."),)),
            Fact("date", cue("When was it?"), (Line("On the third."),)),
        ),
        objections=(
            Objection("why", Trigger(after_turns=2), (Line("Why should I?"),), cue("Because")),
            Objection("when", Trigger(after="promised"), (Line("When?"),), cue("By Friday")),
        ),
        exits=(
            ExitCondition(
                "agreed",
                "A refund was promised and the customer agreed.",
                Outcome.GOOD,
                (Step("promised", cue("I'll refund it")),),
                resolved=("when",),
                mood=Mood.FRUSTRATED,
                closing=(Line("Thanks. Bye."),),
            ),
            ExitCondition(
                "refused",
                "The refund was refused twice.",
                Outcome.BAD,
                (Step("no", cue("I can't refund it"), times=2),),
                closing=(Line("Then goodbye."),),
            ),
        ),
        tools=(
            Tool(
                "app",
                "Looks at the app",
                cue("Check your app"),
                (
                    ToolResult((Line("Two charges."),), shows="statement"),
                    ToolResult((Line("Refreshed."),), after="promised"),
                ),
            ),
        ),
        tangents=(Tangent("list", Trigger(after_turns=5), (Line("Where is my list?"),)),),
    )
