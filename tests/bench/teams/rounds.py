"""How soon our Teams surface answers whatever the customer does, beside an echo that keeps nothing.

Three programs at a time, each in a process of its own: the fake of Teams' connector service, the
echo or our surface, and the trainees. They take turns, so that all meet the machine in the same
mood.
"""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from tests.bench.figures import Figure, spread
from tests.bench.programs import program, run
from tests.bench.teams.trainees import Load, Took

_HERE = "tests.bench.teams"
_ECHO, _STUCK = "an echo", "a stuck customer"
_SERVERS = {
    _ECHO: "",
    "a scripted customer": "scripted",
    "the embedded customer": "embedded",
    _STUCK: "stuck",
}
_AIM = "1,000 at most"


@dataclass(frozen=True, slots=True)
class Size:
    """How much is measured."""

    rounds: int = 3
    trainees: int = 200
    per_s: float = 100.0
    steady_s: float = 5.0
    each: int = 4


async def measure(size: Size | None = None) -> list[Figure]:
    """Let everybody have their rounds."""
    size = size or Size()
    took: dict[str, list[Took]] = {name: [] for name in _SERVERS}
    async with program(f"{_HERE}.connector") as teams:
        for _ in range(size.rounds):
            for name in _SERVERS:
                took[name].append(await _round(name, teams, size))
    figures = [figure for name in _SERVERS for figure in _figures(name, took[name], size)]
    answering = [name for name in _SERVERS if name not in {_ECHO, _STUCK}]
    return [*figures, *(_share(name, took) for name in answering)]


async def _round(name: str, teams: dict[str, Any], size: Size) -> Took:
    url, how = teams["url"], _SERVERS[name]
    ours = ("surface", url, teams["login_url"], str(size.trainees), how)
    module, *arguments = ours if how else ("echo", url)
    env = {"REQUESTS_CA_BUNDLE": teams["trusted"], "NO_PROXY": "127.0.0.1"}
    async with program(f"{_HERE}.{module}", *arguments, env=env) as server:
        load = Load(
            url,
            server["url"],
            size.trainees,
            size.per_s,
            size.steady_s,
            size.each,
            replies=name != _STUCK,
        )
        return Took(**await run(f"{_HERE}.trainees", asdict(load)))


def _figures(name: str, took: Sequence[Took], size: Size) -> list[Figure]:
    at = f"Teams, {name}, {size.per_s:g} a second"
    aim = "" if name == _ECHO else _AIM
    answered = {
        "messages": [s for one in took for s in one.messages],
        "buttons": [s for one in took for s in one.buttons],
        "dialogs": [s for one in took for s in one.dialogs],
    }
    figures = [f for kind in answered for f in _answered(f"{at}: {kind}", answered[kind], aim)]
    if name == _STUCK:
        return figures
    rate = statistics.median(one.replies_a_second for one in took)
    replied = [s for one in took for s in one.replied]
    return [
        *figures,
        *spread(f"{at}: customer's reply stands", replied, {0.5: ""}),
        Figure(f"Teams, {name}: messages replied to", rate, "a second"),
    ]


def _answered(what: str, seconds: Sequence[float], aim: str) -> list[Figure]:
    if not seconds:
        return []
    return [
        *spread(f"{what} answered", seconds, {0.5: "", 0.99: aim}),
        Figure(f"{what} answered, max of {len(seconds)}", max(seconds) * 1000, "ms"),
    ]


def _share(name: str, took: dict[str, list[Took]]) -> Figure:
    """The share of the echo's throughput, round by round."""
    pairs = zip(took[name], took[_ECHO], strict=True)
    shares = [100 * one.replies_a_second / other.replies_a_second for one, other in pairs]
    return Figure(f"Teams, {name}: share of {_ECHO}", statistics.median(shares), "%")
