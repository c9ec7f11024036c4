"""Fillers: sounds and turns of phrase that say nothing."""

from __future__ import annotations

import re

# "ER" and "UM" in capitals are names of something.
_SOUND = re.compile(r"(?<![\w'’-])(?:[Uu]m+|[Uu]h+m*|[Ee]rm*|[Hh]m+)(?![\w'’-])")
_STOP = r"[,.;:!?…—–]"
_PHRASE = re.compile(
    rf"(?:(?P<before>[\w'’]+)\s+)?\b(?P<said>you know|i mean|sort of|kind of)\b"
    rf"(?P<alone>(?=\s*(?:{_STOP}|$)))?",
    re.IGNORECASE,
)
# Set off on both sides: "it was, like, gone", and not "I like it" or "things, like refunds".
_LIKE = re.compile(rf"(?:^|{_STOP})\s*like(?=\s*,)", re.IGNORECASE)
_ASKS = "do don't did didn't if as what how when would will should to let that than"
_NAMES = (
    "a an the this that these those what which some any every each all other same another "
    "different new right wrong best only"
)
_MEANT_AFTER = {
    "you know": frozenset(_ASKS.split()),
    "i mean": frozenset(_ASKS.split()),
    "sort of": frozenset(_NAMES.split()),
    "kind of": frozenset(_NAMES.split()),
}


def fillers_in(text: str) -> int:
    """Count the fillers in what was transcribed: um, uh, er, hm, like, you know, I mean, sort of.

    Models that transcribe drop many of them, the sounds above all: this is a floor. Where a
    phrase may mean something ("I like it", "do you know", "what sort of"), it is not counted.
    """
    plain = text.replace("’", "'")
    phrases = sum(_fills(found) for found in _PHRASE.finditer(plain))
    return len(_SOUND.findall(plain)) + len(_LIKE.findall(plain)) + phrases


def _fills(found: re.Match[str]) -> bool:
    said, before = found["said"].lower(), (found["before"] or "").lower()
    alone = found["alone"] is not None or said.endswith(" of")
    return alone and before not in _MEANT_AFTER[said]
