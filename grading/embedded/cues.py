"""Small wording cues: what one sentence does for the person it is said to.

The grammar of stances reads what is done with the *matter* (promised, refused, asked). These cues
read what is done with the *person*: warmth, shared experience, curiosity, or the lack of them.
Each cue is a list of wordings; a sentence shows the cue when any of them occurs in it.
"""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache


class Cue(StrEnum):
    """What a sentence does for the person."""

    SYMPATHY = "sympathy"  # sorrow for the other's trouble
    REACTION = "reaction"  # feels along: "oh no", "that's awful", "how exciting"
    VALIDATION = "validation"  # says that the feeling makes sense
    INFERENCE = "inference"  # puts the other's feeling or situation into words
    SHARED = "shared"  # has lived the same
    WISH = "wish"  # hope, luck, encouragement
    SUPPORT = "support"  # is there to listen or to help
    MINIMISE = "minimise"  # makes it small
    ADVICE = "advice"
    QUESTION = "question"
    PROBE = "probe"  # asks about the other's experience: why, how it felt, what happened
    SELF = "self"  # turns the talk to the speaker
    PRAISE = "praise"  # welcomes what the other did or said
    RESTATE = "restate"  # hands the other's words back: "so you're saying …"
    INSULT = "insult"  # aimed at the person


_BAD = (
    r"(?:awful|terrible|horrible|horrid|hard|tough|rough|bad|worst|worse|sad|"
    r"annoying|frustrating|"
    r"infuriating|upsetting|stressful|scary|frightening|terrifying|embarrass\w*|"
    r"painful|difficult|"
    r"unfortunate|disappointing|hurtful|messed up|unfair|gross|disgusting|crazy|"
    r"dreadful|exhausting|"
    r"nerve[- ]?\w*|a shame|a pain|a nightmare|shame|tense|overwhelming|lonely|"
    r"heartbreaking|tragic|"
    r"worrying|worrisome|maddening|inconvenient|not good|not okay|not ok|confusing|"
    r"unpleasant|tiring|"
    r"awkward|mean|rude|stupid|unacceptable)"
)
_GOOD = (
    r"(?:awesome|great|amazing|wonderful|fantastic|exciting|lovely|nice|cool|"
    r"delicious|fun|funny|"
    r"sweet|adorable|beautiful|brilliant|a blast|good news|worth it|impressive|a "
    r"relief|incredible|"
    r"hilarious|amusing|good)"
)
_LINK = (
    r"(?:that|this|it|those|these|which|they|there)(?:'?s| is| are| was| were| "
    r"sounds?(?: like)?| must be|"
    r" must have been| must feel| seems?| feels?| would be| would have been|'d be| "
    r"can be| can feel| had to be|'ll be)"
)

_WORDINGS: dict[Cue, tuple[str, ...]] = {
    Cue.SYMPATHY: (
        r"\bsorry\b(?! (?:sir|ma'am|but (?:we|i) (?:can|do)))",
        r"\bcondolences\b|\*?\bhugs?\b\*?|\bsending (?:you )?(?:love|strength|hugs)\b",
        r"\bmy heart (?:goes|breaks)\b|\bbreaks my heart\b|\bfeel (?:bad|sad|awful) for you\b",
    ),
    Cue.REACTION: (
        rf"\b{_LINK} (?:\w+[ ,]+){{0,4}}?(?:{_BAD}|{_GOOD})\b",
        rf"\b(?:what|how) (?:a |an |so )?(?:\w+ )?(?:{_BAD}|{_GOOD}|relief|mess)\b(?!.*\?)",
        (
            r"\b(?:oh no+|oh man|oh my|oh dear|oh wow|ouch|a+w+|yikes|dang|damn|gee+z|jeez|"
            r"yay+|woo+\s?hoo+|"
            r"omg|wow|ugh|congrat\w*|hurray|hooray|bummer|noo+|oof)\b"
        ),
        r"\b(?:sucks|stinks|i hate (?:it |that |when))|\bpeople (?:just )?(?:suck|have no)\b",
        rf"^(?:so |very |really |pretty |wow )?(?:{_BAD}|{_GOOD})\s*[!.]",
        r"\bcan(?:'?t| not) believe\b.*\b(?:you|they|he|she|that)\b|\bhaha\w*|\blol\b.*!",
    ),
    Cue.VALIDATION: (
        (
            r"\bi (?:can |do |really |completely |totally |fully |certainly |could )*"
            r"(?:understand|see|get|appreciate|hear|imagine|know|relate)\b"
            r"(?: (?:how|why|that|what|it|you|your|the feeling|this)\b|[,.!]|$)"
        ),
        (
            r"\bi can (?:only )?imagine\b|\bmakes (?:total |perfect |complete )?sense\b|"
            r"\bno wonder\b"
        ),
        (
            r"\b(?:anyone|anybody|everyone|any of us|most people|i) would (?:be|feel|have "
            r"felt|have been|cuss|hate|do)\b"
        ),
        r"\b(?:i'?d|i would)(?: not want to| be| feel| hate| have been| have felt)\b",
        (
            r"\bevery (?:right|reason)\b|\bunderstandabl\w+|\bdon'?t blame you\b|\bi feel "
            r"(?:you|your)\b"
        ),
        (
            r"\byou deserve\b|\bnot your fault\b|\byou'?re (?:not alone|right)\b|\bi "
            r"agree\b|\bnot alone\b"
        ),
        (
            r"\b(?:we'?ve|we have) all (?:been|done|had)\b|\bhappens to (?:us all|everyone|"
            r"the best)\b"
        ),
        r"\bin your (?:position|shoes)\b|\bresonate|\ball in this together\b",
    ),
    Cue.INFERENCE: (
        r"\byou (?:must|might|may|probably) (?:be|have|feel|have been|have felt)\b",
        (
            r"\b(?:it )?(?:sounds|seems|looks) (?:like|as if|as though|that) (?:you|it|this|"
            r"that)\b"
        ),
        (
            r"\bi (?:guess|imagine|think|suppose|know|bet)(?: that)? (?:you|it (?:seems|"
            r"must|feels|is hard|just could|could)|how)\b"
        ),
        (
            r"\bmy guess is\b|\bpart of you\b|\byou (?:just )?(?:feel|felt|are feeling|were "
            r"feeling|wish|want(?:ed)? to)\b"
        ),
        (
            r"\b(?:it )?must (?:have|be|feel)\b|\byou'?re (?:\w+ )?(?:tired|worried|scared|"
            r"upset|angry|in a)\b"
        ),
        (
            r"\byou are in a\b|\bhow (?:hard|difficult|frustrating|upsetting|stressful) "
            r"(?:it|this|that)\b"
        ),
        (
            r"\bfeels? like (?:the|you|it|nothing)\b|\bit'?s hard (?:to|when)\b|\bit gets? "
            r"(?:really )?hard\b"
        ),
    ),
    Cue.SHARED: (
        (
            r"\bme (?:too|either|neither)\b|^\W*same\b|\bsame (?:here|boat|thing "
            r"happened)\b|\bi(?:'ve| have) been there\b|"
            r"\bbeen there\b"
        ),
        (
            r"\bi(?:'ve| have)(?: also| always| never)? (?:done|had|felt|gone|experienced|"
            r"struggled|tried|lost|been)\b"
        ),
        (
            r"\bi (?:also|always|still|sometimes|often|just|used to|hate|hated|lost|had|"
            r"felt|struggle\w*|was|went|know how)\b"
        ),
        (
            r"\bas someone who\b|\bi know (?:the|that|this) feeling\b|\bi get (?:this|that|"
            r"it) (?:too?|as well)\b|"
            r"\bi get this\b|\bi love\b|\bmine (?:did|does|is|was)\b|\bwhen i\b"
        ),
        (
            r"\bi(?:'m| am) (?:also|not afraid|afraid|scared|tired|in the same)\b|\bfor "
            r"me\b|\bi do too\b|\bi have (?:a|an|\d)\b|"
            r"\bi can'?t (?:get|wait|sleep|stop)\b|\bi don'?t read\b|\bi dont\b"
        ),
    ),
    Cue.WISH: (
        r"\b(?:i )?hope(?:fully)?\b|\bgood luck\b|\btake care\b|\bbest of luck\b|\bwish you\b",
        (
            r"\byou(?:'?ll| will) (?:\w+ )?(?:be (?:ok|okay|fine|alright|all right|great)|"
            r"do (?:better|great|fine|it)|get through|feel better)\b"
        ),
        (
            r"\b(?:it|things|life|he|she|they)(?:'?ll| will) (?:all )?(?:get|be (?:ok|okay|"
            r"fine|alright|better)|work out|come around|bring|improve|pass)\b"
        ),
        (
            r"\b(?:keep (?:your|going|it up|fighting)|hang (?:in|on)|stay strong|never "
            r"(?:lose|give up)|don'?t (?:give up|let (?:this|it|them)))\b"
        ),
        (
            r"\byou(?:'ve| have)? got this\b|\byou can do\b|\bi (?:know|believe|guarantee|"
            r"'?m sure) (?:that )?you (?:can|could|will)\b|\bi believe in you\b"
        ),
        (
            r"\b(?:so |really |very )?(?:glad|happy|pleased|thrilled|relieved|"
            r"proud)\b.{0,25}\b(?:you|hear|it|that|for)\b|\bgood (?:on|for) you\b"
        ),
        (
            r"\bsomebody out there cares\b|\bi care\b|\byou (?:are|'re) (?:loved|worth|"
            r"strong|brave|enough)\b|\bonly go up\b|\bget better\b"
        ),
    ),
    Cue.SUPPORT: (
        (
            r"\bi(?:'m| am| will be|'ll be) (?:always )?here\b|\bhere (?:for you|to (?:help|"
            r"listen|talk))\b"
        ),
        (
            r"\bfeel free to\b|\b(?:pm|message|dm|text|call|talk to) me\b|\blet'?s talk\b|"
            r"\bwe can (?:still )?talk\b"
        ),
        (
            r"\b(?:want|like|need) to (?:talk|vent|chat)\b|\bif you (?:ever )?(?:need|"
            r"want)\b|\blet me (?:help|know if)\b"
        ),
        (
            r"\bi(?:'ll| will| want to| 'd like to| can) (?:help|listen|support)\b|\bhow "
            r"can i help\b|\bhappy to (?:help|listen)\b|\b(?:i'?m|i'?ll stay|stay) with you\b"
        ),
    ),
    Cue.MINIMISE: (
        (
            r"\b(?:it'?s|its|it is|that'?s|only) just\b|\bat ?least\b|\bcalm down\b|\bget "
            r"over\b|\bcould be worse\b|\bchill\b"
        ),
        (
            r"\bnot (?:a|that|such a) (?:big )?(?:deal|bad|serious)\b|\bcheer up\b|\bbig "
            r"deal\b|\bsuck it up\b|\bman up\b"
        ),
        (
            r"\bstop (?:whining|complaining|crying|it|the|being)\b|\bno (?:need|reason) to "
            r"(?:be|get|worry|cry)\b|\boverreact\w*"
        ),
        (
            r"\bthere (?:will|'ll) always be\b|\byou'?ll live\b|\bjokes? aside\b|\bdon'?t "
            r"be (?:so|silly|dramatic|down)\b|\bwho cares\b"
        ),
        (
            r"\bwhatever\b|\bjust (?:a|an) (?:cake|dog|cat|pet|joke|phase)\b|\bnot my "
            r"(?:problem|fault)\b"
        ),
    ),
    Cue.ADVICE: (
        (
            r"\byou (?:should|need to|could|ought to|must|have to|can (?:always|try|"
            r"just))\b|\bwhy don'?t you\b"
        ),
        (
            # An imperative, and no question that begins with "do".
            r"(?<!\w)(?:^|[.!;,] ?)(?!.*\?\s*$)(?:just |please |maybe |perhaps |so )?"
            r"(?:try|take|give|go|get|"
            r"stop|focus|tell|talk|read|eat|"
            r"work|don'?t|put|make sure|look|keep|stay|be|do|see|think about|consider|"
            r"remember|ask|find)\b"
        ),
        (
            r"\bi(?:'d| would) (?:also )?(?:suggest|recommend|try|say|just)\b|\bi suggest\b|"
            r"\bhave you (?:tried|thought (?:about|of)|considered)\b"
        ),
    ),
    Cue.QUESTION: (
        r"\?\s*$",
        (
            r"^(?:so |and |but )?(?:how|what|why|when|where|who|which)(?:'?s| is| are| did| "
            r"do| was| were| made| happened)\b"
        ),
    ),
    Cue.PROBE: (
        (
            r"\bwhy\b.*\?|^why\b|\bwhat'?s? (?:made|makes|happened|is (?:going on|wrong|up)|"
            r"going on|wrong|was it|are your|do you (?:mean|think|feel))\b.*\?"
        ),
        (
            r"\bhow (?:did|do|does|is|was|are|were|have|long|come|old|often)\b.*\b(?:you|it|"
            r"that|they|he|she|things)\b.*\?"
        ),
        (
            r"\b(?:feel\w*|felt|afraid|scared|worried|happy|sad|angry|upset)\b.*\?|\btell "
            r"me\b(?! (?:your|the) (?:name|account|order|number))"
        ),
        (
            r"\b(?:do|did|are|were|have|has|had|was|can|could|would) (?:you|it|they|he|she|"
            r"your|that|things)\b.*\?|"
            r"\bwhat (?:do|did|have|were|are|was|is|would|flavor|about)\b.*\b(?:you|your|it|"
            r"she|he|they|that)?\b.*\?|"
            r"\b(?:want|like) to talk\b|\bwhere (?:are|were|did)\b.*\?|\bwho (?:was|is|did)\b.*\?"
        ),
    ),
    Cue.SELF: (r"\b(?:i|i'm|i've|i'd|i'll|my|me|mine|myself)\b",),
    Cue.PRAISE: (
        (
            r"\b(?:good|great|excellent|nice|perfect|lovely|wonderful|clever|smart|"
            r"interesting|well done|exactly|correct|right)\b"
            r"(?: (?:job|point|question|idea|thinking|work|observation|one|call|answer))?\s*[.,!]"
        ),
        (
            r"\bi (?:like|love|appreciate) (?:that|how|your|the way|what)\b|\bthank(?:s| "
            r"you) for (?:telling|sharing|saying|explaining|letting|asking|being|your)\b"
        ),
    ),
    Cue.RESTATE: (
        (
            r"\bso (?:you(?:'re| are|'ve| have)?|he|she|it'?s|it is|that'?s|what you|the|"
            r"your|they|we have|if)\b"
        ),
        (
            r"\byou(?:'re| are) (?:saying|telling|asking|looking|thinking)\b|\byou (?:said|"
            r"say|mean|mentioned|told|noticed|think|thought|found|want)\b"
        ),
        (
            r"\bin other words\b|\b(?:let me|to) (?:check|make sure) (?:i|that i|we)\b|\bif "
            r"i (?:understand|understood|hear)\b|\bwhat i(?:'m| am) hearing\b"
        ),
        r"\blet me (?:just )?(?:repeat|recap|summari[sz]e|play that back)\b",
    ),
    Cue.INSULT: (
        (
            r"\bsorry (?:that )?you (?:can'?t|cannot|don'?t|didn'?t|couldn'?t) (?:read|understand|"
            r"see|follow|listen|think)\b|\bgood luck with that\b|"
            r"\bcongrat\w*(?: on| for) finally\b"
        ),
        (
            r"\byou(?:'?re| are)? (?:an? |such an? |being |all )*(?:\w+ )?(?:idiot|moron|"
            r"stupid|dumb|liar|fool|clown|loser|pathetic|ridiculous|annoying|dense|useless|"
            r"clueless)\b"
        ),
        (
            r"\b(?:shut up|stfu|screw you|f+u+c+k (?:you|off)|piss off|get lost|go to hell|"
            r"idiot|moron|stop wasting my|waste of my|"
            r"not my (?:problem|job)|(?:i|we) (?:don'?t|couldn'?t|could) care(?: less)?|you "
            r"people|(?<!')(?<!\w )(?:just )?deal with it|boo[- ]?hoo|whin(?:e|ing|er))\b"
        ),
    ),
}

_COMPILED = {cue: re.compile("|".join(w), re.IGNORECASE) for cue, w in _WORDINGS.items()}


@lru_cache(maxsize=4096)
def cues(sentence: str) -> frozenset[Cue]:
    """Return the cues that a sentence shows. Curly apostrophes count as straight ones."""
    plain = sentence.replace("\u2019", "'")[:1000]
    return frozenset(cue for cue, pattern in _COMPILED.items() if pattern.search(plain))
