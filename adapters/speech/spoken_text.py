"""Text made ready to be spoken: what the eye reads and the tongue does not, put into words."""

from __future__ import annotations

import re
import unicodedata

_MONEY = re.compile(r"(?<!\w)([$£€])\s?(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d\d))?(?!\d)")
_NAMES = {"$": ("dollar", "cent"), "£": ("pound", "penny"), "€": ("euro", "cent")}
_PLURALS = {"penny": "pence"}
_LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
_MARKUP = re.compile(r"[*_`~#>|\[\]{}<\\^]+")
_EMAIL = re.compile(r"\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_CODE = re.compile(
    r"\b(?=[A-Z-]*\d)(?=\d*-?[A-Z])(?![A-Z]{5})[A-Z\d]+(?:-[A-Z\d]+)*\b"
    r"|(?<![\d.,:])\d{5,}\b(?![.,:]\d)"
)
_HUMMED = re.compile(r"\b(?:mm+[- ]?hmm*|mhm+|mmhm+|mm+)\b", re.IGNORECASE)
_HUM = "[[m̩h\u02c8m̩]]"
"""A hum in phonemes: the letters would be spelt out."""
_RANGE = re.compile(r"(?<![\d-])(\d{1,3})\s?[-–]\s?(\d{1,3})(?![\d-])")
_NUMBER_SIGN = re.compile(r"#\s?(?=\w*\d)")
_ENDING = re.compile(r"\d+(?:ST|ND|RD|TH|AM|PM|K)")
# Pictures, marks that join them, and everything that has no sound.
_SILENT = frozenset({"So", "Sk", "Cs", "Co", "Cf", "Cc", "Cn"})
_DASHES = re.compile(r"\s*[—–]\s*|\s+-{1,2}\s+|(?<=\w)--(?=\w)")


def spoken(text: str) -> str:
    """Return the text as it is said: money, addresses and codes in words, no markup, no emoji."""
    text = unicodedata.normalize("NFC", _LINK.sub(r"\1", text))
    text = _EMAIL.sub(_said_address, text)
    text = _NUMBER_SIGN.sub("number ", text)
    text = _MONEY.sub(_said_money, text)
    text = _CODE.sub(_said_code, _RANGE.sub(r"\1 to \2", text))
    text = _DASHES.sub(", ", _MARKUP.sub("", text)).replace("&", " and ").replace("’", "'")
    text = "".join(_sounding(c) for c in text)
    text = _HUMMED.sub(_HUM, " ".join(text.split()))
    return re.sub(r"\s+([,.;:!?])", r"\1", text)


def _sounding(character: str) -> str:
    if character.isspace():
        return " "
    silent = unicodedata.category(character) in _SILENT or "\ufe00" <= character <= "\ufe0f"
    return "" if silent and character != "°" else character


def _said_money(found: re.Match[str]) -> str:
    sign, whole, part = found.groups()
    unit, small = _NAMES[sign]
    said = [_counted(whole.replace(",", ""), unit)]
    if part and int(part):
        said.append(_counted(str(int(part)), small))
    return " and ".join(said)


def _counted(number: str, unit: str) -> str:
    return f"{number} {unit if int(number) == 1 else _PLURALS.get(unit, unit + 's')}"


def _said_address(found: re.Match[str]) -> str:
    marks = {"@": " at ", ".": " dot ", "-": " dash ", "_": " underscore ", "+": " plus "}
    return "".join(marks.get(c, c) for c in found.group())


def _said_code(found: re.Match[str]) -> str:
    """Spell it, as people do with what is no number: "AB4719" is "ay B 4 7 1 9"."""
    if _ENDING.fullmatch(found.group()):
        return found.group()
    return " ".join("ay" if c == "A" else c for c in found.group() if c != "-")
