"""Whether a clause leans on what was said before: it names no topic of its own."""

from collections.abc import Sequence

from core.stances.forms import lemma
from core.stances.lexicon import (
    AUXILIARIES,
    FILLERS,
    LINKS,
    NEGATORS,
    OPENERS,
    PREPOSITIONS,
    PRONOUNS,
    WH,
    words,
)

_EMPTY = (
    AUXILIARIES
    | FILLERS
    | LINKS
    | NEGATORS
    | OPENERS
    | PREPOSITIONS
    | PRONOUNS
    | WH
    | words("""
    be been being me us you him her them mine yours please sorry problem worries bother away
    straight right now today tomorrow tonight morning afternoon evening monday tuesday wednesday
    thursday friday saturday sunday week end day days hour hours minute minutes moment second
    seconds soon later shortly long first asap done going able happy glad pleased love like let
    have has had get getting got go come way back kind possible consider thing things one ones
    own by afraid forgive pleasure welcome absolutely work worth bit lot quick quickly speak
    immediately whatsoever course noon midday midnight pm am next month months year means fair
    point enough guarantee word want need
""")
)
_LIGHT = words("""
    do process sort fix arrange handle make approve send take give put set complete finish
    resolve deal happen try see look check help manage start confirm promise need run carry work
    know think say tell ask understand mean keep hold leave find show offer accept authorize
    agree apologize allow care
""")


def leans(lean: Sequence[str]) -> bool:
    """Tell whether every word of the clause is a function word, a light verb or a time."""
    return bool(lean) and all(w in _EMPTY or lemma(w) in _LIGHT or w[0].isdigit() for w in lean)
