"""`scrimmage slack`: set up the Slack app, and check it."""

from __future__ import annotations

import asyncio

import click
import yaml

from app.config import read_settings
from app.findings_cli import tell
from bots.slack.manifest import manifest as write_manifest
from core.errors import PracticeError


@click.group()
def slack() -> None:
    """Set up the Slack app, and check it. `docs/slack.md` goes through it step by step."""


@slack.command()
@click.option("--base-url", help="Public https address of this server (SCRIMMAGE_BASE_URL).")
@click.option("--socket/--http", default=None, help="Socket Mode, or requests to that address.")
@click.option("--many", is_flag=True, help="Let many workspaces install the app.")
def manifest(*, base_url: str | None, socket: bool | None, many: bool) -> None:
    """Print the manifest to paste at api.slack.com/apps → Create New App → From a manifest.

    Without --socket or --http it is Socket Mode, which needs no public address.
    """
    address = read_settings().base_url if base_url is None else base_url
    by_socket = socket if socket is not None else True
    if (many or not by_socket) and not address.startswith("https://"):
        raise PracticeError(
            "Slack sends requests and people to an https address of this server.",
            "Name it with --base-url, or use --socket for one workspace.",
        )
    told = write_manifest(address, socket_mode=by_socket, many=many)
    click.echo(yaml.safe_dump(told, sort_keys=False, allow_unicode=True, width=100), nl=False)


@slack.command()
def check() -> None:
    """Check the settings with Slack; exit code 1 when something is wrong."""
    settings = read_settings().slack
    if not settings.configured:
        raise PracticeError(
            "There is no Slack among the settings.",
            "Give SCRIMMAGE_SLACK_BOT_TOKEN; docs/slack.md says where to find it.",
        )
    # Imported here, as the manifest can do without Slack's libraries.
    from bots.slack.checks import check as look  # noqa: PLC0415

    tell(asyncio.run(look(settings)))
