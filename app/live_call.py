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
from core.rehearsal import Rehearsal, ScriptLine, rehearsal
from core.scenario import Scenario
from core.words import fit

_END = "/end"


async def hold_live(scenario: Scenario, customer: Customer, seed: int) -> Rehearsal:
    """Hold a call at the terminal; /end or Ctrl+D ends it."""
    _introduce(scenario)
    call = rehearsal(scenario, customer, seed=seed)
    call.now = SystemClock().now()
    await call.open()
    shown, keyboard = _show(call, 0), _Keyboard()
    while call.attempt.state is not CallState.ENDED:
        line = await _typed(call, keyboard)
        if line is None:
            call.hang_up()
        elif line:
            await _said(call, line)
        shown = _show(call, shown)
    click.echo()
    return call


async def _said(call: Rehearsal, line: str) -> None:
    try:
        text = fit(line)
    except PracticeError as error:
        click.secho(str(error), fg="yellow")
        return
    waited = max(0.0, (SystemClock().now() - call.now).total_seconds())
    await call.say(ScriptLine(text, waited))


async def _typed(call: Rehearsal, keyboard: _Keyboard) -> str | None:
    """The next line typed, None to end; "" when the customer's patience or the time ran out."""
    moment = due(call.attempt, call.scenario)
    left = max(0.0, (moment - SystemClock().now()).total_seconds()) if moment else None
    click.echo("You: ", nl=False)
    line = await keyboard.line(left)
    if line is None:
        click.echo()
        await call.wait((SystemClock().now() - call.now).total_seconds())
        return ""
    return None if line == "" or line.strip() == _END else line


class _Keyboard:
    """Reads lines in a thread: what is half typed goes on when the customer cuts in."""

    def __init__(self) -> None:
        self._reading: asyncio.Future[str] | None = None

    async def line(self, within_s: float | None) -> str | None:
        """Return the next line with its end, "" at the end of input; None when time is up."""
        if self._reading is None:
            loop = asyncio.get_running_loop()
            self._reading = loop.run_in_executor(None, sys.stdin.readline)
        try:
            line = await asyncio.wait_for(asyncio.shield(self._reading), within_s)
        except TimeoutError:
            return None
        self._reading = None
        return line


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
