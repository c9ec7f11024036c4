"""Phrases no customer should hear: rude, blaming, dismissing."""

from core.stances.model import Stance

CONDUCT: dict[str, str] = {
    Stance.RUDE: """
calm down
not my/our problem/concern/fault/job
^whatever$
^whatever you say/want/think
^so what$
do/did you even
stupid/dumb/silly/idiotic question/idea/thing/complaint
already told/explained/said/answered/asked this? you/that/this/it
already explained/answered
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
you did not read/follow/check/listen/tell/pay/give/provide/update/bother
you did not do/cancel/mention/ask/enter/fill/return/save/back/even
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
why did you not
why did not you
did you not read
did not you read
you let
what happens when/if you
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
nothing i/we can do
not much/lot/anything else/more/that? i/we can
nothing can be
nothing to do with
nothing to worry
you will? have/need to call/ring/contact/phone/speak/email/take/wait/try/go/write
call/ring/phone back later/tomorrow/another/when
try again later/tomorrow
i/we? suggest/recommend/advise you contact/call/speak/ring/ask/email/go/talk
you should/can contact/call/ask/speak to/with? the/your bank/courier/manufacturer
you should/can contact/call/ask/speak to/with? the/your seller/supplier/airline/insurer
not my/our department/area/job/remit/team/responsibility
is/for a/another different? department
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
^it/that is nothing
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
}
