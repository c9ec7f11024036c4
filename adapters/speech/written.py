"""What was heard, as people write it: amounts, codes and addresses.

The model writes most figures itself. Left are those it writes by ear: "42 dollars and 99 cents",
"forty two ninety nine", "A B 4 7 1 9", "pat dot jones at example dot com".
"""

from __future__ import annotations

import re


def _listed(text: str) -> list[str]:
    return text.split()


_TENS = {
    word: 10 * n
    for n, word in enumerate(_listed("twenty thirty forty fifty sixty seventy eighty ninety"), 2)
}
_UNITS = {
    word: n for n, word in enumerate(_listed("one two three four five six seven eight nine"), 1)
}
_TWO = rf"(?:{'|'.join(_TENS)})(?:[- ](?:{'|'.join(_UNITS)}))?"
_PRICE = re.compile(
    rf"\b({_TWO})[, ]+({_TWO})\b(?!\s+(?:percent|minutes|hours|days|people))", re.IGNORECASE
)
_AND_CENTS = re.compile(
    r"([$£€]|\b)(\d+)(?:\s+(dollars?|pounds?|euros?))?,?\s+(?:and\s+)?(\d{1,2})\s+(?:cents?|pence|p)\b",
    re.IGNORECASE,
)
_SIGN_FIRST = re.compile(r"\b(dollar|pound|euro)\s+(?=\d)", re.IGNORECASE)
_UNIT_LAST = re.compile(
    r"(?<![$£€\d.,])(\d[\d,]*(?:\.\d\d)?)\s+(dollars?|pounds|euros?)\b", re.IGNORECASE
)
_DIGITS = 2
_NUMBER = 4
_CENTURY = 20
_SIGNS = {"d": "$", "p": "£", "e": "€"}
_SPELT = re.compile(
    r"(?<![\w'.$£€-])(?:[A-Za-z]|\d{1,4})(?:[ -]+(?:[A-Za-z]|\d{1,4})(?![\w']|[.,:]\d)){2,}"
)
_ADDRESS = re.compile(
    r"(?:(?<=\bis )|(?<=\bit's )|(?<=\bemail )|(?<=\baddress )|(?=\S* dot |\S*[.\d_]))"
    r"\b([\w+-]+(?:(?: dot |\.)[\w+-]+)*) at ([\w-]+(?:(?: dot |\.)[a-z]{2,})+)(?![\w@])",
    re.IGNORECASE,
)


def written(text: str) -> str:
    """Return the text with amounts, codes and addresses as they are written."""
    text = _ADDRESS.sub(_address, text)
    text = _PRICE.sub(_price, text)
    text = _AND_CENTS.sub(_amount, text)
    text = _SIGN_FIRST.sub(lambda m: _SIGNS[m[1][0].lower()], text)
    text = _UNIT_LAST.sub(lambda m: _SIGNS[m[2][0].lower()] + m[1], text)
    return _SPELT.sub(_code, text)


def _number(words: str) -> int:
    parts = re.split(r"[- ]", words.lower())
    return sum(_TENS.get(part, _UNITS.get(part, 0)) for part in parts)


def _price(found: re.Match[str]) -> str:
    """Read "forty two ninety nine"; "twenty twenty five" is a year, "eighty twenty" a split."""
    whole, part = _number(found[1]), _number(found[2])
    if whole == _CENTURY or not (whole % 10 or part % 10):
        return found.group()
    return f"{whole}.{part:02d}"


def _amount(found: re.Match[str]) -> str:
    sign, whole, unit, part = found.groups()
    if not (sign or unit):
        return found.group()
    return f"{sign or _SIGNS[unit[0].lower()]}{whole}.{int(part):02d}"


def _address(found: re.Match[str]) -> str:
    who, where = (re.sub(r" dot ", ".", part, flags=re.IGNORECASE) for part in found.groups())
    return f"{who}@{where}"


def _code(found: re.Match[str]) -> str:
    """Join what was spelt, if it is a code: at least two digits, and a letter or four digits."""
    joined = re.sub(r"[ -]", "", found.group())
    digits = sum(c.isdigit() for c in joined)
    number = digits == len(joined)
    if digits < _DIGITS or (number and (digits < _NUMBER or re.search(r"\d{3}", found.group()))):
        return found.group()
    return joined.upper()
