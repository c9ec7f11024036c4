"""Whether a sentence is in the language it should be in: by its script and its small words."""

from __future__ import annotations

import re
import unicodedata

_SMALL = {
    "en": """the a an as he she we or if it's same before again then any all been has had and is
    it i you to of that this for what have not my with be was are do on can your don me no so but
    when how at just there they would will""",
    "de": """der die das und ist ich sie nicht ein eine es zu mit auf für von habe haben wie was
    mein mir mich aber dass wir noch schon bitte kann wird warum""",
    "fr": """le la les et est je vous ne pas un une des de du pour que qui mon ma avec dans ce
    cette mais nous votre ai suis être pourquoi merci""",
    "es": """el la los las y es yo usted no un una de que por para mi con en pero como está este
    esta lo me se qué gracias cuándo tengo""",
    "it": """il lo la gli le e è io non un una di che per mi con in ma come sono questo questa ho
    mio della grazie perché quando""",
    "pt": """o a os as e é eu não um uma de que para por meu minha com em mas como está este esta
    você me se obrigado quando tenho""",
    "nl": """de het een en is ik niet van dat u je te met voor op mijn maar wat hoe heb hebben zijn
    kan wordt waarom""",
}
_TABLE = {language: frozenset(text.split()) for language, text in _SMALL.items()}
_OTHER_SCRIPTS = frozenset(
    ("CYRILLIC", "CJK", "HIRAGANA", "KATAKANA", "HANGUL", "ARABIC", "HEBREW", "DEVANAGARI", "THAI")
)
_WORD = re.compile(r"[^\W\d_]+")
_SHORT = 4
"""Words below which a sentence shows no language."""


def foreign(sentence: str, language: str) -> bool:
    """Whether the sentence is plainly in another language than `language` (a code: "en")."""
    own = _TABLE.get(language.lower()[:2])
    if own is None:
        return False
    if any(_script(char) in _OTHER_SCRIPTS for char in sentence if ord(char) > 0x24F):  # noqa: PLR2004 - past Latin
        return True
    said = {word.lower() for word in _WORD.findall(sentence)}
    if len(sentence.split()) < _SHORT:
        return False
    mine = len(said & own)
    theirs = max(len(said & small) for small in _TABLE.values() if small is not own)
    return theirs > mine + 1


def _script(char: str) -> str:
    return unicodedata.name(char, "").split(" ", maxsplit=1)[0].split("-", maxsplit=1)[0]
