"""Which questions want a fact, and which are courtesies, proposals or invitations to talk.

A customer who is asked "How can I help?" says what they came for, and not "I couldn't tell you";
asked "Which would suit you?" they choose. Only a question that wants a fact, and that nothing in
the scenario answers, is met with not knowing.
"""

from __future__ import annotations

import re

_COURTESY = re.compile(
    r"""\b(?:
      how(?:'s|\ is|\ are|\ have|\ has|'ve)?
        \ (?:you|things|it|life|business|everything|your\ (?:day|week))
        (?:\ (?:been|going|doing|today|keeping|treating|over\ there))*(?:,?\ \w+)?\s*\?
    | how\ (?:can|may|could|might)\ (?:i|we)\ (?:help|assist|be\ of)
    | what\ can\ (?:i|we)\ (?:do|help)
    | what\ brings\ you
    | what(?:'s|\ is|s)\ (?:the\ (?:problem|matter|issue|trouble)|up|going\ on|wrong)
    | (?:is|was)\ there\ anything\ else | anything\ else(?:\ (?:i|we|for|from)\b|\s*(?:\?|$))
    | (?:may|can|could|might)\ (?:i|we)\ (?:just\ |quickly\ |please\ )*
        (?:ask|check|(?:run|go|take\ you)\ through)(?:\ you)?
        \ (?:a\ few|a\ couple|some|one|two|three|something|a\ question|why)
    | is\ (?:that|this|it)\ (?:ok|okay|all\ right|alright|fine|convenient)
    | is\ (?:now|this)\ a\ good\ (?:time|moment)
    | (?:do\ you\ have|have\ you\ got)\ a\ (?:minute|moment|second)\ *(?:\?|to\b|for\b|$)
    | (?:can|could)\ you\ hear\ me
    | are\ you\ (?:still\ )?there
    )""",
    re.IGNORECASE | re.VERBOSE,
)
_PROPOSAL = re.compile(
    r"""\b(?:
      do\ you\ want\ me\ to | would\ you\ like\ me\ to
    | (?:shall|should)\ (?:i|we) | can\ i\ (?:offer|suggest)
    | which\ (?:one\ |of\ (?:these|those|them|the\ two)\ )?
        (?:suits|would\ suit|works|would\ work|do\ you\ prefer|would\ you)
    | (?:would|do)\ you\ (?:prefer|rather)
    | does\ (?:that|this|it)\ (?:suit|work|help|sound)
    | how\ (?:does|would)\ (?:that|this|it)\ (?:sound|suit|work|be)
    | what\ (?:if|about)\ (?:i|we) | how\ about
    )""",
    re.IGNORECASE | re.VERBOSE,
)
_INVITATION = re.compile(
    r"""\b(?:
      why | what\ (?:made|makes|led|would)
    | what\ do\ you\ (?:think|feel|need|want|hope|expect|like|make)
    | what\ (?:matters|happened|is\ important|worries|bothers|else) | what's\ important
    | how\ (?:do|did|does|would)\ (?:you|that|this|it)\ (?:feel|affect|come|help|look)
    | tell\ me | (?:talk|walk)\ me\ through | describe | explain | help\ me\ understand
    )\b""",
    re.IGNORECASE | re.VERBOSE,
)


def is_courtesy(text: str) -> bool:
    """Whether a question is asked for politeness, or to open or close a conversation."""
    return bool(_COURTESY.search(text))


def proposes(text: str) -> bool:
    """Whether a question puts something to the customer to choose or agree to."""
    return bool(_PROPOSAL.search(text))


def wants_a_fact(text: str) -> bool:
    """Whether a question is one that somebody may have to answer with "I don't know"."""
    return not (is_courtesy(text) or proposes(text) or _INVITATION.search(text))
