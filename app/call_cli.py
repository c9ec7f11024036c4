"""`scrimmage call`: a scripted caller on the product's own socket, and what it heard when."""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from app.call_json import call_json
from app.calling import Placed, open_exchange
from app.config import Settings, read_settings
from core.errors import PracticeError
from core.scenario import Scenario
from scenarios.finding import find_scenario
from scenarios.shelf import LIBRARY
from voice_bridge.caller import Step, parse

_PAUSES = 0.6


@click.command()
@click.argument("scenario")
@click.option(
    "--audio",
    type=click.Path(path_type=Path, dir_okay=False),
    help="A WAV file that is played after the customer's opening line.",
)
@click.option(
    "--script",
    type=click.Path(path_type=Path, dir_okay=False, allow_dash=True),
    help="What to say: a line of words a line, or JSONL with say or play, after_s or into_s.",
)
@click.option("--json", "as_json", is_flag=True, help="Print the timeline as JSON.")
def call(scenario: str, audio: Path | None, script: Path | None, *, as_json: bool) -> None:
    """Place a call by voice from a file, and print its timeline. SCENARIO is an id or a path."""
    steps = _steps(audio, script)
    loaded = find_scenario(scenario)
    with TemporaryDirectory(prefix="scrimmage-call-") as folder:
        shipped = loaded.path.is_relative_to(LIBRARY)
        given = () if shipped else (loaded.path.parent,)
        settings = read_settings(data=Path(folder), database_url="", demo=False, scenarios=given)
        placed = asyncio.run(_call(settings, loaded.scenario, steps))
    if as_json:
        click.echo(json.dumps(call_json(placed), ensure_ascii=False, indent=2))
    else:
        _print(placed)


async def _call(settings: Settings, scenario: Scenario, steps: Sequence[Step]) -> Placed:
    async with open_exchange(settings) as exchange:
        return await exchange.call(scenario, steps)


def _steps(audio: Path | None, script: Path | None) -> list[Step]:
    if (audio is None) == (script is None):
        raise PracticeError(
            "A call needs something to say.", "Give either --audio FILE.wav or --script FILE."
        )
    if audio is not None:
        return [Step(play=str(audio), after_s=_PAUSES)]
    return parse(str(script), _text(script)) if script is not None else []


def _text(path: Path) -> str:
    try:
        return sys.stdin.read() if str(path) == "-" else path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise PracticeError(f"{path} cannot be read as text.", "Check the path.") from error


def _print(placed: Placed) -> None:
    for moment, who, what in placed.lines():
        click.echo(f"{moment:7.2f} s  {who:<9} {what}")
    answers = placed.timeline.answers()
    if answers:
        shown = ", ".join(f"{answer:.2f}" for answer in answers)
        click.secho(f"\nAnswered after {shown} s.", bold=True)
    click.echo(f"The call ended: {placed.timeline.closed[1] or 'the line was closed.'}")
