"""The command `scrimmage`."""

from __future__ import annotations

import importlib
import sys
from typing import Any

import click

from core.errors import PracticeError

# Each command's module is imported only when it is called: `--help` should not load a model.
_COMMANDS = {
    "serve": ("app.serve_cli", "serve", "Serve the browser pages, and the demo with --demo."),
    "practice": ("app.practice_cli", "practice", "Hold a practice call in the terminal."),
    "scenario": ("app.scenario_cli", "scenario", "Check, show and test scenarios."),
    "grade": ("app.grade_cli", "grade", "Score transcripts against a rubric."),
    "call": ("app.call_cli", "call", "Place a call by voice from a script, and time it."),
    "people": ("app.people_cli", "people", "Add, update and list people."),
    "assign": ("app.assign_cli", "assign", "Give a scenario to a trainee."),
    "retention": ("app.retention_cli", "retention", "Count or purge what is kept too long."),
    "slack": ("app.slack_cli", "slack", "Set up the Slack app, and check it."),
    "teams": ("app.teams_cli", "teams", "Make the Teams app's package, and check its settings."),
    "link": ("app.link_cli", "link", "Make a link by which somebody can enter."),
}


class _Lazy(click.Group):
    """A group that knows its commands by name and imports one when it is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in _COMMANDS:
            return None
        module, name, _ = _COMMANDS[cmd_name]
        command: click.Command = getattr(importlib.import_module(module), name)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        with formatter.section("Commands"):
            formatter.write_dl([(name, what) for name, (_, _, what) in _COMMANDS.items()])


@click.group(cls=_Lazy)
@click.version_option(package_name="scrimmage")
def cli() -> None:
    """Scrimmage: practice calls with an AI customer, scored against a rubric."""


def main() -> Any:  # noqa: ANN401 - what click returns
    """Run the command; what a person can mend is said in a sentence, with exit code 1."""
    try:
        return cli(standalone_mode=True)
    except PracticeError as error:
        click.echo(f"scrimmage: {error}", err=True)
        sys.exit(1)
