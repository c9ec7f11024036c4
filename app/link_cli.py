"""`scrimmage link`: a signed link by which somebody enters."""

from __future__ import annotations

import asyncio

import click

from adapters.storage import open_store
from app.bootstrap import web_settings
from app.config import read_settings
from app.demo import WORKSPACE
from bots.web.access import sign_link
from core.errors import PracticeError


@click.command()
@click.argument("person")
@click.option("--to", default="/", show_default=True, help="The page that opens.")
def link(person: str, to: str) -> None:
    """Print a link for PERSON (an id of the workspace), good for SCRIMMAGE_LINK_MINUTES."""
    click.echo(asyncio.run(_link(person, to)))


async def _link(person: str, to: str) -> str:
    settings = read_settings()
    store = await open_store(settings.store_url)
    try:
        async with store.reading() as unit:
            known = [p.id for p in await unit.people(WORKSPACE)]
    finally:
        await store.close()
    if person not in known:
        names = ", ".join(known) or "nobody yet"
        raise PracticeError(f"There is no {person} in this workspace.", f"It has: {names}.")
    return sign_link(web_settings(settings), person, to)
