"""How long the embedded customer takes to read and to answer."""

from __future__ import annotations

import time

from adapters.models.embedded import EmbeddedCustomer
from adapters.models.minilm import MiniLM
from core.rehearsal import ScriptLine, rehearsal
from scenarios.library import FolderLibrary, load_stock
from tests.bench.figures import Figure, spread


async def measure() -> list[Figure]:
    """Hold every author's test of the library and time each reply."""
    library, customer = FolderLibrary(), EmbeddedCustomer(MiniLM(), load_stock())
    prepared, replies = [], []
    for scenario in library.all():
        begun = time.perf_counter()
        await customer.prepare(scenario)
        prepared.append(time.perf_counter() - begun)
        for test in library.loaded(scenario.id).tests:
            call = rehearsal(scenario, customer)
            await call.open()
            for turn in test.turns:
                begun = time.perf_counter()
                await call.say(ScriptLine(turn.say))
                replies.append(time.perf_counter() - begun)
    return [
        *spread(f"embedded customer's reply ({len(replies)})", replies, {0.5: "", 0.95: "50"}),
        Figure("preparing a scenario, once", max(prepared), "s", ""),
    ]
