"""Evidence: a score carries words that stand in the call, or it carries none.

A quote must stand word for word in the turn that it names. A model that types a straight quote
mark for a curly one is forgiven, since what is kept is the turn's own text, never the model's.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from core.attempt import Speaker
from core.messages import Quote
from grading.transcript import Transcript

# One character for one character: the places found in the plain text are those of the original.
_PLAIN = str.maketrans(
    "\u2018\u2019\u201a\u201b\u201c\u201d\u201e\u201f\u2010\u2011\u2012\u2013\u2014\u2015\u00a0\u2009\u202f",
    "''''\"\"\"\"------   ",
)


@dataclass(frozen=True, slots=True)
class Sifted:
    """Quotes that stand, verbatim, and a sentence about each that does not."""

    kept: tuple[Quote, ...]
    faults: tuple[str, ...]


def sift(
    quotes: Iterable[Quote], transcript: Transcript, *, speakers: frozenset[Speaker]
) -> Sifted:
    """Keep the quotes that stand in the turn they name, said by one of `speakers`."""
    kept: dict[Quote, None] = {}
    faults: list[str] = []
    for quote in quotes:
        found = locate(quote, transcript)
        if found is None:
            faults.append(f"“{quote.text[:200]}” does not stand word for word in turn {quote.turn}")
        elif transcript.lines[quote.turn].speaker not in speakers:
            faults.append(f"turn {quote.turn} was not said by {_names(speakers)}")
        else:
            kept[found] = None
    return Sifted(tuple(kept), tuple(faults))


def locate(quote: Quote, transcript: Transcript) -> Quote | None:
    """Return the quote as it stands in its turn, or None when it does not stand there."""
    if not 0 <= quote.turn < len(transcript.lines):
        return None
    wanted, said = quote.text.strip(), transcript.lines[quote.turn].text
    if not any(character.isalnum() for character in wanted):
        return None
    start = said.find(wanted)
    if start < 0:
        start = said.translate(_PLAIN).find(wanted.translate(_PLAIN))
    return None if start < 0 else Quote(quote.turn, said[start : start + len(wanted)])


def _names(speakers: frozenset[Speaker]) -> str:
    return " or ".join(sorted(f"the {speaker.value}" for speaker in speakers))
