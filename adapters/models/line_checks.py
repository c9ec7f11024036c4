"""Checks of a sentence before the trainee hears it: pure, and in a fixed order.

A model may word what the engine has decided, and nothing else. Each check looks for one way in
which models go wrong. They err on the side of refusing: a refused sentence costs a second try
and then an authored line, a wrong one costs the practice.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from adapters.models.figures import figures, names, words
from adapters.models.languages import foreign
from adapters.models.out_of_role import leaves_the_part, speaks_as_agent

Near = Callable[[str, Sequence[str]], float]
"""The highest cosine of a sentence to any of some texts; 0 for none."""

LONGEST_WORDS = 60
LONGEST_CHARACTERS = 400
REPEATED = 0.95
"""Cosine from which two sentences say the same in nearly the same words."""
TELLING = 0.6
"""Cosine from which a sentence tells a fact. Measured on the library's own lines: it refuses 0.6 %
of those that tell nothing, and finds a third of the facts' paraphrases without figure or name."""
_SHORT = 3
"""Words up to which a sentence may come again: "Thank you." """
_MEANINGLESS = re.compile(r"[\W_]*")


class Fault(StrEnum):
    """What is wrong with a sentence."""

    EMPTY = "empty"
    LENGTH = "length"
    OUT_OF_CHARACTER = "out_of_character"
    AGENT = "speaks_as_agent"
    LANGUAGE = "language"
    REPETITION = "repetition"
    DISCLOSURE = "disclosure"
    CONTRADICTION = "contradiction"


@dataclass(frozen=True, slots=True)
class Secret:
    """A fact that is not to be told yet, in all its authored wordings."""

    id: str
    says: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Bounds:
    """What a sentence is held against.

    `authored`: what the customer has in mind now; `conversation`: every turn so far; `earlier`:
    the customer's own turns; `said`: the sentences of this line so far; `labels`: names by which
    a model might mark the speaker; `may_repeat`: the customer is to say something again.
    """

    authored: tuple[str, ...]
    conversation: tuple[str, ...] = ()
    earlier: tuple[str, ...] = ()
    said: tuple[str, ...] = ()
    secrets: tuple[Secret, ...] = ()
    labels: tuple[str, ...] = ()
    language: str = "en"
    may_repeat: bool = False

    @property
    def known(self) -> str:
        """All that may be drawn upon, as one text."""
        return "\n".join((*self.authored, *self.conversation))


def nothing_near(sentence: str, texts: Sequence[str]) -> float:
    """A `Near` for when there are no embeddings: words and figures alone decide."""
    del sentence, texts
    return 0.0


def check(sentence: str, bounds: Bounds, near: Near = nothing_near) -> Fault | None:  # noqa: PLR0911 - one return for each fault
    """Return the first fault of the sentence, None when it may be said."""
    if _MEANINGLESS.fullmatch(sentence):
        return Fault.EMPTY
    if len(sentence.split()) > LONGEST_WORDS or len(sentence) > LONGEST_CHARACTERS:
        return Fault.LENGTH
    if repeats(sentence, bounds, near):
        return Fault.REPETITION
    if _authored(sentence, bounds):
        return None
    if leaves_the_part(sentence, bounds.labels, "\n".join(bounds.authored)):
        return Fault.OUT_OF_CHARACTER
    if speaks_as_agent(sentence):
        return Fault.AGENT
    if foreign(sentence, bounds.language):
        return Fault.LANGUAGE
    if tells_a_secret(sentence, bounds, near):
        return Fault.DISCLOSURE
    return Fault.CONTRADICTION if makes_up(sentence, bounds) else None


def _authored(sentence: str, bounds: Bounds) -> bool:
    """Whether these are the author's own words for this line, a quoted message for instance."""
    plain = f" {_plain(sentence)} "
    return any(plain in f" {_plain(text)} " for text in bounds.authored)


def repeats(sentence: str, bounds: Bounds, near: Near = nothing_near) -> bool:
    """Whether the customer has said this before, in the same or nearly the same words."""
    plain = _plain(sentence)
    if plain in {_plain(s) for s in bounds.said}:
        return True
    if bounds.may_repeat or len(plain.split()) <= _SHORT:
        return False
    if any(plain == _plain(line) or f" {plain} " in f" {_plain(line)} " for line in bounds.earlier):
        return True
    return near(sentence, (*bounds.earlier, *bounds.said)) >= REPEATED


def tells_a_secret(sentence: str, bounds: Bounds, near: Near = nothing_near) -> bool:
    """Whether the sentence tells a fact that was not asked for: by its figures, names or sense."""
    hard = (figures(sentence) - figures(bounds.known)) | (names(sentence) - words(bounds.known))
    for secret in bounds.secrets:
        told = " ".join(secret.says)
        if hard & (figures(told) | names(told)):
            return True
        closeness = near(sentence, secret.says) if len(sentence.split()) > _SHORT else 0.0
        if closeness >= TELLING and closeness > near(sentence, _lines(bounds)):
            return True
    return False


def makes_up(sentence: str, bounds: Bounds) -> bool:
    """Whether a figure, date, address or name stands in it that nobody has given."""
    known = bounds.known
    given = figures(known)
    # Whoever paid 42.99 may speak of forty-two dollars.
    rounded = {figure.partition(".")[0] for figure in given}
    if figures(sentence) - given - rounded:
        return True
    if {sign for sign in "$£€¥" if sign in sentence} - set(known):
        return True
    return bool(names(sentence) - words(known))


def _lines(bounds: Bounds) -> tuple[str, ...]:
    return (*bounds.authored, *bounds.earlier)


def _plain(text: str) -> str:
    return " ".join(re.sub(r"[^\w\s]|_", "", text.casefold()).split())
