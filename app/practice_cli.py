"""`scrimmage practice`: a call in the terminal, live or from a script."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Mapping
from pathlib import Path

import click

from adapters.clock import SystemClock
from app.attempt_json import attempt_json
from app.config import read_settings
from app.live_call import hold_live
from app.minds import Minds, build_minds
from app.script import read_script
from core.attempt import EndReason, Speaker
from core.errors import PracticeError
from core.messages import CheckResult
from core.practice.telling import how_it_ended
from core.rehearsal import Rehearsal, ScriptLine, rehearse
from core.scoring import ScoreRun
from scenarios.finding import find_scenario
from scenarios.loader import LoadedScenario


@click.command()
@click.argument("scenario")
@click.option(
    "--replies",
    type=click.Path(path_type=Path, dir_okay=False, allow_dash=True),
    help="The trainee's lines: one a line, or JSONL with text and after_s. Time is simulated.",
)
@click.option("--customer", type=click.Choice(["embedded", "openai"]), help="Who plays.")
@click.option("--seed", type=int, default=0, show_default=True, help="Makes a call repeat itself.")
@click.option("--json", "as_json", is_flag=True, help="Print the attempt as JSON at the end.")
def practice(
    scenario: str, replies: Path | None, customer: str | None, seed: int, *, as_json: bool
) -> None:
    """Hold a practice call. SCENARIO is an id of the library or a path."""
    if replies is None and as_json:
        raise PracticeError("--json needs a call that ends by itself.", "Add --replies FILE.")
    chosen = find_scenario(scenario)
    script = read_script(replies) if replies is not None else None
    given = {"customer": customer} if customer else {}
    asyncio.run(_practice(chosen, script, given, seed, as_json=as_json))


async def _practice(
    loaded: LoadedScenario,
    script: list[ScriptLine] | None,
    given: Mapping[str, object],
    seed: int,
    *,
    as_json: bool,
) -> None:
    scenario = loaded.scenario
    rubrics = {scenario.rubric_id: loaded.rubric}
    minds = await build_minds(read_settings(**given), SystemClock(), rubrics)
    try:
        if script is None:
            call = await hold_live(scenario, minds.customer, seed)
        else:
            call = await rehearse(scenario, minds.customer, script, seed=seed)
        run = await _score(minds, call)
    finally:
        await minds.aclose()
    if as_json:
        click.echo(json.dumps(attempt_json(call, run), ensure_ascii=False, indent=2))
    else:
        _print(call, run, told=script is None)


async def _score(minds: Minds, call: Rehearsal) -> ScoreRun:
    return await minds.grader.grade(call.attempt, call.scenario, call.entries, "rehearsal")


def _print(call: Rehearsal, run: ScoreRun, *, told: bool) -> None:
    """Print the call, unless it was just held here, and its score card."""
    for turn in () if told else call.attempt.turns:
        name = "You" if turn.speaker is Speaker.TRAINEE else call.scenario.persona.name
        click.echo(f"{name}: {turn.text}")
    ended = call.attempt.ended
    if ended is not None:
        _, description = how_it_ended(ended.exit or "", call.scenario)
        click.secho(f"\nThe call ended: {description or _REASONS[ended.reason]}", bold=True)
    _print_card(run)


_REASONS = {
    EndReason.TRAINEE: "you ended it.",
    EndReason.TIME: "the time was up.",
    EndReason.EXIT: "the customer was done.",
}


def _print_card(run: ScoreRun) -> None:
    overall = "unscored" if run.overall is None else f"{run.overall:.2f} of 5"
    click.secho(f"\nScore: {overall} ({run.verdict.value}). {run.why}", bold=True)
    for c in run.criteria:
        score = "–" if c.score is None else str(c.score)
        click.echo(f"  {score}  {c.name}: {c.rationale or c.reason}")
        for quote in c.quotes:
            click.echo(f"       “{quote.text}”")
        if c.better:
            click.echo(f"       Try: {c.better}")
    for check in run.checks:
        click.echo(f"  {_MARKS[check.passed]}  {check.name}{_why(check)}")
    if run.approximate:
        click.echo("  The embedded judge reads signs, not minds: take its scores as approximate.")


_MARKS = {True: "✓", False: "✗", None: "–"}


def _why(check: CheckResult) -> str:
    return f": {check.reason}" if check.passed is None and check.reason else ""
