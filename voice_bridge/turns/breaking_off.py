"""Words at which nobody ends a turn: more is to come, whatever the voice does."""

from __future__ import annotations

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


def breaks_off(text: str) -> bool:
    """Whether a turn of these words stops where no turn ends. A question never does."""
    words = text.lower().replace("\u2019", "'").split()
    if not words or words[-1].endswith(_ASKS):
        return False
    last = words[-1].strip('.,;:!-\u2013\u2026"')
    if len(words) == 1 or last not in _WORDS:
        return False
    return not (last in _VERBS and words[-2].strip(".,;:!") in _BEFORE_A_VERB)
