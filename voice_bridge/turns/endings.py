"""How the words of a turn end: what a recogniser writes, and words at which nobody stops."""

from __future__ import annotations

from enum import Enum, auto

_WORD_TEXT = """
a an the my your our his her its their this these those every each
and but or nor because although unless whether if while since than as like
of from into onto within without between during until
i i'm i'll i'd i've we we're we'll we'd we've they're they'll you're you'll you'd he's she's it'll
is are was were am be been will would could should can must might may shall
very really just also only quite rather about
um uh er erm so well
"""
_WORDS = frozenset(_WORD_TEXT.split())
_ASKS = "?"
# After these, a verb of the list does end a turn: "I am sure it is", "yes, we can".
_BEFORE_A_VERB = frozenset({"it", "that", "he", "she", "they", "we", "you", "i", "there", "what"})
_VERBS = frozenset(["is", "are", "was", "were", "am", "will", "would", "could", "should", "can"])


class Ending(Enum):
    """How the words of a turn end."""

    CLOSED = auto()  # a sentence is complete
    BARE = auto()  # nothing says that it is, nor that it is not
    OPEN = auto()  # more is to come


_CLOSES = (".", "!", "?")
_TRAILS = ("...", "\u2026", "-", "\u2013", "\u2014", ",")


def ending_of(text: str) -> Ending:
    """Return how these words end.

    Recognisers end a sentence that was cut off in dots, or in nothing, and a whole one in a full
    stop: that is their own reading of sound and grammar together.
    """
    said = text.rstrip().rstrip('"\u201d\u2019')
    if said.endswith(_TRAILS) or _breaks_off(said):
        return Ending.OPEN
    return Ending.CLOSED if said.endswith(_CLOSES) else Ending.BARE


def _breaks_off(text: str) -> bool:
    """Whether a turn of these words stops where no turn ends. A question never does."""
    words = text.lower().replace("\u2019", "'").split()
    if not words or words[-1].endswith(_ASKS):
        return False
    last = words[-1].strip('.,;:!-\u2013\u2026"')
    if len(words) == 1 or last not in _WORDS:
        return False
    return not (last in _VERBS and words[-2].strip(".,;:!") in _BEFORE_A_VERB)
