"""`scrimmage retention`: what is kept too long, counted or purged; and how long things are kept."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import replace

import click

from adapters.clock import SystemClock
from adapters.storage import SqlStore, open_store
from adapters.storage.blobs import FolderBlobs
from adapters.storage.retention import count_expired, purge
from app.config import Settings, read_settings
from core.errors import PracticeError
from core.people import Kept, Workspace

_FOREVER = "forever"
_MOST_DAYS = 36_500


@click.command()
@click.option("--dry-run", is_flag=True, help="Count what would go, and keep it.")
@click.option("--workspace", help="Only this workspace.")
@click.option(
    "--keep",
    multiple=True,
    metavar="KIND=DAYS",
    help="Change how long a kind is kept, in days or 'forever'; deletes nothing yet.",
)
def retention(*, dry_run: bool, workspace: str | None, keep: tuple[str, ...]) -> None:
    """Purge what the workspaces no longer keep; it also happens by itself every night."""
    asyncio.run(_retention(workspace, dict(map(_rule, keep)), dry_run=dry_run))


def _rule(text: str) -> tuple[Kept, int | None]:
    """Read KIND=DAYS. Raises PracticeError that says what may stand there."""
    name, _, days = text.partition("=")
    kinds = [kind.value for kind in Kept]
    if name not in kinds:
        raise PracticeError(f'"{name}" is no kind of record.', f"There is {', '.join(kinds)}.")
    if days == _FOREVER:
        return Kept(name), None
    if not days.isdigit() or not 1 <= int(days) <= _MOST_DAYS:
        raise PracticeError(
            f'"{days}" is no number of days.', f"Write --keep {name}=90, or {name}={_FOREVER}."
        )
    return Kept(name), int(days)


async def _retention(only: str | None, rules: dict[Kept, int | None], *, dry_run: bool) -> None:
    settings = read_settings()
    store = await open_store(settings.store_url)
    try:
        async with store.reading() as unit:
            workspaces = [w for w in await unit.workspaces() if only in {None, w.id}]
        if not workspaces:
            click.echo("There is no workspace" + (f" called {only}." if only else " yet."))
        if rules:
            workspaces = await _keep(store, workspaces, rules)
        for workspace in workspaces:
            await _show(store, settings, workspace, dry_run=dry_run or bool(rules))
    finally:
        await store.close()


async def _keep(
    store: SqlStore, workspaces: Sequence[Workspace], rules: dict[Kept, int | None]
) -> list[Workspace]:
    changed = [replace(w, retention=tuple((dict(w.retention) | rules).items())) for w in workspaces]
    async with store.unit() as unit:
        for workspace in changed:
            await unit.put_workspace(workspace)
            days = {kind.value: n or 0 for kind, n in rules.items()}
            await unit.audit(workspace.id, SystemClock().now(), "retention_changed", days)
    return changed


async def _show(
    store: SqlStore, settings: Settings, workspace: Workspace, *, dry_run: bool
) -> None:
    now = SystemClock().now()
    if dry_run:
        counts = await count_expired(store, workspace, now)
    else:
        counts = await purge(store, workspace, now, FolderBlobs(settings.blobs))
    click.echo(f"{workspace.name} ({workspace.id}):")
    for kind, n in counts.items():
        days = workspace.days_kept(kind)
        kept = "kept indefinitely" if days is None else f"kept {days} days"
        verb = "would go" if dry_run else "purged"
        click.echo(f"  {kind.value:<11} {n:>8,} {verb} ({kept})")
