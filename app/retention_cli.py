"""`scrimmage retention`: what is kept too long, counted or purged."""

from __future__ import annotations

import asyncio

import click

from adapters.clock import SystemClock
from adapters.storage import open_store
from adapters.storage.retention import count_expired, purge
from app.config import read_settings


@click.command()
@click.option("--dry-run", is_flag=True, help="Count what would go, and keep it.")
@click.option("--workspace", help="Only this workspace.")
def retention(*, dry_run: bool, workspace: str | None) -> None:
    """Purge what the workspaces no longer keep; it also happens by itself every night."""
    asyncio.run(_retention(workspace, dry_run=dry_run))


async def _retention(only: str | None, *, dry_run: bool) -> None:
    now = SystemClock().now()
    store = await open_store(read_settings().store_url)
    try:
        async with store.reading() as unit:
            workspaces = [w for w in await unit.workspaces() if only in {None, w.id}]
        if not workspaces:
            click.echo("There is no workspace" + (f" called {only}." if only else " yet."))
        for workspace in workspaces:
            act = count_expired if dry_run else purge
            counts = await act(store, workspace, now)
            click.echo(f"{workspace.name} ({workspace.id}):")
            for kind, n in counts.items():
                days = workspace.days_kept(kind)
                kept = "kept indefinitely" if days is None else f"kept {days} days"
                verb = "would go" if dry_run else "purged"
                click.echo(f"  {kind.value:<11} {n:>8,} {verb} ({kept})")
    finally:
        await store.close()
