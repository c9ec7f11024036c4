"""Phrases that take rudeness back: the same words, meant kindly or as a plain matter."""

from core.stances.signs import Sign

PARDONS: dict[str, str] = {
    Sign.NOT_RUDE: """
moment/time/chance/help/things/until .. calm down
not/never too bad
not/never .. <petty>
not blame yourself
do not blame me/yourself
not/no .. have any idea how
get/get-you in line for/with
go elsewhere .. sorry/shame/understand/fair/free/right
free to go elsewhere
before you go elsewhere
could/can/may/might/would you .. go somewhere else
you can not be serious .. awful/terrible
clarify/know-it-all/know it all .. by/before
i did not know it all
not bothered to
have not bothered
took us/them/me
who falls for .. anyone/everyone/many
you must be joking .. awful/terrible/dreadful
some people just/are/never like/prefer/want/fine/happy/sure/born/more
you can not even .. sleep/eat/log/walk/get/work/open/see/use/sit/move/stand/breathe/lie
if/when/where/that you can not even
and you know it .. better/best
not what you .. get
you can/could do/sort/fix/find it yourself
like/want/prefer/rather/easy .. yourself
nobody/no-one .. cares .. more/as
put up with you/this/your delay/noise/mess/long/all
do not .. have to put up
i am/feel/was .. <petty>
i/we <petty>
not that? stupid/silly/dumb
no such thing as a
not a/an stupid/silly/dumb
not <insult>
you are not/never being
i/we/me/us/they/someone/somebody/who/he/she will/can/shall/would/am/to/have .. deal with it
i/we/me/us/they/someone/somebody/who/he/she deal/dealt with it
i/we/me/us/they will/can/would/should/did/could .. pay attention
i/we/me/us/it/they/he/she/that will/would/shall/to/did/do/can/should .. stop
i/we/me/let/it/they/he/she will/can/would/to/try/us .. hurry up
i/we/let/me/to will/can/would/me/try/us .. get to the point
i/we will/would/could/be/help .. get over it
help/to/hard/time/easy/days/weeks/months .. get over it
where/when .. grow up
they/kids/children/people .. grow up
not going to argue with that/it/this
not care how/what/who it?
of me/us/ours$
was stupid/dumb/idiotic/pathetic of me/us
my/our/own stupid/silly
to/my manager/colleague/boss/team/supervisor
<swear> .. nightmare/awful/shame/annoying/frustrating/horrible/rotten/nuisance/pain/terrible
<swear> .. unfair/rough/hard/tough/unlucky/luck/brilliant/good/great/lovely/marvellous/right
appreciate/love/like/admire/respect/thank/thanks/for .. your attitude
sorry/apologies/apologize .. as/like i said/told/mentioned
as/like i said/told/mentioned .. sorry/apologize/take
as/like i said/told/mentioned you? before/earlier .. sorry
are you joking/kidding/serious me? .. awful/terrible/horrible/congratulations
are you serious about
no time limit
will/is/should/would/get/be/nice/so be? quiet
not/no .. you are <insult>
do not think you are
sounds/must/might/may/could/would .. feel/sound/seem .. <insult>
feel <insult>
feels <insult>
if it is not my
my problem now
not .. good luck
learn to trust/love/use/live/forgive/drive/read/swim/cope/walk/ride/play/cook/knit/sail/sing
<swear> driver/machine/thing/printer/computer
hard of hearing line/service/customers/loop/phone/support
i am hard of
you/your happy now with/that/to/about
are you happy now .. with/that/to/about
your little one/ones/boy/girl/son/daughter/lad/baby/granddaughter/grandson/shop/firm/business/team
your little family/cat/dog/place/sister/brother/café/cafe/treasure
your precious time/memories/little/one/ones/boy/girl/son/daughter/baby/photos/cat/dog/moments
thank/thanks you? .. precious time
<swear> hell
i/we will/would/can/could/should never/not .. take that tone
""",
    Sign.NOT_BLAMING: """
not/never/nothing/none/hardly/no .. your own? fault/doing/mistake/responsibility/error
not/never/nothing/none/hardly/no .. on you
as if .. your fault
like .. your own? fault
not/never/nobody/no-one/none/hardly .. you .. wrong
not/never/nobody/no-one .. saying/say/blame/blaming/suggesting
you did not do/break/cause/get anything/nothing/any
you did not ask for
you never asked for
nothing you did/have/could/should/said
<pleased> .. you did/have/have/never not?
glad/pleased/relieved/happy/lucky/good/thankful .. you
if/case/when/whether/unless/should/maybe/perhaps/possibly/did/have/has/that you forgot
if/case/when/whether/unless/maybe/perhaps you did not
if/case/when/whether/unless/maybe/perhaps you clicked/entered/typed/put/gave
what/how/where/when are/were you supposed/meant
we/i/they should have
we/i/they are/is to blame
because you were not told/warned/given/sent/asked
you did not get/have/receive/need
thank/thanks you? .. you did
is that/this/it your responsibility
who .. responsibility
fault code/codes/line/report/tree
rather/prefer you did not
error code/message/number/log/report
you let me/us know/help/check/have/see/take/look
should have <slipped> us .. number
as/like you agreed
""",
    Sign.NOT_DISMISSING: """
only/just a quick/second/moment/minute/sec/few/question/matter/formality/case/couple/bit/short
only/just a precaution/guess/thought/suggestion/reminder/check/idea/copy/test/start
only/just a single/name/number/date/yes/word/line/text/photo
not just/only/merely a/an/any/about
is just a pity/shame/nightmare/mess
it/that is not just/only
call/ring/phone/dial/go/take/contact/speak .. 999/111/112/911/ambulance/emergency/hospital/gp/doctor
call/ring/phone/dial/go/take/contact/speak .. casualty/police/pharmacist/midwife/samaritans
i/we/he/she/they will/can/shall/am/would/to call/ring/phone back
i/we/he/she/they will/can/shall/would .. call/ring/phone you? back
not/never have/need to
happens to a
worth the wait/money
not .. overreacting/exaggerating
not that long ago
""",
}
