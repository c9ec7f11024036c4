"""OpenAI's Realtime API, with the practice in charge.

Nobody answers here by themselves: turn detection is off, a commit makes no response, and each
response is asked for, out of band, with everything it may know. So there is no conversation at
the other end that could drift from ours, nothing to truncate when a line is cut off, and any
session can take any line of its voice. The record of the call stays the only one.
"""

from __future__ import annotations

from adapters.speech.realtime.pool import RealtimeSpeech
from adapters.speech.realtime.session import RealtimeSession
from adapters.speech.realtime.settings import RealtimeSettings
from adapters.speech.realtime.speaker import RealtimeSpeaker, SpokenPiece

__all__ = [
    "RealtimeSession",
    "RealtimeSettings",
    "RealtimeSpeaker",
    "RealtimeSpeech",
    "SpokenPiece",
]
