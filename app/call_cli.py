"""`scrimmage call`: a scripted caller on the product's own socket, and what it heard when."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from app.acs_config import AcsVariables
from app.call_json import call_json
from app.call_lines import YOU, Told, first_name, summary, told
from app.caller_sound import read_wav
from app.calling import Placed, open_exchange
from app.config import Settings, read_settings
from app.logs import configure_logs
from app.script import text_of
from app.slack_config import SlackVariables
from app.teams_config import TeamsVariables
from core.errors import PracticeError
from core.scenario import Scenario
from core.wording import counted
from scenarios.finding import find_scenario
from scenarios.library import FolderLibrary
from scenarios.loader import LoadedScenario
from scenarios.shelf import LIBRARY
from voice_bridge.caller import Step, parse

_PAUSES = 0.6
_ENDED = 1000
# A call from a file meets nobody: it takes no event that the server waits for, and rings no one.
_NO_SURFACES = {
    name: field.default
    for variables in (SlackVariables, TeamsVariables, AcsVariables)
    for name, field in variables.model_fields.items()
}


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
        settings = _settings(Path(folder), loaded)
        placed = asyncio.run(_call(settings, loaded.scenario, steps))
    if as_json:
        click.echo(json.dumps(call_json(placed), ensure_ascii=False, indent=2))
    else:
        _print(placed)
    if placed.timeline.closed[0] != _ENDED:
        raise PracticeError("The line was closed before the call had ended.", "Try it once more.")


def _steps(audio: Path | None, script: Path | None) -> list[Step]:
    """Return what is to be said. Files are read before anything slow begins."""
    if audio is None and script is None:
        raise PracticeError(
            "A call needs something to say.", "Give --audio FILE.wav or --script FILE."
        )
    if audio is not None and script is not None:
        raise PracticeError(
            "There is both --audio and --script.", "Give one: a script can play files too."
        )
    if audio is not None:
        steps = [Step(play=str(audio), after_s=_PAUSES)]
    else:
        name = "standard input" if str(script) == "-" else str(script)
        steps = parse(name, text_of(Path(str(script))))
    for step in steps:
        if step.play:
            read_wav(Path(step.play))
    return steps


def _settings(data: Path, loaded: LoadedScenario) -> Settings:
    """Return the settings of a server that lives for one call, and knows this scenario."""
    path = loaded.path.resolve()
    own = path.parent.parent if path.parent.name == "scenarios" else path.parent
    settings = read_settings(
        **_NO_SURFACES,
        data=data,
        database_url="",
        base_url="",
        demo=False,
        scenarios=() if path.is_relative_to(LIBRARY.resolve()) else (own,),
    )
    _check(settings, loaded.scenario)
    # Unless somebody asks for more, only what is wrong: the call itself is what is to be read.
    told_level = "log_level" in settings.model_fields_set
    configure_logs(settings.log_level if told_level else "warning")
    return settings


def _check(settings: Settings, scenario: Scenario) -> None:
    """Raise a PracticeError where another file goes by this scenario's name."""
    if FolderLibrary(settings.scenarios).scenario(scenario.id).revision != scenario.revision:
        raise PracticeError(
            f"Another file beside it is the scenario {scenario.id} too.", "Rename one of them."
        )


async def _call(settings: Settings, scenario: Scenario, steps: Sequence[Step]) -> Placed:
    async with open_exchange(settings, scenario) as exchange:
        return await exchange.call(scenario, steps)


def _print(placed: Placed) -> None:
    width = max(len(YOU), len(first_name(placed)))
    click.secho(f"{placed.title}, with {placed.customer} on the line\n", bold=True)
    for row in told(placed):
        click.echo(_line(row, width))
    click.secho(f"\n{summary(placed.timeline)}", bold=True)
    if placed.unsaid:
        were = "was" if placed.unsaid == 1 else "were"
        click.echo(f"{counted(placed.unsaid, 'line')} {were} not said: the call had ended.")


def _line(row: Told, width: int) -> str:
    minutes, tenths = divmod(round(row.at * 10), 600)
    who = click.style(row.who.ljust(width), fg=None if row.who == YOU else "cyan")
    words = row.words if row.who else click.style(row.words, dim=True)
    remark = click.style(f"  ({row.remark})", dim=True) if row.remark else ""
    return f"{minutes:3}:{tenths / 10:04.1f}  {who}  {words}{remark}"
