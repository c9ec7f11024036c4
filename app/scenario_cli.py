"""`scrimmage scenario`: check, show and test scenarios."""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

import click

from app.scenario_page import page
from core.errors import PracticeError
from scenarios.author_tests import TestResult
from scenarios.finding import find_scenario
from scenarios.library import scenario_files
from scenarios.lint.files import Report, inspect
from scenarios.loader import LoadedScenario
from scenarios.problems import Problem
from scenarios.rehearsing import rehearse_tests
from scenarios.schema_files import MODELS, as_text
from scenarios.shelf import LIBRARY


@click.group()
def scenario() -> None:
    """Check, show and test scenarios."""


@scenario.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--strict", is_flag=True, help="Take advice for errors.")
def lint(paths: tuple[Path, ...], *, strict: bool) -> None:
    """Check files, or folders with all that is in them; without PATHS, the library.

    Exits with 1 when a file cannot be used.
    """
    reports = list(inspect(paths or (LIBRARY,)))
    for report in reports:
        _tell("error", report.errors)
        _tell("error" if strict else "warning", report.advice)
    errors, advice = _count(reports)
    counts = ((len(reports), "file"), (errors, "error"), (advice, "warning"))
    click.echo(", ".join(f"{n} {word}" if n == 1 else f"{n} {word}s" for n, word in counts))
    if errors or (strict and advice):
        sys.exit(1)


def _tell(kind: str, problems: tuple[Problem, ...]) -> None:
    for problem in problems:
        mark = click.style(kind, fg="red" if kind == "error" else "yellow")
        click.echo(f"{mark}: {problem}")


def _count(reports: list[Report]) -> tuple[int, int]:
    return sum(len(one.errors) for one in reports), sum(len(one.advice) for one in reports)


@scenario.command()
@click.argument("named", metavar="SCENARIO")
def show(named: str) -> None:
    """Print a scenario as a page. SCENARIO is an id of the library or a path."""
    click.echo(page(find_scenario(named)))


@scenario.command()
@click.argument("kind", type=click.Choice(list(MODELS)), default="scenario")
def schema(kind: str) -> None:
    """Print the JSON Schema of a kind of file."""
    click.echo(as_text(kind), nl=False)


@scenario.command()
@click.argument("named", metavar="SCENARIO...", nargs=-1)
@click.option("--seed", type=int, default=0, show_default=True, help="Makes a call repeat itself.")
@click.option("--verbose", "-v", is_flag=True, help="Tell of the tests that passed, too.")
def test(named: tuple[str, ...], seed: int, *, verbose: bool) -> None:
    """Run the author's tests of scenarios; without SCENARIO, of the whole library.

    SCENARIO is an id of the library, a path, or a folder. Exits with 1 when a test fails.
    """
    chosen = [loaded for name in named or (str(LIBRARY),) for loaded in _chosen(name)]
    failed = asyncio.run(_test(chosen, seed, verbose=verbose))
    if failed:
        sys.exit(1)


def _chosen(name: str) -> list[LoadedScenario]:
    if not Path(name).is_dir():
        return [find_scenario(name)]
    found = [find_scenario(str(path)) for path in scenario_files(Path(name))]
    if not found:
        raise PracticeError(f"There is no scenario in {name}.", "Name another folder, or a file.")
    return found


async def _test(chosen: list[LoadedScenario], seed: int, *, verbose: bool) -> int:
    """Run the tests of all, telling of each; returns how many failed."""
    from adapters.clock import SystemClock  # noqa: PLC0415 - only this command needs a model
    from app.config import read_settings  # noqa: PLC0415
    from app.minds import build_minds  # noqa: PLC0415

    rubrics = {one.rubric.id: one.rubric for one in chosen}
    minds = await build_minds(read_settings(), SystemClock(), rubrics)
    failed = passed = 0
    for loaded in chosen:
        for result in await rehearse_tests(loaded, minds.customer, seed=seed):
            _tell_result(loaded, result, verbose=verbose)
            failed += not result.passed
            passed += result.passed
    click.echo(f"{passed} passed, {failed} failed")
    return failed


def _tell_result(loaded: LoadedScenario, result: TestResult, *, verbose: bool) -> None:
    if result.passed and not verbose:
        return
    mark = click.style("passed", fg="green") if result.passed else click.style("FAILED", fg="red")
    lines = {test.name: test.line for test in loaded.tests}
    place = "" if result.passed else f" ({loaded.path}:{lines[result.name]})"
    click.echo(f"{mark} {loaded.scenario.id}: {result.name}{place}")
    for problem in result.problems:
        click.echo(f"       {problem}")
