"""`scrimmage serve`: the browser pages, on one machine."""

from __future__ import annotations

import asyncio
import errno
import signal

import click
from aiohttp import web

from app.bootstrap import Product, bootstrap
from app.config import Settings, read_settings
from app.logs import configure_logs
from bots.slack.settings import EVENTS_PATH
from bots.teams.settings import MESSAGES_PATH
from core.errors import PracticeError

_STOPPING_S = 5.0
_LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})


@click.command()
@click.option("--demo", is_flag=True, help="Serve a demo workspace, on this machine only.")
@click.option("--host", help="Address to listen on (SCRIMMAGE_HOST).")
@click.option("--port", type=int, help="Port to listen on (SCRIMMAGE_PORT).")
def serve(*, demo: bool, host: str | None, port: int | None) -> None:
    """Serve the browser pages; brings the database up to date first."""
    given = {"demo": demo or None, "host": host, "port": port}
    settings = read_settings(**{name: value for name, value in given.items() if value is not None})
    _check(settings)
    configure_logs(settings.log_level)
    asyncio.run(_serve(settings))


def _check(settings: Settings) -> None:
    if settings.demo and settings.host not in _LOOPBACK:
        raise PracticeError(
            f"The demo lets anybody be anyone, so it is not served on {settings.host}.",
            "Leave --host away for the demo, or --demo away for real people.",
        )


async def _serve(settings: Settings) -> None:
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for name in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(name, stop.set)
    async with bootstrap(settings) as product:
        runner = web.AppRunner(product.web, access_log=None, shutdown_timeout=_STOPPING_S)
        await runner.setup()
        try:
            await _listen(runner, settings)
            _greet(runner, product)
            warm = asyncio.create_task(_warm(product), name="warm up the models")
            await stop.wait()
            click.echo("Stopping. Calls under way go on at the next start.")
            warm.cancel()
        finally:
            await runner.cleanup()


async def _warm(product: Product) -> None:
    """Get ready for the calls that are running; where there is none, for the first to come."""
    async with product.store.reading() as unit:
        found = [await unit.attempt(running) for running in await unit.running()]
        names = {(a.scenario_id, a.scenario_revision) for a in found if a and a.ended is None}
        running = [await unit.pinned(*name) for name in sorted(names)]
    wanted = [scenario for scenario in running if scenario is not None]
    await product.minds.warm(wanted or product.library.all()[:1])


async def _listen(runner: web.AppRunner, settings: Settings) -> None:
    try:
        await web.TCPSite(runner, settings.host, settings.port).start()
    except OSError as error:
        if error.errno != errno.EADDRINUSE:
            raise PracticeError(
                f"{settings.host}:{settings.port} cannot be listened on: {error.strerror}.",
                "Name another address with --host and --port.",
            ) from error
        raise PracticeError(
            f"Port {settings.port} is taken by another program, perhaps an earlier Scrimmage.",
            f"Stop that one, or choose another with --port {settings.port + 1}.",
        ) from error


def _greet(runner: web.AppRunner, product: Product) -> None:
    host, port = runner.addresses[0][:2]
    shown = f"[{host}]" if ":" in host else host
    click.echo(f"Scrimmage is ready at http://{shown}:{port}  (Ctrl+C stops it)")
    if product.settings.demo:
        click.echo("This is the demo: choose who you are at the top of the page.")
    slack, teams = product.settings.slack, product.settings.teams
    base = product.web_settings.base_url
    if slack.configured:
        how = "by Socket Mode" if slack.socket_mode else f"at {base}{EVENTS_PATH}"
        click.echo(f"Slack is heard {how}; /practice there begins.")
    if teams.configured:
        whom = "The Agents Playground" if teams.playground else "Teams"
        click.echo(f"{whom} is heard at {base}{MESSAGES_PATH}; “help” there begins.")
    for problem in product.library.problems:
        click.echo(f"Left out of the library: {problem}", err=True)
