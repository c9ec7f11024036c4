"""Holds calls with the embedded customer and has them graded by the embedded judge."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from adapters.clock import SystemClock
from adapters.models.embedded import EmbeddedCustomer
from adapters.models.minilm import MiniLM
from core.attempt import Attempt
from core.rehearsal import USUAL_PAUSE_S, ScriptLine, rehearse
from core.scoring import ScoreRun
from grading.embedded.judge import EmbeddedJudge
from grading.grade import RubricGrader
from grading.rubric import Rubric
from scenarios.author_tests import AuthorTest
from scenarios.library import FolderLibrary, load_stock
from scenarios.loader import LoadedScenario


@dataclass(frozen=True, slots=True)
class Rehearsed:
    """A call that was held, and its grading."""

    attempt: Attempt
    run: ScoreRun

    @property
    def ending(self) -> str:
        """The exit condition that ended the call, or who ended it."""
        ended = self.attempt.ended
        return (ended.exit or ended.reason.value) if ended else "not ended"

    @property
    def scores(self) -> dict[str, int | None]:
        """The score of each criterion, by id."""
        return {criterion.id: criterion.score for criterion in self.run.criteria}


class Stage:
    """Where calls are held: one customer and one judge for all of them."""

    def __init__(self) -> None:
        self.embedder = MiniLM()
        self.library = FolderLibrary()
        self._customer = EmbeddedCustomer(self.embedder, load_stock())
        self._judge = EmbeddedJudge(self.embedder)

    def loaded(self) -> list[LoadedScenario]:
        """Every scenario of the library, by id."""
        return [self.library.loaded(i) for i in sorted(s.id for s in self.library.all())]

    async def hold(self, scenario_id: str, script: Sequence[ScriptLine]) -> Rehearsed:
        """Hold a call and grade it under the scenario's own rubric."""
        loaded = self.library.loaded(scenario_id)
        call = await rehearse(loaded.scenario, self._customer, script)
        rubric = Rubric.of(loaded.rubric)
        grader = RubricGrader(self._judge, lambda _: rubric, SystemClock())
        run = await grader.grade(call.attempt, loaded.scenario, call.entries, "run")
        return Rehearsed(call.attempt, run)


def script_of(test: AuthorTest) -> list[ScriptLine]:
    """Return the trainee's lines of an author's test."""
    return [
        ScriptLine(turn.say, USUAL_PAUSE_S if turn.after_s is None else turn.after_s)
        for turn in test.turns
    ]
