"""`scrimmage teams`: make the Teams app's package, and check its settings."""

from __future__ import annotations

import asyncio
import re
from pathlib import Path
from urllib.parse import urlsplit

import click

from app.config import read_settings
from app.findings_cli import tell
from app.teams_config import GUID
from bots.teams.package import VERSION, App, build_package
from core.errors import PracticeError

_VERSION = re.compile(r"\d+\.\d+\.\d+")


@click.group()
def teams() -> None:
    """Set up the Teams app, and check it. `docs/teams.md` goes through it step by step."""


@teams.command()
@click.option("--base-url", help="Public https address of this server (SCRIMMAGE_BASE_URL).")
@click.option("--app-id", help="The bot's Microsoft App ID (SCRIMMAGE_TEAMS_APP_ID).")
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    default=Path("scrimmage-teams.zip"),
    help="The file to write; scrimmage-teams.zip unless you name another.",
)
@click.option("--no-channel-messages", is_flag=True, help="Hear only what mentions the app.")
@click.option("--version", default=VERSION, help="Higher, to take the place of an older package.")
def package(
    *, base_url: str | None, app_id: str | None, out: Path, no_channel_messages: bool, version: str
) -> None:
    """Write the package to upload at admin.teams.microsoft.com → Manage apps."""
    app = _app(base_url, app_id, version, hears_channels=not no_channel_messages)
    try:
        out.write_bytes(build_package(app))
    except OSError as error:
        raise PracticeError(
            f"{out} cannot be written: {error.strerror}.", "Name another file with --out."
        ) from error
    where = "admin.teams.microsoft.com → Teams apps → Manage apps → Actions → Upload new app"
    click.echo(f"{out} is written. Upload it at {where}.")


def _app(base_url: str | None, app_id: str | None, version: str, *, hears_channels: bool) -> App:
    """Return what was given, or else set. Raises PracticeError that names what is not fit."""
    address, bot = base_url, app_id
    if address is None or bot is None:
        settings = read_settings()
        address = settings.base_url if address is None else address
        bot = settings.teams.app_id if bot is None else bot
    if not address.startswith("https://") or not urlsplit(address).hostname:
        raise PracticeError(
            "Teams sends what people write to an https address of this server.",
            "Name it with --base-url, or in SCRIMMAGE_BASE_URL.",
        )
    if not GUID.fullmatch(bot.lower()):
        raise PracticeError(
            "The package carries the bot's Microsoft App ID.",
            "Name it with --app-id, or in SCRIMMAGE_TEAMS_APP_ID; docs/teams.md says where it is.",
        )
    if not _VERSION.fullmatch(version):
        raise PracticeError(f"{version} is no version.", "Write three numbers, such as 1.0.1.")
    return App(bot.lower(), address, hears_channels, version)


@teams.command()
def check() -> None:
    """Check the settings with Microsoft Entra and Azure; exit code 1 when something is wrong."""
    settings = read_settings()
    if not settings.teams.configured:
        raise PracticeError(
            "There is no Teams among the settings.",
            "Give SCRIMMAGE_TEAMS_APP_ID; docs/teams.md says where to find it.",
        )
    # Imported here, as the package can do without Microsoft's library.
    from bots.teams.checks import check as look  # noqa: PLC0415

    found = [*asyncio.run(look(settings.teams))]
    if settings.acs.configured:
        from voice_bridge.teams_call.checks import check as look_at_calls  # noqa: PLC0415 - as above

        found += asyncio.run(look_at_calls(settings.acs))
    tell(found)
