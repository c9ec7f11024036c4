"""A call in the terminal in real time: the trainee types, the customer answers."""

from __future__ import annotations

import asyncio
import sys

import click

from adapters.clock import SystemClock
from core.attempt import CallState, Speaker
from core.errors import PracticeError
from core.patience import due
from core.ports import Customer
from core.practice.calling import clean
from core.rehearsal import Rehearsal, ScriptLine, rehearsal
from core.scenario import Scenario

_END = "/end"


async def hold_live(scenario: Scenario, customer: Customer, seed: int) -> Rehearsal:
    """Hold a call at the terminal; an empty line of input, /end or Ctrl+D ends it."""
    _introduce(scenario)
    call = rehearsal(scenario, customer, seed=seed)
    call.now = SystemClock().now()
    await call.open()
    shown = _show(call, 0)
    while call.attempt.state is not CallState.ENDED:
        line = await _typed(call)
        if line is None:
            call.hang_up()
        elif line:
            await _said(call, line)
        shown = _show(call, shown)
    click.echo()
    return call


async def _said(call: Rehearsal, line: str) -> None:
    try:
        text = clean(line)
    except PracticeError as error:
        click.secho(str(error), fg="yellow")
        return
    waited = max(0.0, (SystemClock().now() - call.now).total_seconds())
    await call.say(ScriptLine(text, waited))


async def _typed(call: Rehearsal) -> str | None:
    """The next line typed; "" when the customer's patience or the time ran out first."""
    moment = due(call.attempt, call.scenario)
    now = SystemClock().now()
    left = max(0.0, (moment - now).total_seconds()) if moment else None
    click.echo("You: ", nl=False)
    try:
        line = await asyncio.wait_for(asyncio.shield(_reading()), left)
    except TimeoutError:
        click.echo()
        await call.wait((SystemClock().now() - call.now).total_seconds())
        return ""
    _READING.clear()
    return None if line == "" or line.strip() == _END else line


# One read of the terminal goes on across the customer's interruptions.
_READING: list[asyncio.Future[str]] = []


def _reading() -> asyncio.Future[str]:
    if not _READING:
        loop = asyncio.get_running_loop()
        _READING.append(loop.run_in_executor(None, sys.stdin.readline))
    return _READING[0]


def _introduce(scenario: Scenario) -> None:
    click.secho(scenario.title, bold=True)
    click.echo(scenario.goal)
    click.echo(f"\n{scenario.brief.strip()}\n")
    for document in scenario.documents:
        click.echo(f"Document: {document.title} ({document.file})")
    minutes = scenario.time_limit_s // 60
    click.echo(f"You have {minutes} minutes. {_END} ends the call.\n")


def _show(call: Rehearsal, shown: int) -> int:
    """Print the customer's turns from the one numbered `shown`; return how many there are."""
    for turn in call.attempt.turns[shown:]:
        if turn.speaker is Speaker.CUSTOMER:
            click.secho(f"{call.scenario.persona.name}: ", fg="cyan", nl=False)
            click.echo(turn.text)
    return len(call.attempt.turns)
