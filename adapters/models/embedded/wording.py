"""Puts a beat into authored words: the mood's own variant first, and no line twice.

The choice among the lines left is by a digest of the attempt's seed and the turn, so that the
same seed and the same trainee lines give the same call.
"""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from adapters.models.thoughts import own_lines
from core.attempt import Attempt, Call, Speaker
from core.beats import Act, Beat, Move
from core.moods import Mood
from core.ports import Sentence
from core.scenario import Line, Lines

Stock = tuple[tuple[str, Lines], ...]

# Where an act has no line left, the act that says nearly the same.
_INSTEAD = {
    Act.GREET: Act.PRESS,
    Act.FOLLOW: Act.PRESS,
    Act.CONSIDER: Act.DOUBT,
    Act.CONFIRM: Act.FOLLOW,
    Act.DOUBT: Act.PRESS,
    Act.WAIT: Act.PRESS,
    Act.PUSH_BACK: Act.DOUBT,
    Act.OBJECT_AGAIN: Act.PRESS,
    Act.PUZZLED: Act.PRESS,
    Act.CONFUSED: Act.PRESS,
    Act.GOODBYE: Act.PRESS,
    Act.RETURN: Act.PRESS,
    Act.INTERRUPT: Act.PRESS,
    Act.DEFLECT: Act.PUZZLED,
    Act.ILLEGIBLE: Act.PUZZLED,
    Act.HURT: Act.OFFENCE,
    Act.OFFENCE: Act.PRESS,
}


@dataclass(frozen=True, slots=True)
class Voice:
    """Everything this customer can say: its scenario's and persona's lines, then the stock."""

    call: Call
    stock: Stock

    def lines(self, act: Act) -> Iterator[Lines]:
        """The act's lines, the most special source first."""
        scenario = self.call.scenario
        for source in (scenario.lines, scenario.persona.lines, self.stock):
            yield from (lines for name, lines in source if name == act.value)


def word(call: Call, beat: Beat, stock: Stock) -> list[Sentence]:
    """Return the beat in sentences, each naming its authored line. Never empty."""
    voice = Voice(call, stock)
    chooser = _Chooser(call.attempt, beat.mood)
    spoken = [
        replace(sentence, move=place)
        for place, move in enumerate(beat.moves)
        for sentence in _fragment(move, voice, chooser)
    ]
    if not spoken or " ".join(s.text for s in spoken) in _past(call.attempt):
        spoken += _something_new(voice, chooser)
    return spoken


def _past(attempt: Attempt) -> frozenset[str]:
    return frozenset(t.text for t in attempt.turns if t.speaker is Speaker.CUSTOMER)


class _Chooser:
    """Picks lines for one turn and remembers what has been said."""

    def __init__(self, attempt: Attempt, mood: Mood) -> None:
        self._said = set(attempt.customer.said)
        self._salt = f"{attempt.seed}:{len(attempt.turns)}"
        self._mood = mood

    def pick(self, lines: Sequence[Line], about: str) -> Sentence | None:
        """Choose an unsaid line: of this mood, of none, of the mood next to it. None: used up."""
        for fitting in self._by_fit(lines):
            unsaid = [line for line in fitting if key(line.text) not in self._said]
            if unsaid:
                chosen = unsaid[_digest(f"{self._salt}:{about}") % len(unsaid)]
                self._said.add(key(chosen.text))
                return Sentence(chosen.text, key(chosen.text))
        return None

    def _by_fit(self, lines: Sequence[Line]) -> Iterator[list[Line]]:
        yield [line for line in lines if line.mood is self._mood]
        yield [line for line in lines if line.mood is None]
        near = [line for line in lines if line.mood and line.mood is not self._mood]
        yield [x for x in near if x.mood and abs(x.mood.rank - self._mood.rank) <= 1]


def _fragment(move: Move, voice: Voice, chooser: _Chooser) -> list[Sentence]:
    if move.act is Act.OBJECT_AGAIN:
        return _once_more(move, voice, chooser)
    own = own_lines(move, voice.call)
    if own:
        chosen = chooser.pick(own, f"{move.act}:{move.ref}")
        return [chosen] if chosen else _repeated(move, own, voice, chooser)
    return _stocked(move.act, voice, chooser)


def _repeated(move: Move, own: Lines, voice: Voice, chooser: _Chooser) -> list[Sentence]:
    """Every variant has been said: lead in with "As I said", or leave it and go on."""
    lead = _from(Act.TELL_AGAIN, voice, chooser) if move.act in _TOLD else None
    if lead:
        return [Sentence(f"{lead.text} {_uncapped(own[0].text)}", lead.line)]
    return _stocked(_INSTEAD.get(move.act, Act.PRESS), voice, chooser)


def _once_more(move: Move, voice: Voice, chooser: _Chooser) -> list[Sentence]:
    """The objection in other words, or in its first ones after "You still haven't answered me:"."""
    objection = next(o for o in voice.call.scenario.objections if o.id == move.ref)
    for lines in (objection.again, objection.lines):
        chosen = chooser.pick(lines, f"again:{move.ref}")
        if chosen:
            return [chosen]
    lead = _from(Act.OBJECT_AGAIN, voice, chooser)
    if lead:
        return [Sentence(f"{lead.text} {_uncapped(objection.lines[0].text)}", lead.line)]
    return _stocked(Act.PRESS, voice, chooser)


_TOLD = frozenset({Act.TELL, Act.TELL_AGAIN, Act.USE_TOOL})


def _uncapped(text: str) -> str:
    """Lower the first letter after a lead-in, but not of "I", names or abbreviations."""
    first = text.split(maxsplit=1)[0] if text else ""
    return text[0].lower() + text[1:] if first in _SMALL_FIRST else text


_SMALL_FIRST = frozenset(
    ("It", "It's", "The", "They", "That", "There", "Both", "On", "No", "Yes", "My", "A", "An", "We")
)


def _stocked(act: Act, voice: Voice, chooser: _Chooser) -> list[Sentence]:
    """A line filed under the act, or under the act that stands in for it."""
    wanted: Act | None = act
    while wanted is not None:
        chosen = _from(wanted, voice, chooser)
        if chosen:
            return [chosen]
        wanted = _INSTEAD.get(wanted)
    return []


def _from(act: Act, voice: Voice, chooser: _Chooser) -> Sentence | None:
    """An unsaid line filed under just this act, from the most special source that has one."""
    found = (chooser.pick(lines, act.value) for lines in voice.lines(act))
    return next((line for line in found if line), None)


def _something_new(voice: Voice, chooser: _Chooser) -> list[Sentence]:
    """When all is said: any line left at all, so that nothing comes twice."""
    for act in (Act.PRESS, Act.DOUBT, Act.CONSIDER, Act.FOLLOW):
        found = _stocked(act, voice, chooser)
        if found:
            return found
    count = len(voice.call.attempt.customer.said)
    return [Sentence(f"I've run out of ways to say it. That makes {count} times now.")]


def key(text: str) -> str:
    """Return a short name for an authored line, the same wherever it stands."""
    return f"{zlib.crc32(text.strip().casefold().encode()):08x}"


def _digest(text: str) -> int:
    """A number that any change of the text changes in every bit, as a checksum's do not."""
    return int.from_bytes(hashlib.blake2b(text.encode(), digest_size=8).digest())
