"""What was spoken lately: authored lines come again, and need not be spoken anew."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Hashable

MOST_BYTES = 32 * 1024 * 1024
"""About 17 minutes of speech."""


class Repeats:
    """Keeps sounds by what they say, the ones used last, up to so many bytes."""

    def __init__(self, most: int = MOST_BYTES) -> None:
        self._most = most
        self._held: OrderedDict[Hashable, bytes] = OrderedDict()
        self._bytes = 0
        self._lock = threading.Lock()

    def find(self, key: Hashable) -> bytes | None:
        """Return the sound, if it is held."""
        with self._lock:
            if key in self._held:
                self._held.move_to_end(key)
            return self._held.get(key)

    def keep(self, key: Hashable, sound: bytes) -> None:
        """Hold the sound, and let go of what was not used for longest."""
        with self._lock:
            self._bytes += len(sound) - len(self._held.pop(key, b""))
            self._held[key] = sound
            while self._bytes > self._most:
                self._bytes -= len(self._held.popitem(last=False)[1])
