"""Has what the trainee says understood, beside everything else that goes on."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from typing import Any

import structlog

from core.errors import ProviderError
from voice_bridge.diary import Diary
from voice_bridge.ear import Ear
from voice_bridge.turns.events import Judged, Partly, Understood
from voice_bridge.wire import Caption, Notice, Trouble

log = structlog.get_logger()

Put = Callable[[object], None]
Show = Callable[[Notice], None]
Spawn = Callable[[Coroutine[Any, Any, None]], None]
_TRIES = 2


@dataclass(frozen=True, slots=True)
class Hearing:
    """Asks the ear, and hands in what it says: Understood, Partly, Judged.

    `put` hands an event in, `show` passes a notice on, `spawn` runs work beside.
    """

    ear: Ear
    attempt: str
    diary: Diary
    put: Put
    show: Show
    spawn: Spawn

    def transcribe(self, pause: int, until: float) -> None:
        """Have the turn understood up to this pause."""
        self.spawn(self._transcribe(pause, until))

    def transcribe_part(self, until: float) -> None:
        """Have understood what there is of a turn that goes on."""
        self.spawn(self._transcribe_part(until))

    def judge(self, pause: int, until: float) -> None:
        """Have judged whether the turn sounds finished where it paused."""
        self.spawn(self._judge(pause, until))

    async def words(self, until: float, *, paused: bool) -> str:
        """Return what was said; nothing where it could not be made out, and a word about that."""
        for _ in range(_TRIES):
            try:
                return await self.ear.words(until, paused=paused)
            except ProviderError as error:
                log.warning("not_understood", attempt=self.attempt, error=str(error))
                if not error.retryable:
                    break
        if paused:
            self.show(Trouble("That could not be heard just now. Please say it again."))
        return ""

    async def _transcribe(self, pause: int, until: float) -> None:
        text = await self.words(until, paused=True)
        self.put(Understood(_now(), pause, text))

    async def _transcribe_part(self, until: float) -> None:
        text = await self.words(until, paused=False)
        if text:
            self.diary.note(_now(), "partial", words=len(text.split()))
            self.show(Caption("trainee", text, final=False))
        self.put(Partly(_now(), text))

    async def _judge(self, pause: int, until: float) -> None:
        try:
            p = await self.ear.finished(until)
        except ProviderError as error:
            # Without a judgement the timer decides.
            log.warning("not_judged", attempt=self.attempt, error=str(error))
            return
        self.put(Judged(_now(), pause, p))


def _now() -> float:
    return asyncio.get_running_loop().time()
