"""Calls by voice, from the settings: what hears and speaks, where a call is held, what is kept."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import structlog
from aiohttp import web

from adapters.speech.embedded import EmbeddedSpeech, available, open_embedded
from adapters.storage import SqlStore
from bots.web.callers import admit
from bots.web.room import WebCallRoom
from core.ports import Blobs, CallRoom, Clock, Customer, Desk, Ids, Recordings
from core.speech import Speech
from voice_bridge.book import Guest
from voice_bridge.calls import Calls, Studio
from voice_bridge.recording import Recorder
from voice_bridge.room.routes import routes

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Voice:
    """What calls by voice are held with, before there is a desk to hand things to."""

    room: CallRoom
    embedded: EmbeddedSpeech
    speech: Speech
    recorder: Recorder

    async def warm(self) -> None:
        """Load the models, so that no call waits for them."""
        await self.embedded.warm()


@dataclass(frozen=True, slots=True)
class VoiceGiven:
    """What they need of the product."""

    store: SqlStore
    recordings: Recordings
    blobs: Blobs
    clock: Clock
    room: WebCallRoom
    spools: Path


@asynccontextmanager
async def open_voice(given: VoiceGiven) -> AsyncIterator[Voice | None]:
    """Open what hears and speaks, for as long as the block runs; None where it is not installed."""
    missing = available()
    if missing:
        log.warning("no_calls_by_voice", why=missing)
        yield None
        return
    embedded = open_embedded()
    recorder = Recorder(given.spools, given.blobs, given.recordings, given.clock)
    try:
        yield Voice(given.room, embedded, embedded.speech, recorder)
    finally:
        await embedded.aclose()


def make_calls(voice: Voice, store: SqlStore, desk: Desk, customer: Customer, ids: Ids) -> Calls:
    """Return what holds calls, with this desk to hand things to."""
    recorder = voice.recorder
    studio = Studio(
        store, desk, recorder.clock, ids, customer, voice.speech, recorder.tape, recorder.finish
    )
    return Calls(studio)


def call_routes(calls: Calls) -> tuple[web.RouteDef, ...]:
    """Return the routes of a call's sound."""

    async def guest(request: web.Request) -> Guest:
        found = await admit(request)
        return Guest(found.workspace, found.attempt, found.person)

    return routes(guest, calls.hold)
