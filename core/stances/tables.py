"""The phrases, by what they are a sign of. The notation is told in ``phrases``.

Fillers ("just", "really", "so" ...) are left out before matching, contractions are spelt out and
everything is lower case.
"""

from core.stances.lexicon import AUXILIARIES, words
from core.stances.model import Stance
from core.stances.signs import Sign

CLASSES = {
    "aux": AUXILIARIES,
    "bad": words("""frustrating stressful annoying upsetting worrying tough hard awful difficult
        disappointing inconvenient infuriating exhausting scary painful unsettling confusing
        distressing horrible terrible rough maddening irritating tiring alarming unpleasant
        overwhelming nerve-wracking embarrassing miserable unfair aggravating daunting horrid
        frightening nightmare unacceptable hassle rubbish lousy rotten trying disheartening
        heartbreaking devastating dreadful nasty grim disaster worst unsettled sad miserable
        demoralising demoralizing concerning unnerving  gutting disruptive draining"""),
    "felt": words("""frustrated stressed annoyed upset worried angry disappointed concerned anxious
        furious exhausted scared confused cross fed tired unhappy mad overwhelmed nervous hurt
        livid distressed shaken embarrassed irritated frightened fuming cautious hesitant
        sceptical skeptical wary gutted impatient uneasy"""),
    "feeling": words("""frustration stress annoyance anger disappointment concern concerns worry
        worries anxiety upset inconvenience pain hassle pressure hesitation feelings feeling
        disruption stressful nerves"""),
    "please": words("please kindly"),
    "insult": words("""stupid idiot dumb moron thick clueless pathetic ridiculous ignorant dense
        idiotic moronic imbecile lazy incompetent cheapskate cheap fool whiner crybaby liar
        delusional crazy hysterical dramatic clown muppet rude"""),
    "swear": words("""bullshit crap fuck fucking fucked shit bollocks damn bloody goddamn asshole
        arsehole bastard bitch piss pissed wanker twat screw"""),
    "wrongdo": words("""wrong incorrectly badly"""),
    "fault": words(
        "mistake error fault oversight failure slip mess-up cock-up blunder slip-up doing mix-up"
    ),
    "good": words("""good great fine okay alright sense clear helpful right correct suit work help
        sound reasonable fair"""),
}

TABLES: dict[str, str] = {
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
have a/yourself good/great/nice/lovely/wonderful/pleasant/fantastic/safe/brilliant
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
i agree
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
    Stance.OFFERS: """
would you like
would you prefer/rather/consider/fancy
would you be interested/open/happy/willing/up
do you want me/us/to/a/the/it/this/that
do you fancy
^how/what about
shall/should i/we
can/could/may i/we offer/interest/tempt/suggest/propose/book/send/set/get-you/arrange/give/throw/sort
^why do not we/i/you
^why not
i/we can/could offer
i/we would like to offer/propose/suggest
i/we would be happy/glad to offer
you could always
what/all/best/most i/we can/could do is
best i/we can/could do
i/we can/could do you
another/one/alternative/other option/alternative
would it be .. if
alternatively
your options are
you can/could either
would it help if
would/does .. work for you
would/does _ or _
^would .. suit/work
does .. suit
happy to offer
are you interested in
how would you feel about
what if i/we
if i/we threw/could/can/were/got/gave/took/offered
are you open to
let us try
i/we suggest/propose/recommend
i/we would suggest/propose/recommend
fancy a
i/we offer you
i am offering
""",
    Stance.REFUSES: """
not possible
is/are not something/anything i/we
not something/anything that? i/we <aux>?
is/are/was not available/allowed/permitted/eligible/covered/refundable/negotiable/included/an/supported/offered/doable/feasible/transferable/entitled
not on/up offer/for/the discussion/negotiation/table/cards
not entitled/eligible/covered/insured/permitted
no longer sell/offer/provide/support/available/do/make/stock/accept/take/honour/honor/have
non refundable/negotiable/transferable/returnable
nonrefundable
am/is/are/be/was unable
not able to
no refund/refunds/discount/discounts/exceptions/exchanges/returns/can/way/chance/deal/extension/exception/compensation/credit
there is/are no/not any/a? refund/refunds/discount/discounts/way/option/possibility/exception/exceptions/chance/room/appointments/slots/availability/budget/vacancies/stock
no way i/we/to/that
out of the question
impossible
against .. policy/rules
policy/policies/rules/terms/rule/contract/law/regulations do/does/will not allow/permit/cover/let/include
policy/policies/rules/terms/rule/contract/law/regulations forbid/forbids/prohibit/prohibits/exclude/excludes/prevent/prevents
not under/within .. policy/terms/rules
been/was/is/were/are declined/denied/rejected/refused
turned down
must/have/need to? decline/refuse/reject/say
have to decline/refuse/say-no
i/we decline/refuse
refuse to
refusing to/the/your
^not happening
is not happening
not going to happen
answer/it is/remains/was a/still/no? no
^afraid not
i am afraid not$
afraid that is not
^absolutely not
^certainly not
^definitely not
^no can do
^not this/that time
^but? not the/that/on/for/this
fully/all booked
booked/sold up/solid/out
is a? no from
would rather not
would prefer not
is/was/were/been unsuccessful
no .. rule/policy$
answer .. is/was/remains a/still? no
is a no
is/are off the/limits
not in a/any position
there is not anything/much/a
not much/lot/anything else/more/that? i/we can
falls/fall/is/are outside of? what/our/the
for .. customers/members/accounts/subscribers/orders/users only
price/decision/that/offer is/stands final
decision stands/remains
stands/stand as
not authorized/allowed/permitted/able/willing/prepared
no authority/budget/wiggle/room/flexibility
above my pay
beyond my/our
hands are tied
have/has ruled out
will not happen
not change our/my/the mind/decision
there is nothing
nothing i/we/more/else/further can/could/i/we
nothing to/can be/do/done
not an option
over my dead
^sorry/unfortunately/afraid no$
^no sorry/refund/discount/i/we$
does not qualify/apply/extend
do not qualify
is/are closed to
only refund/exchange/do/offer/accept/deal/work/sell if/when/within
too late to/for
""",
    Stance.ACKNOWLEDGES: """
i/we understand$
i/we understand/get/see/know/appreciate/realize/realise/recognise/recognize/imagine how/why
i/we understand/appreciate/recognise/recognize/share/hear your/the <feeling>
i/we understand/appreciate/know/get/see/realise/realize/recognise/recognize that? this/it/that/you/waiting .. <bad>/<felt>/ideal
i/we understand/get where
i/we understand/know what you/that/it/this
i/we see/know how/what you/it/that/this
i/we do understand
^waiting/being/having .. <bad>
i/we can/could/do/would understand/appreciate/imagine/relate/sympathise/sympathize/empathise/empathize
i/we can/could/do see/tell/hear/feel/sense how/why/in/what
i/we can/could/do see/tell/hear/feel/sense .. <bad>/<felt>/<feeling>
i/we can hear that/you/it/the
i can only imagine
i hear you/that/how/what
i get it/that
i feel your/for
that/this/it must have/be/feel
that/this can/must not have/be been? .. easy/fun/nice/great/pleasant/good
that/this/it must/has/have been/be .. <bad>
that/this/it/which sounds/sound/feels/seems/is/was/looks .. <bad>
sounds/sound/feels/seems/looks .. <bad>
sounds/sound like .. <bad>/day/week/month/time/year/ordeal/nightmare
you must be/feel .. <felt>
you sound/seem/are .. <felt>
it sounds/seems/feels like? you
is/are/was/must .. <bad> to/for/when
i would be/feel/have .. <felt>
i would be/feel the same
i would feel
i would have been
anyone/anybody/everyone would be/feel
no wonder
would drive/make/upset/annoy/frustrate/test/stress/worry anyone/anybody/me/us/everyone
would be hard/tough/frustrating/annoying
you have every right/reason
every right to
you are right/entitled to be/feel/expect
not what you want/need/expect/hoped/expected/wanted
not the experience/service/start/way/answer/news/outcome/result/response/kind
last thing you/anyone/anybody/people
you have .. put/gone/spent .. work/effort/time/trouble
must be/have been? .. <bad>
not how .. start/spend
how .. <bad>/<felt> you/that/this/it
why you are/feel/would/might .. <felt>
your <feeling>
<bad> for you
i know .. <bad>
that/what is .. <bad>
what a/an .. <bad>/nightmare/shame/mess/day/pain
sorry to hear/learn/read
sorry you/that/your you/is/are/have/had/were/did/feel
thank/thanks you? for your? telling/bearing/being/sharing/letting/waiting/patience/raising/flagging/understanding/explaining
i/we appreciate you telling/waiting/raising/letting/bearing/sharing/flagging/being/taking
i/we appreciate your patience/honesty/time
it is/was understandable/natural/normal to/that/you
understandable/understandably
completely/totally fair
makes sense you/that/why
you should not have had/to
you have been through/patient/waiting/very
not easy
i sympathise/sympathize/empathise/empathize
you have had .. day/time/week/month
been .. patient
had a .. <bad>/day/time/week/month
what you are/have going/been through
i do not blame you
takes/took courage
weighing/weighs/weighed on you
easy to see why
good/great/fair/valid question/point/concern
valid
""",
    Stance.APOLOGISES: """
sorry
apologies
my/our/sincere/sincerest/an apology
i/we apologize
i/we do/must/want/would/can/cannot/should/need to/like/only? to? apologize
want/like/let me? to? apologize
my bad
forgive me/us/the/our
please accept
regret the/this/that/any
excuse the delay
""",
    Sign.MISHEARD: """
^sorry$
^sorry could/can/would/may/what/who/which/where/did/do/how/when/is/are/was
^sorry i/you/it/that/the/we .. catch/hear/cut/missed/miss/broke/breaking/lost/faint/quiet
^sorry i was/am going/about/saying
^sorry .. catch/hear/repeat/missed
^sorry .. say that/again
^sorry come again
^sorry to interrupt/bother/disturb/stop
^sorry one/just/a moment/second/sec
^sorry no$
not sorry
^sorry not sorry
better safe than
safe than sorry
""",
    Stance.TAKES_OWNERSHIP: """
that/this/it is/was on us/me
is/was/were on us/me/our
our/my/us/company <fault>
our/my own? <fault>
our/my side/end/part <fault>?
on/at/by/from our/my side/end/part
we/i made/make a/an/the .. <fault>
we/i messed/mess/screwed/slipped/dropped/drop up/the
we/i got/get that/this/it/something/yours/your wrong
we/i failed/let you/down/to
let you down
dropped the ball
fell short
should have/not been/have told/caught/checked/called/seen/sent/warned/happened/explained/spotted/noticed/flagged/let
we/i should/ought have/to
we/i should/could not have
i will/am own/owning it/this/that/the/my
going to own it/this/that/the
i/we own this/that/it/up
i/we take full? responsibility/ownership
i/we will/am/are take/taking full? responsibility/ownership/charge
take responsibility/ownership
full responsibility
i will personally
i am personally
i/we will stay/be/remain with/on you/the/it until
i will stay with/on you/the
until it/this/that is/has fixed/sorted/resolved/done/been
i will see this/it/that through
see this/it through
with you every step
leave it/this/that with me/us
i will make it right
make this/it/things right
put this/it/things right
i will be your/the point/person/one/contact
my responsibility
we are/were to/in/at blame/the/fault
i am responsible
^i am handling/on it/this
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
^please hold
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
is/was/are/have that/this/it/i/we/everything right/correct/understood/got/understand/okay/clear/fair
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
    Stance.RUDE: """
calm down
not my/our problem/concern/fault/job
^whatever
^so what$
do you even
are you stupid/deaf/dumb/blind/joking/kidding/serious/thick/for/even/an/some
you are/sound/is/being a/an/so/such/just/pretty? <insult>
you are being
^<insult>$
do/did not be <insult>/silly/childish/ridiculous
what is wrong with you
what part of
as/like i told/said/explained/mentioned
i told/said/explained you? that? once/twice/three/times/before
i have told/said/explained/answered you/this/that
how many times
for the last/third/second/hundredth/umpteenth time
stop wasting/complaining/whining/shouting/yelling/moaning/crying/being/interrupting
wasting/waste my/our/everyone time
<swear>
you people
can/do you not read/listen/understand/hear
can not you read/listen
are you not listening
you are not listening
do/did i look like
take that tone
get over it
deal with it
^shut up
shut your
grow up
get a life
get lost
go away
i do not care
i could not care
could care less
who cares
not my fault
not paid enough
do your own
cry me
boo hoo
too bad
tough luck
^tough$
suck it up
your problem
like it or
what do/did you want/expect me/us/to
what did you expect
use your brain/head/eyes
common sense
pay attention
listen to me
^listen here
mind your
watch your
lower your voice
relax
take a chill
chill out
like talking to
oh please
spare me
for god/gods/christ/heaven/goodness/pete sake/sakes
that/it/this is/was stupid/dumb/idiotic/pathetic
oh come on
give me a break
good for you
congratulations on
happy now
if you do not like it
any idiot
a child/idiot/monkey/toddler could
even a child
it is not rocket
how hard
i do not have time/all
be quiet
let me finish
not going to argue
you are not the only
lucky you
^duh
^seriously$
^yawn
^obviously$
^blah
you clearly
i have better
nobody asked
no one asked
your attitude
learn to
hurry up
make it quick
get to the point
what now
what else do you want
are we done
""",
    Stance.BLAMES: """
you should/ought have/to
you must have
you are/were supposed/meant to
you could have
your/you own? fault/mistake/error/doing/responsibility
your own
is/are on you
on your/you end/side
you did not read/follow/check/listen/tell/pay/give/provide/update/bother/do/cancel/mention/ask/enter/fill/return/save/back/even
you never read/told/checked/asked/updated/mentioned/gave/cancelled/called
you failed/forgot/neglected/ignored/misread/misunderstood
you clicked/entered/typed/put/gave .. wrong
you agreed to/the
you signed
you chose/picked/ordered/accepted/ticked
if you had
you brought
you left it
next time read/check/call/make/follow/tell/do/think
you only have yourself
only yourself to
because you did/forgot/failed/never/were/are
you are to blame
you obviously/clearly
should have read/checked/thought/known/called/kept/been
why did you not
why did not you
did you not read
did not you read
you let
you broke
you caused
""",
    Stance.DISMISSES: """
is/was only/just _ quid/pounds/pound/dollars/euros/pence/cents/days/minutes/hours/percent/a
is/was only a/an/one/two/five
it/that is/was only/just/merely a/an/one _ _?$
it/that is/was only _ _$
no big deal
not a/that big/bad/deal/serious/important/urgent
end of the world
not that bad/big/serious/important/long/much/hard/urgent/deep
not so bad
nothing i/we can
not much/lot/anything else/more/that? i/we can
nothing can be
nothing to do with
nothing to worry
you will? have/need to call/ring/contact/phone/speak/email/take/wait/try/go/write
call/ring/phone back later/tomorrow/another/when
try again later/tomorrow
i/we? suggest/recommend/advise you contact/call/speak/ring/ask/email/go/talk
you should/can contact/call/ask/speak to/with? the/your bank/courier/manufacturer/seller/supplier/airline/insurer
not my/our department/area/job/remit/team/responsibility
is a different department
other department
everyone has/gets/goes/else/waits
happens to everyone
these things happen
it happens
that is life
that is how/the it/way it/things
could be worse
just live
it is what it
do not make a/such
not worth
not like it/that/this/you/we/anyone
is nothing
you are/is overreacting/exaggerating
making a fuss/scene
stop worrying
take it/that/this up with
go to our/the website
check the website/faq
read the faq
it is in/on the terms/website/faq
other people have/with
get used to
you will survive
you will live
just ignore
""",
    Stance.HAS_DONE: """
on its/their/the/his/her way
is/are in your account/inbox/email/emails
all/you set/done/sorted/fixed/booked/sorted
^done
^it/that/everything/this is/are/has been? all? done/sorted/fixed/complete/completed/gone/live/active
is/are back in/on your
should be sorted now
is/are back? up/online/working/unlocked/live/open again/now/and?
you are all? set/booked/confirmed/enrolled/registered/upgraded
""",
    Stance.PROMISES: """
consider it/that/this/yourself
^will do$
i/we promise you? i/we/that/it/to
i/we guarantee
you have my word
coming your way
coming right up
heading your way
is/are with you by/on/within/tomorrow/today/before
as good as done
on it$
right on it
i will/am make/making sure
you can count/rely/depend on
count on me/us/it
rest assured
""",
    Stance.HEDGES: """
see what/if/whether/how i/we/it/the/that/they/there
what i/we can do$
look/looking/looked/checking/digging into
do/doing/try/trying/give my/our/it/the best/hardest/a/go/utmost/shot
best i/we can$
it/that/this/all depends
comes/come/boils down to
depends on
depending on
no guarantee/guarantees/promises
not guaranteed
cannot/not promise/guarantee
in theory/principle
have a word/chat with
fingers crossed
chance/possibility i/we/you/it/that/they
with any luck
all being well
at some point/stage
sooner or later
in due course
if all goes
subject to
pending
fairly/pretty/reasonably/almost/quite sure/confident/certain
not sure/certain/clear/convinced/100 if/whether/we/i/that/about/how/what
not know if/whether/when/how/yet
^i do not know$
no idea
not confirmed/decided/confident
no promises
remains to
hard to say
up to the/them/my/him/her/our/your
has/have/need/needs/needed/had/would to be? approve/approved/authorized/authorize/sign/signed/agree/confirm/decide
need/needs/require/requires .. approval/authorization/sign/signature/permission/okay
waiting for/on .. approval/confirmation/answer/decision/manager/reply/back
await/awaiting .. approval/confirmation/answer/decision
i/we would have/need to
i/we need/have to check/ask/run/speak/verify/confirm/consult/see/get
i/we will have/need to check/ask/run/speak/consult/see/talk/get/clear
check/checking/ask/asking/find/finding/know/knowing/confirm/determine/discuss/verify/decide/see out? if/whether
check/speak/talk/discuss/liaise/consult/ask/run with/to/my/this/it/that/around? .. manager/supervisor/team/finance/boss/billing/director/legal/colleague/department/them
i/we will/can ask
let me ask my/the/around/a/our/someone/if/whether
put in a word/request
run it/this/that past/by
as far as i
everything/all/whatever/anything i/we can$
is possible that/for/we/i/you/it/to/the
would be surprised
look/looking at options/ways/what/how/whether/alternatives
to the best of
should hopefully
could well
more than likely
chances are
good chance
i would imagine/think/guess/expect/say/assume
technically
if possible
where possible
whether or not
we are/i working on
working on it
under review
being reviewed/considered/looked/investigated/assessed
not set in
to be confirmed
nothing is certain
""",
    Sign.HEDGE_WORD: """
maybe
perhaps
possibly
probably
hopefully
potentially
presumably
likely
eventually
supposedly
apparently
someday
one day
some time
ideally
normally
usually
in most cases
""",
    Sign.CONDITION: """
if
unless
provided that/the/you/we/your/it
providing
assuming
as/so long as
on condition
on the condition
only if
in case the/it/they
subject to
depending on
contingent on
when/once/after/until .. approved/approves/approve/confirms/confirm/confirmed/agrees/agree/agreed/signs/signed/accepts/accepted/authorizes/authorized/clears/cleared/decides/decided/finance/manager/bank/legal
""",
    Sign.SEQUENCE: """
once
as soon as
when/after i/we/you/it/the/that/this/your/they
""",
    Sign.REPORTS_BACK: """
let you know
keep you
be in touch
get back
will call/ring/phone/email/text/message/contact/notify/update/tell/confirm
when/once/as/after .. call/chat/finish/finished/done/hang/off
""",
    Sign.CONSENT: """
if you like/want/wish/prefer/would/need/do/are/so/please/fancy/can/could/just/have
if you would like/prefer/rather/be/just
if that/this/it is okay/alright/fine/good/easier/better/right/all/more/convenient
if that/this/it works/helps/suits/sounds/would/happens/makes/does
if you are happy/okay/ready/still/free/interested/in/comfortable/open
if you have/need any/anything/a/more/further/other
if there is anything
if anything/ever else/changes/happens/goes
if you get/run stuck/into/any
if i/we can/could/may/might take/ask/have/get/just/grab/borrow
if you will/could/can/would bear/just/please/let/give/tell
if possible
if not
even if
as if
what if
no matter if
""",
    Sign.CANCELS: """
is not that i/we
not that i/we
not saying
no reason why? i/we/you/it/not
not see why not/i/we
not see any/a reason
not refusing/denying/saying/rejecting
nothing stops/stopping
never said i/we
not as if/though
""",
    Sign.ASKING: """
let me know
i/we need/require your/the/a/you/to some
i/we will/would need/require your/the/a/you/some/an
i/we will/would need/have/like to ask/take/get/know/have/confirm
i need
i/we would like/love to know/hear/ask/understand/learn/take/get
i was/am wondering
i wonder
wondering if/whether/what/how/when
i would like you
i am/was going/just? to? ask
let me ask you
i want to ask/know/understand/hear
can/may/could/might i/we take/have/ask/get/check/confirm/grab/borrow/know
curious about/how/what/whether/if/to
tell me/us
walk/talk/take me/us through
remind me
run me through
help me understand
all i need
^any _ _
what i need
describe
i am curious
any idea/chance/thoughts
""",
    Sign.FREE_RELATIVE: """
what i/we will/have/can/am/are/did do/done/doing is
what i/we did
what i/we am/are going to do is
all i/we can do
""",
    Sign.NOW: """
now
today
right/straight away/now
straight/this away/minute/second/instant
immediately
for you
here and now
on the spot
this instant
at once
as we speak
no questions
""",
    Sign.HOLLOW: """
i/we will be honest/straight/frank/blunt/upfront/open/clear/direct/brief/transparent
i will say/admit/grant that/this/it
i will give you that$
i will tell you what/how/why/this/that/about
i/we will let you go
you will get used
i will get straight
i will have you know
we will see
i will stop you
i will take that/your as
let me be/tell/put/stop/start/think/say/guess/remind/assure/know/finish/ask/see/walk you? _
let me know
let me finish
let me explain
let me ask
i will pass$
i have done nothing/this
""",
    Sign.WOULD_LOVE: """
i/we would love/like/be/want/have
i/we wish
i/we want/wanted to
if it/i were
""",
}
