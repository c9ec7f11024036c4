"""What the embedded judge says of whole calls: `python -m tests.evaluation.verdicts`.

Prints every author's test of the library (scenario, test, ending, scores, verdict), then the
calls of calls.jsonl beside a coach's bands. Of the calls that are held out only the sums are
printed, unless asked for with `--held-out`; `--why` prints rationales too, and any other words
are scenarios to keep to.
"""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from tests.evaluation.calls import LabelledCall, band, labelled_calls
from tests.evaluation.rehearsed import Rehearsed, Stage, script_of


@dataclass(slots=True)
class Agreement:
    """How often judge and coach were of one mind."""

    name: str
    calls: int = 0
    verdicts: int = 0
    bands: int = 0
    criteria: int = 0
    off_by_two: list[str] = field(default_factory=list)

    def add(self, call: LabelledCall, held: Rehearsed) -> None:
        """Count one call."""
        self.calls += 1
        self.verdicts += held.run.verdict is call.verdict
        for criterion, wanted in call.expect.items():
            found = band(held.scores[criterion])
            self.criteria += 1
            self.bands += found is wanted
            if found is not None and {found, wanted} == {"low", "high"}:
                self.off_by_two.append(f"{call.id} {criterion}")

    def __str__(self) -> str:
        """The sums in a line."""
        return (
            f"{self.name}: verdict right in {self.verdicts} of {self.calls} calls, band in "
            f"{self.bands} of {self.criteria} criteria, low for high or the reverse in "
            f"{len(self.off_by_two)}"
        )


def row(name: str, held: Rehearsed) -> str:
    """One line of the table."""
    scores = " ".join(f"{key}={value or '-'}" for key, value in held.scores.items())
    checks = " ".join(c.id for c in held.run.checks if not c.passed)
    missing = f" (not {checks})" if checks else ""
    overall = f"{held.run.overall:.2f}" if held.run.overall is not None else "-"
    return f"{name:58} {held.ending:20} {scores:62} {overall} {held.run.verdict}{missing}"


def why(held: Rehearsed) -> Iterable[str]:
    """The rationales, with the better wordings."""
    for criterion in held.run.criteria:
        yield f"    {criterion.id} {criterion.score}: {criterion.rationale or criterion.reason}"
        if criterion.better:
            yield f"        {criterion.better}"


async def authors(stage: Stage, only: Sequence[str], *, reasons: bool) -> None:
    """Grade every author's test."""
    for loaded in stage.loaded():
        if only and loaded.scenario.id not in only:
            continue
        for test in loaded.tests:
            held = await stage.hold(loaded.scenario.id, script_of(test))
            say(row(f"{loaded.scenario.id}: {test.name}", held), *(why(held) if reasons else ()))


async def labelled(stage: Stage, only: Sequence[str], *, reasons: bool, shown: bool) -> None:
    """Grade the calls that a coach has labelled."""
    tuned, apart = Agreement("in view"), Agreement("held out")
    for call in labelled_calls():
        if only and call.scenario not in only:
            continue
        held = await stage.hold(call.scenario, call.script)
        (apart if call.held_out else tuned).add(call, held)
        if shown or not call.held_out:
            wanted = " ".join(f"{key}={value[0]}" for key, value in call.expect.items())
            say(row(call.id, held), f"{'':79} {wanted:62}      {call.verdict}")
            say(*(why(held) if reasons else ()))
    say(str(tuned), *(f"    {miss}" for miss in tuned.off_by_two), str(apart))
    say(*(f"    {miss}" for miss in apart.off_by_two if shown))


def say(*lines: str) -> None:
    """Print lines."""
    if lines:
        sys.stdout.write("\n".join(lines) + "\n")


async def main(words: Sequence[str]) -> None:
    """Grade everything, or the scenarios named."""
    stage, only = Stage(), [word for word in words if not word.startswith("--")]
    if "--calls" not in words:
        await authors(stage, only, reasons="--why" in words)
    await labelled(stage, only, reasons="--why" in words, shown="--held-out" in words)


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1:]))
