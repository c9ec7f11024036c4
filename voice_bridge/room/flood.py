"""How fast a page may send."""

from __future__ import annotations

from collections.abc import Callable

from core.speech import seconds_of
from voice_bridge.wire import Broken, Close

TIMES = 3
"""Sound may come so many times as fast as it is spoken: what a network held up comes at once."""
WINDOW_S = 5.0
_LEAST_S = 0.01
"""What a message counts for at least: many small ones are a flood too."""


class Flood:
    """Counts what comes in, in windows of some seconds. `now` is any clock that only rises."""

    def __init__(self, now: Callable[[], float]) -> None:
        self._now = now
        self._since = now()
        self._came_s = 0.0

    def take(self, message: str | bytes) -> None:
        """Count one message. Raises Broken when there were too many."""
        now = self._now()
        if now - self._since >= WINDOW_S:
            self._since, self._came_s = now, 0.0
        audio_s = seconds_of(message) if isinstance(message, bytes) else 0.0
        self._came_s += max(audio_s, _LEAST_S)
        if self._came_s > TIMES * WINDOW_S:
            raise Broken(
                Close.GARBAGE,
                f"Sound may come at most {TIMES} times as fast as it is spoken.",
            )
