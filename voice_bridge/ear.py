"""Keeps what the trainee says for as long as it is needed, and has it understood.

Sound has the moment at which it came, on the loop's clock: samples are counted from the first, so
that a network that stutters does not stretch a second. Where the count stays behind the clock (a
microphone that was off, a connection that was gone), silence stands for what is missing; what is
only late comes in a burst, and catches up.
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
_LATE_S = 3.0
_LONGEST_GAP_S = 2.0
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
        missing = at - seconds_of(audio) - self._fed
        if self._is_gone(at, missing):
            audio = self._silence(missing) + audio
        self._sound += audio
        self._fed += seconds_of(audio)
        if self._fed > at:
            self._set_back(self._fed - at)
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

    def idle(self) -> None:
        """Nobody speaks: forget all but the last moment."""
        if self._fed is not None:
            self.forget(self._fed - _KEPT_S)

    def forget(self, until: float) -> None:
        """Forget the sound before this moment, and the words that were in it."""
        gone = max(0, int((until - self._from) * RATE)) * SAMPLE_BYTES
        # A moment may have been dated back since it was named: there is no more to forget than is.
        gone = min(gone, len(self._sound))
        del self._sound[:gone]
        self._from += gone / _BYTES_A_SECOND
        self._known, self._known_until = "", self._from

    def _is_gone(self, at: float, missing: float) -> bool:
        """Whether what is missing will not come any more: it has been missing for a while."""
        if missing <= _DRIFT_S:
            self._late_since = None
            return False
        if self._late_since is None:
            self._late_since = at
        if at - self._late_since < _LATE_S:
            return False
        self._late_since = None
        return True

    def _set_back(self, ahead: float) -> None:
        """Sound cannot come before it was made: the first of it came late, and is dated back."""
        self._from -= ahead
        self._known_until -= ahead
        if self._fed is not None:
            self._fed -= ahead

    def _silence(self, missing: float) -> bytes:
        """Return silence for what is missing; of a long gap only its end, the rest is left out."""
        left_out = max(0.0, missing - _LONGEST_GAP_S)
        self._from += left_out
        self._known_until += left_out
        if self._fed is not None:
            self._fed += left_out
        return _quiet(missing - left_out)

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
