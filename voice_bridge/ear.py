"""Keeps what the trainee says for as long as it is needed, and has it understood.

Sound has the moment at which it was made, on the loop's clock: samples are counted from the first,
so that a network that stutters does not stretch a second. What is late comes in a burst, and
catches up. What never comes (a microphone that was off, a connection that was gone) is passed over
while nobody speaks; within a turn its two ends are joined.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from core.speech import RATE, SAMPLE_BYTES, Speech, VoiceActivity, seconds_of
from voice_bridge.turns.events import Window

_KEPT_S = 0.4
"""Sound kept from before a turn begins: a first syllable is soft."""
_TAIL_S = 0.12
"""Silence that belongs to the end of a turn."""
_DRIFT_S = 0.5
"""Sound that is later than this is missing,"""
_LATE_S = 3.0
"""and will not come any more when it has been missing for so long."""
_REREAD_S = 12.0
"""A turn up to this length is transcribed whole at each pause; of a longer one only what is new."""
_JUDGED_S = 7.8
_JUDGED_SILENCE_S = 0.2
_BYTES_A_SECOND = RATE * SAMPLE_BYTES


@dataclass(slots=True)
class Ear:
    """One call's ear. `names` are words that may occur, for the transcriber."""

    speech: Speech
    language: str
    names: str
    activity: VoiceActivity = field(init=False)
    _sound: bytearray = field(default_factory=bytearray)
    _from: float = 0.0
    _fed: float | None = None
    _late_since: float | None = None
    _known: str = ""
    _known_until: float = 0.0

    def __post_init__(self) -> None:
        self.activity = self.speech.activity()

    def take(self, at: float, audio: bytes) -> list[Window]:
        """Take sound that came at this moment; return what its windows are like."""
        if self._fed is None:
            self._fed = self._from = self._known_until = at - seconds_of(audio)
        self._sound += audio
        self._fed += seconds_of(audio)
        if self._fed > at:
            # Sound cannot come before it was made: the first of it came late.
            self._shift(at - self._fed)
        found = self.activity.feed(audio)
        window_s = self.activity.window_ms / 1000
        return [
            Window(self._fed - (len(found) - 1 - place) * window_s, p)
            for place, p in enumerate(found)
        ]

    @property
    def now(self) -> float | None:
        """The moment up to which there is sound."""
        return self._fed

    def idle(self, at: float) -> None:
        """Nobody speaks at this moment: forget all but the last of it, and catch up."""
        if self._fed is None:
            return
        missing = at - self._fed
        if missing <= _DRIFT_S:
            self._late_since = None
        elif self._late_since is None:
            self._late_since = at
        elif at - self._late_since >= _LATE_S:
            self._late_since = None
            self._shift(missing)
        self.forget(self._fed - _KEPT_S)

    def forget(self, until: float) -> None:
        """Forget the sound before this moment, and the words that were in it."""
        gone = max(0, int((until - self._from) * RATE)) * SAMPLE_BYTES
        # A moment may have been dated back since it was named: there is no more to forget than is.
        gone = min(gone, len(self._sound))
        del self._sound[:gone]
        self._from += gone / _BYTES_A_SECOND
        self._known, self._known_until = "", self._from

    def _shift(self, seconds: float) -> None:
        """Date all that there is so much later, or earlier."""
        self._from += seconds
        self._known_until += seconds
        if self._fed is not None:
            self._fed += seconds

    async def words(self, until: float, *, paused: bool) -> str:
        """Return the words of the turn so far. `paused`: the sound stops here. ProviderError.

        What was said up to a pause is not transcribed again in a long turn.
        """
        since = self._known_until
        sound = self._between(since, until + (_TAIL_S if paused else 0.0))
        if not sound:
            return self._known
        language, hint = self.language, self.names
        heard = await self.speech.transcriber.transcribe(sound, language=language, hint=hint)
        text = " ".join(part for part in (self._known, heard.text.strip()) if part)
        if paused and until - since > _REREAD_S and since == self._known_until:
            self._known, self._known_until = text, until
        return text

    async def finished(self, until: float) -> float:
        """Return how finished the turn sounds that stopped at this moment. ProviderError.

        The model wants a fifth of a second of silence. What of it has not passed yet is added:
        if the turn goes on meanwhile, the answer comes too late and counts for nothing.
        """
        sound = self._between(until - _JUDGED_S, until + _JUDGED_SILENCE_S)
        missing = until + _JUDGED_SILENCE_S - (self._fed or until)
        return await self.speech.end_of_turn.probability(sound + _quiet(max(0.0, missing)))

    def _between(self, since: float, until: float) -> bytes:
        first = max(0, int((since - self._from) * RATE)) * SAMPLE_BYTES
        last = max(0, int((until - self._from) * RATE)) * SAMPLE_BYTES
        return bytes(self._sound[first:last])


def _quiet(seconds: float) -> bytes:
    return bytes(round(seconds * RATE) * SAMPLE_BYTES)
