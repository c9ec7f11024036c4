"""`scrimmage people`: who takes part, from a roster."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NoReturn

import click

from adapters.clock import SystemClock
from adapters.storage import SqlStore, open_store
from app.config import Settings, read_settings
from app.demo import WORKSPACE
from app.roster import RosterFile, check, one_line, read_source
from app.roster_mail import Directory, SlackDirectory, TeamsDirectory, with_ids
from core.errors import PracticeError
from core.people import DigestTime, Person, Workspace
from core.ports import Unit
from scenarios.problems import Problem, ScenarioError
from scenarios.yaml_source import YamlSource

_NAME = "Scrimmage"
_MOST = 100
_DIRECTORIES: dict[str, Callable[[Settings, SqlStore, str], Directory]] = {
    "slack": SlackDirectory,
    "teams": TeamsDirectory,
}

_of_workspace = click.option(
    "--workspace", default=WORKSPACE, show_default=True, help="The workspace's id."
)


@click.group()
def people() -> None:
    """Add, update and list the people of a workspace."""


@people.command()
@click.argument("file", type=click.Path(path_type=Path))
@_of_workspace
@click.option("--name", help=f"What the workspace is called; a new one is called {_NAME}.")
def load(file: Path, workspace: str, name: str | None) -> None:
    """Add or update the people of FILE, a roster in YAML or CSV; nobody is removed.

    Nothing is changed when anything in the file is wrong; all of it is told at once.
    """
    called = None if name is None else _checked(name)
    try:
        source, problems = read_source(file)
    except ScenarioError as error:
        _refuse(error.problems)
    click.echo(asyncio.run(_load(source, problems, workspace, called)))


@people.command("list")
@_of_workspace
def list_(workspace: str) -> None:
    """Print everybody of the workspace, by name."""
    for person in asyncio.run(_everybody(workspace)):
        click.echo(_shown(person))


def _checked(name: str) -> str:
    try:
        name = one_line(name.strip())
    except ValueError as error:
        raise PracticeError(f"--name: {error.args[0]}.", error.args[1]) from error
    if not 1 <= len(name) <= _MOST:
        raise PracticeError("--name is empty or too long.", f"Keep it to {_MOST} characters.")
    return name


def _refuse(problems: Sequence[Problem]) -> NoReturn:
    told = sorted(set(problems), key=lambda one: (one.line, one.field))
    count = "one mistake" if len(told) == 1 else f"{len(told)} mistakes"
    lines = "".join(f"\n  {problem}" for problem in told)
    raise PracticeError(f"Nothing was changed: the roster has {count}.{lines}")


async def _load(
    source: YamlSource, problems: list[Problem], workspace: str, name: str | None
) -> str:
    settings = read_settings()
    store = await open_store(settings.store_url)
    try:
        async with store.reading() as unit:
            home = await _workspace(unit, workspace, name)
            before = {person.id: person for person in await unit.people(workspace)}
        roster, more = check(source, before)
        if roster is None or problems or more:
            _refuse([*problems, *more])
        if directory := _DIRECTORIES.get(home.platform):
            # The platform is asked before anything is written: nothing waits for it.
            roster = await with_ids(roster, directory(settings, store, workspace))
        async with store.unit() as unit:
            await unit.put_workspace(home)
            counts = await _put(unit, roster, workspace, before)
    finally:
        await store.close()
    stay = counts.pop("not_in_file")
    kept = f"; {stay} who {'is' if stay == 1 else 'are'} not in the file stayed" if stay else ""
    return f"{home.name}: {', '.join(f'{n} {what}' for what, n in counts.items())}{kept}."


async def _workspace(unit: Unit, workspace: str, name: str | None) -> Workspace:
    found = await unit.workspace(workspace)
    if found is not None:
        return replace(found, name=name or found.name)
    if workspace != WORKSPACE:
        known = ", ".join(one.id for one in await unit.workspaces()) or "none yet"
        raise PracticeError(f"There is no workspace {workspace}.", f"There is: {known}.")
    return Workspace(workspace, name or _NAME, "web")


async def _put(
    unit: Unit, roster: RosterFile, workspace: str, before: dict[str, Person]
) -> dict[str, int]:
    """Save everybody of the roster; returns how many of which kind there are."""
    counts = {"added": 0, "updated": 0, "unchanged": 0}
    now = SystemClock().now()
    for one in roster.people:
        old = before.get(one.id)
        # A roster says nothing of digests: the choice stays, and a new manager's begins now.
        digest = old.digest if old else DigestTime(since=now)
        person = replace(one.person(workspace), digest=digest)
        counts["added" if old is None else "unchanged" if old == person else "updated"] += 1
        await unit.put_person(person)
    counts["not_in_file"] = len(before.keys() - {one.id for one in roster.people})
    await unit.audit(workspace, now, "people_loaded", counts)
    return counts


async def _everybody(workspace: str) -> Sequence[Person]:
    store = await open_store(read_settings().store_url)
    try:
        async with store.reading() as unit:
            found = await unit.people(workspace)
    finally:
        await store.close()
    if not found:
        raise PracticeError(
            f"There is nobody in the workspace {workspace} yet.",
            "Add people with: scrimmage people load FILE.",
        )
    return found


def _shown(person: Person) -> str:
    roles = ", ".join(sorted(role.value for role in person.roles))
    more = [f"team {person.team}"] if person.team else []
    more += [f"coaches {', '.join(sorted(person.coaches))}"] if person.coaches else []
    more += [f"manages {', '.join(sorted(person.manages))}"] if person.manages else []
    return f"{person.id:<16} {person.name} ({roles}; {'; '.join([*more, person.time_zone])})"
