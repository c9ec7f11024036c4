"""Phrases that open, close, pause and check a conversation."""

from core.stances.model import Stance

TALK: dict[str, str] = {
    Stance.GREETS: """
^hi
^hello
^hey
^good morning/afternoon/evening/day
^welcome to
^morning$
^this is _ from
^you are speaking/through to/with
^you have reached
^thanks/thank you? for calling/contacting/reaching
""",
    Stance.THANKS: """
thank you
thanks
much appreciated
i/we appreciate your/you/the/that
""",
    Stance.SAYS_GOODBYE: """
^bye
bye$
goodbye
have a/yourself .. day/evening/weekend/one/time/afternoon/night/week/trip/christmas/rest
^take care
talk/speak to/with? you soon/tomorrow/later/then
^see you
enjoy your/the rest/day/evening/weekend
""",
    Stance.AGREES: """
^yes
^of course
^sure
^absolutely
^certainly
^definitely
^exactly
^agreed
^that is right/correct/true/fair
^you are right/correct
^okay
^no problem/worries
^by all means
^fair enough/point
^that makes sense
^i agree
i agree$
^indeed
^correct
^not a problem
""",
    Stance.DISAGREES: """
^no
^that is not right/correct/true/accurate/what/how
^not quite/exactly
i/we do not agree
i disagree
^you are wrong/mistaken/incorrect
^that is wrong/incorrect/false
""",
    Stance.EXPLAINS: """
because
the reason
that is why
due to
what/it/that/this means
the way it/this/that works
how it/this/that works
works by/as/like/on/per/out
in order to
so that you/we/the/your
as per
which is why/because
let me explain
i can/will explain
policy is/says/states
this/that happens when
this/that/it is/was caused
what happened is/was
in other words
for example
once you/it/the/your
the way
as a result
""",
    Stance.STALLS: """
one moment/second/sec/minute/mo/tick please?$
^one/a moment/second/sec/minute
just? a? moment/second/sec/minute while/please
bear with me
bear with
hold/hang on/tight
^please hold$
^please hold on/for/while
hold the/for line/a
give me/us .. moment/second/sec/minute/minutes/mo/tick/ticks/seconds
give me/us a/one/two/just/half/another/a? moment/second/sec/minute/minutes/mo/tick/few/couple
two/couple seconds/minutes/secs/ticks please?$
put/place you on hold/a
putting/placing you on hold/a
i/we will be right? back$
i will be/get back/with in/to a/you/in
i will be with you in/shortly/right
one sec
^wait a/one
let us see$
let me see$
with you in a moment/second/minute/sec
""",
    Stance.CHECKS_BACK: """
is? there? anything else
does/did that/this/it all? make/answer/work/sound/help/suit/cover/seem
does/is/would/will that/this/it/everything be/seem/look/sound/all? <good>
is/was/are/have that/this/it/i/we/everything right/correct/understood/got
is/was/are/have that/this/it/i/we/everything understand/okay/clear/fair
is that all? right/correct/okay/clear/fair/what/how/good/everything
have i got/understood/missed/covered/heard/answered
did i get/understand/miss/hear/answer/cover
am i right/hearing/understanding/correct
let me make/check/confirm/repeat/read/recap/summarise/summarize sure/that/i/what/back/the/this? i?
make/making sure i/we have/understand/am/understood/got
^to make/be/double sure/clear/certain/check
^to confirm/recap/summarise/summarize/clarify
^let me make sure
^so you
^so the/your/it/that/this/what/if/i/we
if i/we understand/understood/heard/have you/that/this/right/correctly/it/understood/got
what i am hearing
sounds/sound good/okay/fair/alright$
are you happy/okay/comfortable with
are we good/clear
happy with that
what other questions
any other/more/further questions
do you have any/other/more questions
all/any clear/good/questions$
how does that
""",
}
