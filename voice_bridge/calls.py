"""Every call that is being held on this machine."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field

import structlog

from core.attempt import CallState
from core.errors import PracticeError, StorageError
from core.scenario import Mode
from voice_bridge.book import Book, Guest
from voice_bridge.call import Call
from voice_bridge.studio import Studio
from voice_bridge.wire import Close, Wire

log = structlog.get_logger()


@dataclass(slots=True)
class Calls:
    """Holds calls. One attempt is one call, whichever wires come and go."""

    studio: Studio
    _held: dict[str, Call] = field(default_factory=dict)
    _runs: set[asyncio.Task[None]] = field(default_factory=set)
    _closing: bool = False

    def changed(self, attempt: str) -> None:
        """Something has changed in an attempt: whoever holds its call looks."""
        call = self._held.get(attempt)
        if call is not None:
            call.changed()

    async def hold(self, wire: Wire, guest: Guest) -> None:
        """Let a guest talk on this wire, until it is gone or the call is over."""
        try:
            call = await self._call(guest)
        except (PracticeError, StorageError) as error:
            words = str(error) if isinstance(error, PracticeError) else "Please try again."
            await wire.close(Close.NOT_HERE, words)
            return
        await call.attach(wire)

    async def _call(self, guest: Guest) -> Call:
        book = self._book(guest)
        attempt, scenario = await book.read()
        held = self._held.get(guest.attempt)
        if held is not None:
            return held
        if attempt.mode is not Mode.VOICE:
            raise PracticeError("This call is held in the chat.", "Go on in its thread.")
        if attempt.state is CallState.ENDED or self._closing:
            raise PracticeError("This call has ended.", "Open My Training to start another one.")
        studio = self.studio
        call = Call(book, studio, attempt, scenario)
        self._held[attempt.id] = call
        run = asyncio.create_task(self._run(call), name=f"call {attempt.id}")
        self._runs.add(run)
        run.add_done_callback(self._runs.discard)
        return call

    def _book(self, guest: Guest) -> Book:
        studio = self.studio
        return Book(guest, studio.store, studio.desk, studio.clock, studio.ids)

    async def _run(self, call: Call) -> None:
        attempt = call.attempt.id
        try:
            await call.run()
        except Exception:
            # The attempt is kept; the page comes back, and a new call takes it up.
            log.exception("call_failed", attempt=attempt)
        finally:
            del self._held[attempt]
        if self.studio.recorded is not None and call.attempt.ended is not None:
            try:
                await self.studio.recorded(call.attempt)
            except StorageError:
                # What was taped is still there, and the next start tries again.
                log.warning("recording_waits", attempt=attempt)

    @property
    def count(self) -> int:
        """How many calls are being held."""
        return len(self._held)

    async def close(self) -> None:
        """Let go of every call; each is taken up when its trainee comes back.

        A recording that is not kept yet is kept at the next start.
        """
        self._closing = True
        runs = list(self._runs)
        for run in runs:
            run.cancel()
        await asyncio.gather(*runs, return_exceptions=True)
