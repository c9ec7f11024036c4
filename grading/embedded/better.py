"""Better wordings: authored sentences, filled with what this customer came about."""

from __future__ import annotations

import re

from core.stances import Stance, read
from grading.transcript import Transcript

# What the customer complains of, and how to name it in a sentence of one's own.
_LOSS = "Losing someone close"
_TROUBLES: tuple[tuple[str, str], ...] = (
    (
        (
            r"(?:charged|billed|paid|debited)\b.{0,40}\b(?:twice|two times|double)|"
            r"(?:double|duplicate) (?:charge|payment|bill)"
        ),
        "Being charged twice",
    ),
    (
        (
            r"(?:overcharged|charged too much|bill (?:is|was) (?:too )?(?:high|wrong)|price "
            r"(?:went|has gone) up)"
        ),
        "Finding more on the bill than you expected",
    ),
    (
        (
            r"(?:never arrived|not arrived|hasn'?t arrived|didn'?t arrive|still waiting for "
            r"my|where is my|(?:is|are|came|arrived|running|days) late|delayed|overdue)"
        ),
        "Waiting for something that should be here by now",
    ),
    (
        (
            r"(?:broken|damaged|smashed|cracked|faulty|defective|stopped working|doesn'?t "
            r"work|not working|isn'?t working)"
        ),
        "Having something break on you",
    ),
    (
        r"(?:locked out|can'?t (?:log|sign|get) in|password|access my account)",
        "Being locked out of your own account",
    ),
    (
        (
            r"(?:internet|wifi|connection|service|signal|network) (?:is |has been |keeps |"
            r"was )?(?:down|out|gone|dropping|slow)"
        ),
        "Being cut off again and again",
    ),
    (
        (
            r"(?:called|rang|phoned|written|contacted|told)\b.{0,30}\b(?:twice|before|"
            r"already|again|\d+ times|three times|several)"
        ),
        "Having to bring this up more than once",
    ),
    (
        (
            r"(?:on hold|(?:have |'ve )(?:\w+ )?been waiting|waited (?:for )?\w+ (?:hours|days|"
            r"weeks)|in (?:a|the|your) queue)"
        ),
        "Waiting this long",
    ),
    (
        (
            r"(?:(?:sent|got|received) (?:me )?the wrong (?:item|size|order|colour|one)|"
            r"not what i ordered)"
        ),
        "Getting something other than what you ordered",
    ),
    (
        (
            r"(?:passed away|died|funeral|lost my (?:mother|father|mum|mom|dad|wife|husband|"
            r"dog|cat|pet))"
        ),
        _LOSS,
    ),
)
# A whole stretch between stops, which a point within a figure is not, and no question.
_QUOTABLE = re.compile(
    r"(?:(?<=[.!?\u2026,;:\n])|^)(?:[^.!?\u2026,;:\n]|[.,:](?=\d)){12,80}(?=[.!\u2026,;:\n]|$)"
)
_OF_US = re.compile(r"\b(?:i|i'[a-z]+|my|me|we|our|us|you|you'[a-z]+|your)\b", re.IGNORECASE)


def trouble(transcript: Transcript) -> str:
    """Name the customer's trouble as the subject of a sentence; "" when it is none we know."""
    said = " ".join(line.text for line in transcript.customer)[:4000].replace("\u2019", "'")
    for pattern, name in _TROUBLES:
        if re.search(rf"\b{pattern}\b", said, re.IGNORECASE):
            return name
    return ""


def acknowledge(transcript: Transcript, *, upset: bool = True) -> str:
    """A wording that meets the feeling first, and names its cause; `upset`: there is one."""
    name = trouble(transcript)
    lead = _you_said(transcript)
    if name == _LOSS:
        return "“I am so sorry for your loss. Take your time; I will see to the rest.”"
    if not upset:
        return f"“{lead}Thank you for telling me; I can see why that matters to you.”"
    if name:
        return f"“{name} is annoying, I can see why you are upset. Let me put that right.”"
    return f"“{lead}I can see why that matters to you, and I am sorry. I am with you on this.”"


def commit(transcript: Transcript) -> str:
    """A wording that says who does what by when."""
    return (
        f"“{_you_said(transcript)}I am seeing to it myself, I will tell you the day by which it is "
        "done, and I will write to you then. Is anything still open?”"
    )


def ask(transcript: Transcript) -> str:
    """A wording that asks about the customer's own experience."""
    return f"“{_you_said(transcript)}Tell me more: what matters most to you in this?”"


def take_up(transcript: Transcript) -> str:
    """A wording that hands the customer's words back and builds on them."""
    own = _own_words(transcript)
    lead = f"You said ‘{own}’. " if own else ""
    return f"“{lead}Let me take that up: what would help you most with it?”"


def _you_said(transcript: Transcript) -> str:
    own = _own_words(transcript)
    return f"You said ‘{own}’. " if own else ""


def _own_words(transcript: Transcript) -> str:
    """A short stretch of the customer's, as it stands; "" when none is short enough.

    It has to speak of the two of them: a name, a greeting or a question hands nothing back.
    """
    for line in transcript.customer:
        stretches = [found.group().strip() for found in _QUOTABLE.finditer(line.text)]
        fitting = [s for s in stretches if _says_something(s)]
        if fitting:
            return max(fitting, key=len).rstrip(" -\u2013")
    return ""


_COURTESY = frozenset({Stance.GREETS, Stance.THANKS, Stance.APOLOGISES, Stance.SAYS_GOODBYE})


def _says_something(stretch: str) -> bool:
    if len(stretch.split()) <= 3 or not _OF_US.search(stretch):  # noqa: PLR2004 - no "hi there"
        return False
    return not any(clause.stances & _COURTESY for clause in read(stretch))
