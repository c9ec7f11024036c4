"""How fast our Slack surface is with everything stored, beside a Bolt app that stores nothing.

Four programs, each in a process of its own: the fake of Slack's Web API, the echo or our surface,
and the trainees. Echo and ours take turns, so that both meet the machine in the same mood.
"""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from dataclasses import asdict, dataclass

from tests.bench.figures import Figure, spread
from tests.bench.programs import program, run
from tests.bench.slack.trainees import Load, Took

_ECHO, _KEPT = "a bare Bolt echo", "a Bolt echo that keeps its connections"
_OURS, _EMBEDDED = "ours, all stored", "ours, embedded customer"
_SERVERS = {
    _ECHO: ("echo", "bare"),
    _KEPT: ("echo", "kept"),
    _OURS: ("surface", "scripted"),
    _EMBEDDED: ("surface", "embedded"),
}
_HERE = "tests.bench.slack"


@dataclass(frozen=True, slots=True)
class Size:
    """How much is measured."""

    rounds: int = 3
    trainees: int = 200
    per_s: float = 100.0
    steady_s: float = 5.0
    each: int = 8


async def measure(size: Size | None = None) -> list[Figure]:
    """Let everybody have their rounds."""
    size = size or Size()
    took: dict[str, list[Took]] = {name: [] for name in _SERVERS}
    async with program(f"{_HERE}.web_api") as api:
        for _ in range(size.rounds):
            for name in _SERVERS:
                took[name].append(await _round(name, api["url"], size))
    figures = [figure for name in _SERVERS for figure in _figures(name, took[name], size)]
    shares = [_share(ours, echo, took) for ours in (_OURS, _EMBEDDED) for echo in (_ECHO, _KEPT)]
    return [*figures, *shares]


async def _round(name: str, api: str, size: Size) -> Took:
    module, *how = _SERVERS[name]
    async with program(f"{_HERE}.{module}", f"{api}/api/", str(size.trainees), *how) as server:
        load = Load(api, server["url"], server["threads"], size.per_s, size.steady_s, size.each)
        return Took(**await run(f"{_HERE}.trainees", asdict(load)))


def _figures(name: str, took: Sequence[Took], size: Size) -> list[Figure]:
    ours = name in {_OURS, _EMBEDDED}
    rates = [one.replies_a_second for one in took]
    at = f"{name}, {size.per_s:g} a second"
    return [
        Figure(f"Slack, {name}: messages answered", statistics.median(rates), "a second"),
        *spread(
            f"Slack, {at}: acknowledged",
            [s for one in took for s in one.acknowledged],
            {0.5: "", 0.99: "300 at most" if ours else ""},
        ),
        *spread(
            f"Slack, {at}: replied",
            [s for one in took for s in one.replied],
            {0.5: "", 0.99: ""},
        ),
    ]


def _share(name: str, echo: str, took: dict[str, list[Took]]) -> Figure:
    """The share of an echo's throughput, round by round."""
    pairs = zip(took[name], took[echo], strict=True)
    shares = [100 * one.replies_a_second / other.replies_a_second for one, other in pairs]
    aim = "50 at least" if (name, echo) == (_OURS, _ECHO) else ""
    return Figure(f"Slack, {name}: share of {echo}", statistics.median(shares), "%", aim)
