"""Greeting and closing: the two ends of a conversation, read by rule."""

from __future__ import annotations

import re
from collections.abc import Iterable

from core.messages import Quote
from core.stances import Stance, read
from grading.transcript import Line, Transcript

_GREETS = re.compile(
    r"^\W*(?:hi|hello|hey|hiya|good (?:morning|afternoon|evening|day)|welcome|greetings)\b"
    r"|\bthank(?:s| you) for (?:contacting|calling|reaching|getting in touch|"
    r"writing|messaging|coming)\b"
    r"|\b(?:my name is|you(?:'re| are) (?:speaking|chatting) (?:with|to))\b"
    r"|\bgood (?:morning|afternoon|evening|day)\b|\bthis is [A-Z]\w+|\bhow (?:can|may) i help\b",
    re.IGNORECASE,
)
_CLOSES = re.compile(
    r"\b(?:good ?bye|bye(?:[- ]bye)?|take care|have a (?:\w+ ){0,2}(?:day|one|"
    r"evening|weekend|night|week|time)"
    r"|enjoy your (?:day|evening|weekend)|thank(?:s| you) for (?:contacting|calling|"
    r"choosing|reaching|"
    r"your (?:time|patience|call|business|custom)|being)|all the best|talk (?:to you )?soon"
    r"|(?:anything|something) else (?:i|we|you)|is there anything else|speak soon|"
    r"you(?:'re| are) (?:very |most )?welcome)\b",
    re.IGNORECASE,
)
_AT_THE_END = 2


def greeting(transcript: Transcript) -> Quote | None:
    """Return the words with which the trainee greeted in the first message, or None."""
    return _first(transcript.trainee[:1], Stance.GREETS, _GREETS)


def closing(transcript: Transcript) -> Quote | None:
    """Return the words with which the trainee closed in the last two messages, or None."""
    if len(transcript.trainee) < _AT_THE_END:
        return None
    last = reversed(transcript.trainee[-_AT_THE_END:])
    return _first(last, Stance.SAYS_GOODBYE, _CLOSES)


def _first(lines: Iterable[Line], stance: Stance, wording: re.Pattern[str]) -> Quote | None:
    for line in lines:
        for clause in read(line.text[:5000]):
            if stance in clause.stances:
                return Quote(line.number, clause.text)
        if found := wording.search(line.text.replace("\u2019", "'")):
            return Quote(line.number, line.text[found.start() : found.end()].strip())
    return None
