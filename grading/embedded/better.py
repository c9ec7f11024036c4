"""Better wordings: authored sentences, filled with what this customer came about."""

from __future__ import annotations

import re

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
            r"my|where is my|late|delayed|overdue)"
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
    (r"(?:on hold|waited|waiting|hours|queue)", "Waiting this long"),
    (
        r"(?:wrong (?:item|size|order|colour|color|one)|not what i ordered)",
        "Getting something other than what you ordered",
    ),
    (
        (
            r"(?:passed away|died|funeral|lost my (?:mother|father|mum|mom|dad|wife|husband|"
            r"dog|cat|pet))"
        ),
        _LOSS,
    ),
    (r"(?:flight|hotel|booking|reservation|holiday|vacation)", "Having your plans upset like this"),
)
_QUOTABLE = re.compile(r"[^.!?\u2026,;:\n]{12,70}")


def trouble(transcript: Transcript) -> str:
    """Name the customer's trouble as the subject of a sentence; "" when it is none we know."""
    said = " ".join(line.text for line in transcript.customer)[:4000].replace("\u2019", "'")
    for pattern, name in _TROUBLES:
        if re.search(rf"\b{pattern}\b", said, re.IGNORECASE):
            return name
    return ""


def acknowledge(transcript: Transcript) -> str:
    """A wording that meets the feeling first, and names its cause."""
    name = trouble(transcript)
    if name == _LOSS:
        return "Try: “I am so sorry for your loss. Take your time; I will see to the rest.”"
    if name:
        return f"Try: “{name} is annoying, I can see why you are upset. Let me put that right.”"
    lead = _you_said(transcript)
    return f"Try: “{lead}I can see why that matters to you, and I am sorry. I am with you on this.”"


def commit(transcript: Transcript) -> str:
    """A wording that says who does what by when."""
    return (
        f"Try: “{_you_said(transcript)}I am dealing with it myself now: it will be done by Friday, "
        "and I will send you a confirmation. Is anything still open?”"
    )


def ask(transcript: Transcript) -> str:
    """A wording that asks about the customer's own experience."""
    return f"Try: “{_you_said(transcript)}What happened exactly, and what has it meant for you?”"


def take_up(transcript: Transcript) -> str:
    """A wording that hands the customer's words back and builds on them."""
    own = _own_words(transcript)
    lead = f"So when you say ‘{own}’" if own else "So if I hear you right"
    return f"Try: “{lead}, what led you there? I would like to build on that.”"


def _you_said(transcript: Transcript) -> str:
    own = _own_words(transcript)
    return f"You said ‘{own}’. " if own else ""


def _own_words(transcript: Transcript) -> str:
    """A short stretch of the customer's, as it stands; "" when none is short enough."""
    for line in transcript.customer:
        stretches = [found.group().strip() for found in _QUOTABLE.finditer(line.text)]
        if fitting := [s for s in stretches if len(s.split()) > 2]:  # noqa: PLR2004 - no "hi there"
            return fitting[-1].rstrip(" -\u2013") if len(fitting) == 1 else fitting[0]
    return ""
