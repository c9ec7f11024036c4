"""Words that no customer says: the agent's, and those of somebody who is not a person."""

from __future__ import annotations

import re
from collections.abc import Sequence

from core.stances import Stance, read

_AGENT = re.compile(
    r"""
    \bhow\ (?:can|may|could|might)\ (?:i|we)\ (?:help|assist|be\ of\ (?:help|assistance|service))
    | \b(?:i|we)(?:'m|\ am|'re|\ are)\ (?:here|happy|glad|delighted|ready|able|more\ than\ happy)
      \ to\ (?:help|assist)
    | \b(?:let\ me|i'll|i\ will|i\ can|we\ can|we'll|allow\ me\ to)\ (?:help|assist)\ (?:you|with)
    | \b(?:is\ there\ )?anything\ else\ (?:that\ )?(?:i|we)\ (?:can|may|could)\ (?:help|assist|do)
    | \bthank(?:s|\ you)\ for\ (?:calling|contacting|reaching\ out|getting\ in\ touch
      |choosing|being\ a\ (?:valued|loyal)|your\ (?:patience|call|business|loyalty|understanding))
    | \b(?:i|we)\ (?:sincerely\ |do\ )*apologi[sz]e\ (?:for\ (?:the|any|this)|on\ behalf)
    | \b(?:inconvenience\ (?:this|caused|you)|(?:the|any)\ inconvenience)\b
    | \bvalued\ customer\b
    | \bas\ (?:your|a|an|the)\ (?:customer\ (?:service|support)|support|service|sales)?\ ?
      (?:agent|representative|advisor|adviser)\b
    | \byour\ (?:request|case|ticket|claim|refund|order|booking|account|payment|issue|concern)s?
      \ (?:has|have|is|was|will)\ (?:now\ |already\ )?(?:been|being|be|on\ its)\b
    | \b(?:could|can|may|would|will)\ (?:you|i|we)\ (?:please\ )?
      (?:have|get|take|provide|confirm|verify|give|share|tell|check|spell)\b[^?.!]{0,30}
      \byour\ (?:account|order\ (?:number|id)|full\ name|date\ of\ birth|card|billing|booking
      |customer|policy|reservation|phone\ number|postcode|e-?mail)
    | \b(?:please\ )?(?:provide|verify|confirm)\ (?:me\ with\ )?your\ (?:account|order|name|email
      |identity|card|date|billing|details|information|phone|address)
    | \b(?:our|the)\ (?:refund|support|service|billing|technical)\ (?:team|department)
      \ (?:will|is|can)\b
    | \b(?:look|check|looking|checking)\ (?:into|up|on)?\ ?your\ (?:account|order|case|booking)
    | \blook(?:ing)?\ into\ (?:this|that|it)\ for\ you\b
    | \bi\ understand\ (?:your|how)\ (?:frustrat|concern|upset|you)
    """,
    re.IGNORECASE | re.VERBOSE,
)
# What only the agent's side can do. In a commitment of "I" or "we" it is the agent who speaks.
_TRADE = re.compile(
    r"""
    \b(?:refund|reimburs|revers(?:e|ed|ing)\ (?:the|that|this|it)\b
    |credit\ (?:your|the|back)|waiv|escalat|expedit|reship|process\w*\ (?:your|the|that|this|a|it)
    |(?:cancel|update|reset|unlock|close|upgrade|check|review|adjust)\w*\ your
    |resolv\w*\ (?:your|this|that|the)|investigat|arrang\w+\ (?:a|your|for)\ \w+\ for\ you
    |(?:fix|sort|handle|book|order|send|do|get|arrange|replace)\w*\ (?:\w+\ ){0,4}for\ you\b
    |transfer\w*\ you|put\w*\ you\ through|connect\w*\ you|offer\w*\ you|help\w*\ you|assist)
    """,
    re.IGNORECASE | re.VERBOSE,
)
_COMMITS = frozenset({Stance.PROMISES, Stance.HAS_DONE, Stance.OFFERS})
_OWN_DOING = re.compile(r"\b(?:i|we|let\s+me|let\s+us|let's)\b|\b(?:i|we)['’]", re.IGNORECASE)
_TOLD = re.compile(
    r"\b(?:you|they|he|she|somebody|someone|one|it)\s+(?:\w+\s+){0,3}"
    r"(?:said|told|promised|say|says)\b|\bif\b",
    re.IGNORECASE,
)
_UNREAL = re.compile(
    r"""
    (?-i:\bA\.?I\b) | \ban?\ ai\b
    | \bartificial\ intelligence\b | \blanguage\ model\b | \bl\.?l\.?m\b | \bchat-?gpt\b | \bgpt-?\d
    | \bopenai\b | \banthropic\b | \bmachine\ learning\b | \bneural\ network\b | \bchat\ ?bot\b
    | \b(?:i'm|i\ am|as)\ (?:just\ |only\ )?an?\ (?:\w+\ ){0,2}(?:bot|assistant|robot|program
      |machine|simulation|actor|character|persona)\b
    | \b(?:virtual|digital|helpful|ai|automated)\ assistant\b | \b(?:your|the)\ assistant\b
    | \b(?:system|the|my|this|your|original|initial|following)\ prompts?\b
    | \brole[\ -]?play(?:s|ed|ing)?\b | \brole-?playing\b | \bpretend(?:ing)?\ to\ be\b
    | \b(?:the|this|my|our|your|training|practice|fictional)\ (?:scenario|simulation|exercise)\b
    | \brubric\b | \b(?:my|your|the|a|final)\ (?:score|grade)\b | \bscor(?:ed|ing)\b
    | \b(?:stay|remain|keep|break|breaking|be|out\ of|in)\ (?:in\ )?character\b
    | \b(?:my|the|these|your)\ (?:instructions|guidelines|programming)\b
    | \bi(?:'m\ unable\ to|\ am\ unable\ to|\ can't|\ cannot|\ can\ not|\ won't)
      \ (?:assist|help\ you\ with|fulfil|fulfill|comply|provide|generate|engage)\b
    | \btrain(?:ing\ data|ed\ on)\b | \bthe\ (?:trainee|agent)(?:'s)?\b
    | \b(?:in\ (?:the|my|your)|'s)\ next\ line\b
    """,
    re.IGNORECASE | re.VERBOSE,
)
_DIRECTION = re.compile(
    r"""
    \*[^*\n]+\*? | \*\*+ | \[[^\]\n]*\]? | \{[^}\n]*\}? | </?\w+[^>\n]*>? | <</?\w* | ^\s*\#+\s
    | \(\s*(?:sigh|laugh|pause|chuckl|smil|frown|groan|mutter|nod|shrug|whisper|shout|cough|rais
      |roll|cross|think|hesitat|angri|calm|quiet|sarcas|frustrat|annoy|relieved|silen|end\ of)\w*
      [^)]*\)?
    """,
    re.IGNORECASE | re.VERBOSE,
)
_ROLE_LABEL = (
    r"customer|agent|trainee|user|assistant|system|caller|human|representative|client|support"
)


def speaks_as_agent(sentence: str) -> bool:
    """Whether the sentence offers help, asks for account details, or promises the agent's deeds."""
    plain = sentence.replace("’", "'")
    if _AGENT.search(plain):
        return True
    return any(
        clause.stances & _COMMITS
        and not clause.negated
        and _TRADE.search(clause.text)
        and _OWN_DOING.search(clause.text)
        and not _TOLD.search(plain[: clause.end])
        for clause in read(plain)
    )


def leaves_the_part(sentence: str, labels: Sequence[str], authored: str) -> bool:
    """Whether the sentence knows of machines, prompts or exercises, or is no speech at all.

    A suspicious word is forgiven when the author's own text uses it: a customer may well talk
    of "the score" in a scenario about a credit score.
    """
    plain = sentence.replace("’", "'")
    if _DIRECTION.search(plain) or labelled(plain, labels) or _narrates(plain, labels):
        return True
    own = authored.casefold()
    return any(found.group().casefold() not in own for found in _UNREAL.finditer(plain))


def _narrates(sentence: str, labels: Sequence[str]) -> bool:
    """Whether the customer is told of in the third person, as in a story or in the prompt."""
    names = "|".join(re.escape(name) for name in labels if name) or "(?!)"
    told = rf"\b(?:{names})\s+(?:feels|says|said|replies|responds|answers|sighs|thinks|nods)\b"
    mood = rf"\b(?:{names})\s+is\s+(?:angry|frustrated|confused|calm|happy|the\s+customer)\b"
    return bool(re.search(rf"{told}|{mood}", sentence, re.IGNORECASE))


def labelled(sentence: str, labels: Sequence[str]) -> int:
    """Return the length of the speaker's label that the sentence begins with, 0 without one."""
    names = "|".join([_ROLE_LABEL, *(re.escape(name) for name in labels if name)])
    found = re.match(rf"\s*(?:{names})\s*(?:\([^)]*\)\s*)?:\s*", sentence, re.IGNORECASE)
    return found.end() if found else 0
