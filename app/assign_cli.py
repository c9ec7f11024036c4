"""`scrimmage assign`: give a scenario to a trainee."""

from __future__ import annotations

import asyncio
from datetime import datetime

import click

from adapters.storage import open_store
from app.assigning import Given, Wish, give
from app.config import Settings, read_settings
from app.demo import WORKSPACE
from core.errors import PracticeError
from core.wording import zone
from scenarios.library import FolderLibrary


@click.command()
@click.argument("trainee")
@click.argument("scenario")
@click.option("--by", metavar="ID", help="Who gives it; else the only admin, or the only coach.")
@click.option("--due", type=click.DateTime(["%Y-%m-%d"]), help="Due on this day, at 17:00.")
@click.option("--due-days", type=int, help="Due in so many days, at 17:00.")
@click.option("--attempts", type=click.IntRange(1, 1000), help="How many; else any number.")
@click.option("--workspace", default=WORKSPACE, show_default=True, help="The workspace's id.")
def assign(  # noqa: PLR0913 - one for each option
    *,
    trainee: str,
    scenario: str,
    by: str | None,
    due: datetime | None,
    due_days: int | None,
    attempts: int | None,
    workspace: str,
) -> None:
    """Give SCENARIO (an id of the library) to TRAINEE (an id of the workspace).

    The hour is that of the trainee's time zone. A server that is running shows it within
    half a minute.
    """
    if due is not None and due_days is not None:
        raise PracticeError("--due and --due-days say the same thing.", "Give one of them.")
    day = due.date() if due else None
    wish = Wish(trainee, scenario, by, day, due_days, attempts, workspace)
    click.echo(asyncio.run(_assign(read_settings(), wish)))


async def _assign(settings: Settings, wish: Wish) -> str:
    library = FolderLibrary(settings.scenarios)
    for problem in library.problems:
        click.echo(f"Left out of the library: {problem}", err=True)
    store = await open_store(settings.store_url)
    try:
        given = await give(store, library, wish)
    finally:
        await store.close()
    return _told(library.scenario(wish.scenario).title, given)


def _told(title: str, given: Given) -> str:
    trainee, when = given.trainee, ""
    if given.due_at is not None:
        local = given.due_at.astimezone(zone(trainee.time_zone))
        when = f", due {local:%Y-%m-%d %H:%M} ({trainee.time_zone})"
    return f"{given.giver.name} gave {trainee.name} “{title}”{when}."
