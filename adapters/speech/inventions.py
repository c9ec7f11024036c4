"""Tells what was heard from what the model makes up where nobody speaks.

Measured on noises (white, pink, modulated, tones, hum, clicks, ringing, six voices at once) and on
forty sentences, clean and with noise at 10 and 3 dB: the model's own probability that there is no
speech was 0.60 or more on every noise, and 0.30 or less on every sentence.

A hum of agreement is neither. The model writes it as some short word ("man", "M", "them"), which
nobody says alone; where the sound is short too, it is taken for the hum that it was.
"""

from __future__ import annotations

import re

SURELY_NONE = 0.55
"""The probability of no speech from which on nothing counts as said."""
MAYBE_NONE = 0.35
UNLIKELY = -1.0
"""Mean log-probability of a token below which doubtful sound was no speech."""
NONSENSE = -1.8
"""Mean log-probability below which nothing counts, whatever else: sentences kept above -1.5."""

_INVENTED = frozenset(
    (
        "thank you for watching",
        "thanks for watching",
        "please subscribe",
        "subscribe",
        "see you next time",
        "see you in the next video",
        "i'll see you in the next video",
        "i'll see you next time",
        "thanks for listening",
        "subtitles by the amara.org community",
        "music",
        "applause",
        "laughter",
        "beep",
        "bell",
        "silence",
        "inaudible",
        "blank_audio",
        "amen",
        "you",
        "bye",
        "so",
        "the",
        "i'm",
    )
)
"""What models of this family are known to write for noise, and what ours wrote. Where one of these
is all that was heard, the model has to be quite sure of it."""
HUM = "Mhm."
_HUMS = frozenset(
    (
        *("m", "mm", "mmm", "hm", "hmm", "mhm", "man", "men", "amen", "them", "then", "l", "ow"),
        *("uh", "ah", "uh-huh", "aha", "mm-hmm", "m-hm", "m-h-m", "m-h-n", "muhm", "nuh", "mum"),
        *("ma'am", "in them", "hey man", "and make them", "and make sure", "and my chin"),
    )
)
_QUITE_SURE = -0.5
_QUITE_HEARD = 0.2


def invented(text: str, no_speech: float, score: float) -> bool:
    """Whether nobody said this. `score` is the mean log-probability of its tokens."""
    if not re.search(r"[^\W_]", text) or no_speech >= SURELY_NONE or score <= NONSENSE:
        return True
    if no_speech >= MAYBE_NONE and score <= UNLIKELY:
        return True
    bare = re.sub(r"[^\w' .]", "", text.lower()).strip(" .")
    return bare in _INVENTED and (score < _QUITE_SURE or no_speech > _QUITE_HEARD)


def hummed(text: str) -> bool:
    """Whether these are the words that the model writes for a short hum of agreement."""
    return re.sub(r"[^\w' -]", "", text.lower()).strip() in _HUMS
