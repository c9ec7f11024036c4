"""Tables for `out_of_role`: what only an agent says, and what only a machine or a narrator does.

The patterns are read without regard to case and with straight apostrophes. Of the
library's 3,700 authored sentences they refuse one ("I'm happy to help"). Of 30 slips written
without them in view they found half; the others were added, so expect less than the tests show.
"""

from __future__ import annotations

import re

_FLAGS = re.IGNORECASE | re.VERBOSE

AGENT = re.compile(
    r"""
    # Offers of help.
    \bhow\ (?:can|may|could|might)\ (?:i|we)\ (?:help|assist|be\ of\ (?:help|assistance|service))
    | \b(?:here|happy|glad|delighted|pleased|ready|able)\ to\ (?:help|assist|support)\b
    | ^(?:i(?:'m|\ am)\ )?(?:happy|glad)\ (?:i|we)\ (?:could|can|was\ able\ to)\ (?:help|assist)
    | \b(?:let\ me|i'll|i\ will|i\ can|we\ can|we'll|we\ will|allow\ me\ to)\ (?:\w+ly\ )?
      (?:help|assist)\ (?:you|with)
    | \banything\ else\ (?:that\ )?(?:i|we)\ (?:can|may|could)\ (?:help|assist|do)
    | \b(?:take|taking|taken)\ care\ of\ (?:that|this|it|everything)\ for\ you
    | \bi\ understand\ (?:your|how)\ (?:frustrat|concern|upset|you)
    | \bwould\ you\ like\ me\ to\b | \bwhat\ seems\ to\ be\ the\b
    | \b(?:happy|glad|delighted|pleased)\ to\ (?:look|check|process|arrange|sort|explain|resolve)\b
    | \bsorry\ to\ hear\ (?:that\ you|you|about\ your)
    | \blook(?:ing)?\ into\ (?:this|that|it)\ for\ you\b
    # Formulas of the trade.
    | \bthank(?:s|\ you)\ for\ (?:calling|contacting|reaching\ out|getting\ in\ touch|choosing
      |bringing|being\ a\ (?:valued|loyal)|your\ (?:patience|call|business|loyalty|understanding))
    | \bappreciate\ your\ (?:patience|business|loyalty|understanding|cooperation)
    | \b(?:i|we)\ (?:sincerely\ |do\ )*apologi[sz]e\ (?:for\ (?:the|any|this)|on\ behalf)
    | \b(?:inconvenience\ (?:this|caused|you)|(?:the|any)\ inconvenience)\b
    | \bwe(?:'re|\ are)\ (?:\w+\ )?sorry\b | \bour\ apologies\b | \byour\ satisfaction\b
    | \bimportant\ to\ us\b | \byou(?:'ll|\ will|\ should)\ (?:soon\ |now\ )?(?:see|receive|get)
      \ (?:the|your|a)\ (?:money|refund|credit|confirmation|replacement|e-?mail)
    | \bvalued\ customer\b | \bwe\ (?:truly\ |really\ )?value\ (?:you|your)\b | \brest\ assured\b
    | \bto\ (?:our|my)\ attention\b | \bplease\ (?:hold|allow|bear\ with)\b
    | \bas\ (?:your|a|an|the)\ (?:customer\ (?:service|support)|support|service|sales)?\ ?
      (?:agent|representative|advisor|adviser)\b
    | \b(?:our|the)\ (?:refund|support|service|billing|technical|\w+\ support)?\ ?
      (?:team|department)\ (?:will|is\ (?:working|looking)|can)\b
    | ^welcome\ to\b
    # What is the customer's, spoken of as somebody else's.
    | \byour\ (?:request|case|ticket|claim|refund|order|booking|account|payment|issue|concern|money
      |parcel|package|replacement|appointment)s?\ (?:has|have|is|was|will)
      \ (?:now\ |already\ )?(?:been|being|be|on\ its)\b
    | \b(?:could|can|may|would|will)\ (?:you|i|we)\ (?:please\ )?
      (?:have|get|take|provide|confirm|verify|give|share|tell|check|spell|know|ask)\b[^?.!]{0,30}
      \byour\ (?:account|order\ (?:number|id)|full\ name|date\ of\ birth|card|billing|booking
      |customer|policy|reservation|phone\ number|postcode|e-?mail|statement|bank|purchase|receipt
      |invoice|details)
    | \bi(?:'ll|\ will|'d)?\ (?:just\ |also\ )?need\ your\ (?:account|order|full|card|booking
      |details|policy|phone|e-?mail)
    | \bwhat(?:'s|\ is)\ your\ (?:account|order|full\ name|date\ of\ birth|card|booking|customer
      |policy|reservation|phone|postcode|e-?mail)
    | \b(?:please\ )?(?:provide|verify|confirm)\ (?:me\ with\ )?your\ (?:account|order|name|email
      |identity|card|date|billing|details|information|phone|address)
    | \b(?:look|check|looking|checking)\ (?:into|up|on)?\ ?your\ (?:account|order|case|booking)
    | \b(?:i|we)\ (?:can\ |do\ )?(?:see|have|found|checked)\b[^?.!]{0,40}
      \b(?:on|in)\ your\ (?:account|order|file|record|card|profile)
    """,
    _FLAGS,
)
TRADE = re.compile(
    r"""
    \b(?:refund|reimburs|revers(?:e|ed|ing)\ (?:the|that|this|it)\b
    |credit\ (?:you|your|the|back)\b|waiv|escalat|expedit|reship
    |process\w*\ (?:your|the|that|this|a|it)
    |(?:cancel|update|reset|unlock|close|upgrade|check|review|adjust)\w*\ your
    |resolv\w*\ (?:your|this|that|the)|investigat|arrang\w+\ (?:a|your|for)\ \w+\ for\ you
    |(?:fix|sort|handle|book|order|send|do|get|arrange|replace)\w*\ (?:\w+\ ){0,4}for\ you\b
    |transfer\w*\ you|put\w*\ you\ through|connect\w*\ you|offer\w*\ you|help\w*\ you|assist)
    """,
    _FLAGS,
)
"""What only the agent's side can do: in a commitment of "I" or "we" it is the agent who speaks."""

UNREAL = re.compile(
    r"""
    # Machines.
    (?-i:\bA\.?I\b) | \ban?\ ai\b | \bartificial\ intelligence\b | \blanguage\ model\b
    | \bl\.?l\.?m\b | \bchat-?gpt\b | \bgpt-?\d | \bopenai\b | \banthropic\b | \bmachine\ learning\b
    | \bneural\ network\b | \bchat\ ?bot\b
    | \b(?:i'm|i\ am|as)\ (?:just\ |only\ )?an?\ (?:\w+\ ){0,2}(?:bot|assistant|robot|program
      |machine|simulation|character|persona|fictional)\b
    | \blarge\ model\b | \bvirtual\ (?:agent|customer|being)\b
    | \b(?:personal|own)\ (?:experiences|opinions|feelings)\ (?:or|as)\b
    | \bi\ (?:don't|do\ not)\ have\ (?:personal|any\ real|feelings|a\ body|emotions)\b
    | \bnot\ an?\ (?:real|actual)\ (?:person|human|customer)\b
    | \b(?:virtual|digital|helpful|ai|automated)\ assistant\b | \bassistant\ here\b
    | \b(?:your|the)\ assistant\b(?!\ manager)
    | \bmy\ (?:developers?|creators?|programm\w+|training)\b | \btrain(?:ing\ data|ed\ on)\b
    | \bi(?:'m|\ am|\ was|'ve\ been|\ have\ been)\ (?:\w+ly\ )?(?:designed|programmed|created
      |trained|instructed|prompted|told|asked|supposed)\ to\ (?:help|act|play|pretend|portray
      |respond|behave|be\ (?:a|the)|stay\ in|simulate|generate)\b
    | \bi(?:'m\ unable\ to|\ am\ unable\ to|\ can't|\ cannot|\ can\ not|\ won't)
      \ (?:assist|help\ you\ with|fulfill?|comply|provide|generate|engage)\b
    # The exercise.
    | \b(?:system|the|my|this|your|original|initial|following)\ prompts?\b
    | \brole[\ -]?play\w*\b | \bpretend(?:ing)?\ to\ be\b | \bsimulat(?:ion|ed|ing)\b
    | \b(?:the|this|my|our|your|training|practice|fictional)\ (?:scenario|exercise)\b
    | \brubric\b | \bexit\ conditions?\b | \bscor(?:ed|ing)\b
    | \b(?:my|your|the|a|final)\ (?:score|grade)\b
    | \b(?:stay|remain|keep|break|breaking|be|out\ of|in)\ (?:in\ )?character\b | \booc\b
    | \b(?:play(?:s|ed|ing)?|act(?:s|ed|ing)?\ as|portray\w*)\ (?:a|the)\ (?:customer|part|role
      |character|persona)\b
    | \bas\ the\ customer\b | \b(?:my|the|these|your)\ (?:instructions|guidelines|programming)\b
    # The prompt, told back.
    | \bthe\ (?:trainee|agent)(?:'s)?\b | \b(?:in\ (?:the|my|your)|'s)\ next\ line\b
    | \bthe\ (?:task|prompt)\ (?:says|asks|is)\b
    | \bend\ of\ (?:the\ )?(?:conversation|chat|call|line|script|dialogue)\b
    | \bthe\ customer\ (?:hangs|says|replies|responds|wants|pauses|sighs|feels|ends|leaves|asks)\b
    | \bhere(?:'s|\ is|\ are)\ (?:my|the|a|your|\w+(?:\ \w+)?'s)\ (?:next\ )?(?:response|reply
      |lines?|rewrite)\b
    """,
    _FLAGS,
)
DIRECTION = re.compile(
    r"""
    \*[^*\n]+\*? | \*\*+ | \[[^\]\n]*\]? | \{[^}\n]*\}? | </?\w+[^>\n]*>? | <[<|] | ^\s*\#+\s | ```
    | (?<!\w)[~_]\w[^~_\n]*[~_](?!\w)
    | \(\s*(?:sigh|laugh|pause|chuckl|smil|frown|groan|mutter|nod|shrug|whisper|shout|cough|rais
      |roll|cross|think|hesitat|angri|calm|quiet|sarcas|frustrat|annoy|relieved|silen|end\ of)\w*
      [^)]*\)?
    """,
    _FLAGS,
)
"""Stage directions, markup, and marks of a chat format."""

LABELS = (
    r"customer(?:\ (?:service|support))?|agent|trainee|user|assistant|system|caller|human"
    r"|representative|client|support|narrator|note|ooc|response|reply|output|line"
)
