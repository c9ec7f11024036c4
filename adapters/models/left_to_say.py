"""What of a beat is still to be said, when a line was begun in other words than the author's.

The engine has entered that a fact is told or a doubt raised; so it has to be said, and a line
that broke off after "Right." has said nothing yet. Courtesies may be lost.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from adapters.models.figures import figures, names, words
from adapters.models.thoughts import own_lines
from core.attempt import Call
from core.beats import Act, Beat, Move
from core.scenario import Lines

_INFORMS = frozenset({Act.TELL, Act.TELL_AGAIN, Act.USE_TOOL})
_ENDS = frozenset({Act.CLOSE, Act.LEAVE_SILENCE, Act.LEAVE_RUDE, Act.LEAVE_STUCK})
_MATTERS = _INFORMS | _ENDS | {Act.OBJECT, Act.OBJECT_AGAIN, Act.TANGENT}
_FAREWELL = re.compile(
    r"\b(?:good)?bye\b|\bcheers\b|\btake care\b|\bthank(?:s| you)\b|\bthat['’]s (?:all|it|that)\b"
    r"|\bhave a (?:good|nice|great)\b|\bleave it\b|\bhang(?:ing)? up\b|\b(?:all|we['’]re) done\b"
    r"|\bdone (?:here|with)\b|\bi['’]m off\b|\bsee you\b|\bgood day\b"
    r"|\bend(?:ing)? (?:this|it|the)\b",
    re.IGNORECASE,
)
_CONTENT = 4
"""Letters from which a word carries meaning."""
_SHARED = 0.5
"""Share of an authored line's content words that must have been said."""


def left_to_say(call: Call, beat: Beat, said: Sequence[str]) -> Beat | None:
    """Return the beat without what `said` has conveyed or what may be lost; None: all is said."""
    if not said:
        return beat
    return _only(beat, [m for m in beat.moves if m.act in _MATTERS and not _done(m, call, said)])


def left_out(call: Call, beat: Beat, said: Sequence[str]) -> Beat | None:
    """Return what a line that came to its end has plainly left out; None as a rule.

    That is a figure or a name that was to be told, and the goodbye of a last line.
    """
    moves = [
        move
        for move in beat.moves
        if (move.act in _ENDS or (move.act in _INFORMS and _hard(own_lines(move, call))))
        and not _done(move, call, said)
    ]
    return _only(beat, moves)


def _only(beat: Beat, moves: Sequence[Move]) -> Beat | None:
    return replace(beat, moves=tuple(moves)) if moves else None


def _done(move: Move, call: Call, said: Sequence[str]) -> bool:
    text = " ".join(said)
    if move.act in _ENDS and _FAREWELL.search(text):
        return True
    return _conveyed(own_lines(move, call), text)


def _hard(lines: Lines) -> list[frozenset[str]]:
    found = (figures(line.text) | names(line.text) for line in lines)
    return [tokens for tokens in found if tokens]


def _conveyed(lines: Lines, text: str) -> bool:
    """Whether one of the lines is in the text: by its figures and names, else by its words."""
    hard = _hard(lines)
    if hard:
        there = figures(text) | words(text)
        return any(tokens <= there for tokens in hard)
    spoken = words(text)
    return any(_shares(line.text, spoken) for line in lines)


def _shares(line: str, spoken: frozenset[str]) -> bool:
    wanted = {word for word in words(line) if len(word) >= _CONTENT}
    return bool(wanted) and len(wanted & spoken) >= _SHARED * len(wanted)
