"""A customer that does not come to an end, as a model does that hangs."""

from __future__ import annotations

import asyncio

from core.attempt import Call
from core.reading import Reading
from tests.fakes.customer import ScriptedCustomer

_STUCK_S = 30.0
"""Longer than it is measured."""


class StuckCustomer(ScriptedCustomer):
    """Says its first line at once, and then takes half a minute to understand anything."""

    async def read(self, call: Call) -> Reading:
        """Return the next reading, late."""
        await asyncio.sleep(_STUCK_S)
        return await super().read(call)
