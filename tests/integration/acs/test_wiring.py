"""Calls in Teams as the product wires them: a store, a courier and a desk."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from aiohttp import web

from adapters.queue.courier import Courier
from adapters.storage import open_store
from app.acs_wiring import AcsGiven, AcsParts, object_id, open_acs
from core.commands import End, Envelope
from core.messages import Refused, ToPerson
from core.ports import Surface
from tests.acs.azure import BASE_URL, Azure
from tests.acs.exchange import TIA
from tests.acs.requests import KEY
from tests.acs.signer import RESOURCE, Signer
from tests.fakes.world import FakeClock, FakeSurface
from voice_bridge.teams_call.settings import AcsSettings
from voice_bridge.wire import Sound, Wire


@dataclass
class FakeDesk:
    """Keeps what was handed in, once for each id."""

    taken: dict[str, Envelope] = field(default_factory=dict)

    async def submit(self, envelope: Envelope) -> bool:
        """Keep it."""
        return self.taken.setdefault(envelope.id, envelope) is envelope

    async def settled(self, envelope: Envelope, within_s: float) -> str | None:
        """Say that it was handled."""
        return ""


@dataclass
class Wired:
    """What a test works with. `heard` is what the one who holds calls heard."""

    azure: Azure
    parts: AcsParts
    courier: Courier
    desk: FakeDesk = field(default_factory=FakeDesk)
    surface: FakeSurface = field(default_factory=FakeSurface)
    heard: list[bytes] = field(default_factory=list)

    async def hold(self, wire: Wire, workspace: str, attempt: str, person: str) -> None:
        """Say back what is heard, once."""
        async for incoming in wire.receive():
            if isinstance(incoming, Sound):
                self.heard.append(incoming.audio)
                await wire.play(incoming.audio)
                return


@pytest.fixture
async def wired(acs_signer: Signer, tmp_path: Path) -> AsyncIterator[Wired]:
    clock, surface = FakeClock(), FakeSurface()
    acs_signer.clock = lambda: clock.now().timestamp()

    def surface_of(_workspace: str) -> Surface:
        return surface

    async with AsyncExitStack() as stack:
        store = await open_store(f"sqlite:///{tmp_path}/practice.db")
        stack.push_async_callback(store.close)
        azure = await stack.enter_async_context(Azure(acs_signer))
        openid = f"{azure.endpoint}/openid"
        settings = AcsSettings(azure.endpoint, KEY, RESOURCE, BASE_URL, openid)
        given = AcsGiven(settings, store, clock, "secret of the links")
        parts = await stack.enter_async_context(open_acs(given))
        courier = Courier(store, surface_of, clock)
        built = Wired(azure, parts, courier, surface=surface)
        app = web.Application()
        app.add_routes(parts.routes(built.hold, built.desk, courier))
        runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
        await runner.setup()
        stack.push_async_callback(runner.cleanup)
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        host, port = runner.addresses[0][:2]
        azure.reaches(f"http://{host}:{port}")
        await parts.ringer.ring("w", "at1", TIA)
        yield built
        await azure.session.close()


async def test_a_call_is_heard_and_answered(wired: Wired) -> None:
    media = await wired.azure.last.opens()
    await media.describes()
    await media.sounds(b"\1\2" * 320)
    assert await media.plays() == b"\1\2" * 320
    assert wired.heard == [b"\1\2" * 320]


async def test_a_failed_ring_is_told_to_the_trainee_once(wired: Wired) -> None:
    for _ in range(2):
        assert await wired.azure.last.tells("CreateCallFailed", 486) == 200
    await wired.courier.idle()
    [said] = wired.surface.delivered.values()
    assert (said.workspace, said.to) == ("w", ToPerson(TIA))
    assert isinstance(said.message, Refused)
    assert said.message.sentence == "Your phone in Teams was busy."


async def test_a_hang_up_that_nobody_holds_ends_the_attempt(wired: Wired) -> None:
    await wired.azure.last.tells("CallConnected")
    await wired.azure.last.tells("CallDisconnected")
    [envelope] = wired.desk.taken.values()
    assert (envelope.by, envelope.lane, envelope.command) == (TIA, "at1", End("at1"))


async def test_people_of_teams_are_known_by_their_object_ids() -> None:
    assert await object_id("w", TIA) == TIA
    assert await object_id("w", "00000000-0000-0000-0000-0000000000020") is None
    assert await object_id("w", "tia@example.com") is None
