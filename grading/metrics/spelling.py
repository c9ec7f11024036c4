"""Spelling errors, by the word list of pyspellchecker.

Told apart from errors: names and codes, whatever the customer or the scenario wrote, addresses,
and the spelling of either side of the Atlantic. A word that is wrong twice counts twice.
"""

from __future__ import annotations

import re
from functools import lru_cache

from core.messages import Metric
from grading.metrics.readability import words_of
from grading.metrics.word_list import WordList
from grading.transcript import Transcript

_NO_PROSE = re.compile(
    r"https?://|www\.|.*[\d@]|[#/]|.*\w\.(?:com|org|net|example|co|io)\b", re.IGNORECASE
)
_LONGEST = 40
"""Characters of a word: what is longer is a code, or keys at random."""
_MID_SENTENCE_NAME = re.compile(r"(?<=[a-z,;:] )[A-Z][\w'\u2019-]*")
# British endings and what the American word list has in their place.
_AMERICAN = (
    (r"our(?=$|s$|ed$|ing$|ite|able|ful|hood|ly$|er|ist|less)", "or"),
    (r"is(?=e$|es$|ed$|er$|ers$|ing$|ation|able)", "iz"),
    (r"ys(?=e$|es$|ed$|er$|ing$)", "yz"),
    (r"tre(?=$|s$|d$)", "ter"),
    (r"ence(?=$|s$)", "ense"),
    (r"ogue(?=$|s$)", "og"),
    (r"ll(?=ed$|ing$|er$|ers$|ery$)", "l"),
    (r"l(?=ment|$|s$)", "ll"),
    (r"mme(?=$|s$|d$)", "m"),
    (r"ae|oe", "e"),
)
_MORE_TEXT = """
app apps barcode cheque cheques chequebook jewellery tyre tyres kerb grey gray pyjamas aluminium
mum mums screenshot screenshots voicemail login logins signup dropdown checkbox chatbot emoji
emojis wifi bluetooth smartphone smartphones broadband router routers firmware reboot rebooted
rebooting malware inbox spam prepaid payee payees direct debit debited preauthorisation
preauthorization ok okay yep yeah yup nope hiya hmm ah aha oh oops ugh wow yay thx pls plz lol
haha hahaha omg btw asap fyi etc eta pm am gonna wanna gotta cannot onto whoever upfront
timeframe timeframes timeslot callback callbacks workaround workarounds walkthrough onboarding
offboarding upsell unsubscribe unsubscribed resend resent reissue reissued reinstall reinstalled
autofill auto paypal google facebook iphone ipad android
"""
_MORE = frozenset(_MORE_TEXT.split())
_ENDINGS = re.compile(r"(?:'s|s'|'|s|es|ed|ing|er|ly)$")


def spelling(transcript: Transcript, known: str = "") -> tuple[Metric, ...]:
    """Return the spelling errors in 100 words of the trainee's."""
    said = [line.text for line in transcript.trainee]
    theirs = " ".join([known, *(line.text for line in transcript.customer)])
    words = sum(len(words_of(text)) for text in said)
    errors = sum(len(misspelt(text, theirs)) for text in said)
    rate = round(100 * errors / words, 1) if words else None
    return (Metric("spelling_errors", "Spelling errors in 100 words", rate, "", "up to 1"),)


def misspelt(text: str, known: str = "") -> list[str]:
    """Return the words of `text` that are spelt wrongly, in order, as they stand.

    Words that occur in `known` are right. Loads the word list on first use, about 0.2 s.
    """
    allowed = _allowed(known)
    pieces = (p for p in text.split() if len(p) <= _LONGEST and not _NO_PROSE.match(p))
    prose = _MID_SENTENCE_NAME.sub(" ", " ".join(pieces))
    return [word for word in words_of(prose) if not _is_right(word, allowed)]


def _is_right(word: str, allowed: frozenset[str]) -> bool:
    plain = word.lower().replace("\u2019", "'")
    if len(plain) == 1 or word.isupper() or not plain.isascii() or plain in allowed:
        return True
    return _in_dictionary(plain)


@lru_cache(maxsize=4096)
def _in_dictionary(word: str) -> bool:
    stem = _ENDINGS.sub("", word)
    spellings = {word, stem, stem + "e"}
    for british, american in _AMERICAN:
        spellings |= {re.sub(british, american, spelt) for spelt in tuple(spellings)}
    return any(spelt in _MORE or spelt in _dictionary() for spelt in spellings)


@lru_cache(maxsize=256)
def _allowed(known: str) -> frozenset[str]:
    return frozenset(word.lower().replace("\u2019", "'") for word in words_of(known))


@lru_cache(maxsize=1)
def _dictionary() -> WordList:
    from spellchecker import SpellChecker  # noqa: PLC0415 - 0.2 s and 40 MB, given back at once

    return WordList(SpellChecker(language="en", distance=1).word_frequency.words())
