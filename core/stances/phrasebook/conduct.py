"""Phrases no customer should hear: rude, blaming, dismissing.

To take a kind trainee for a rude one is the worst mistake the customer can make. So each line
holds enough of the sentence to leave no other reading; what the same words may mean besides is
told in ``pardons``.
"""

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
i/we have/did? already told/said/explained/answered this? you/that/this/it
i/we have/did? already explained/answered
^already told/explained/answered
i/we have? said/explained/answered this/that/it? twice/already
are you stupid/deaf/dumb/blind/thick/mental/slow
are you joking/kidding
are you an/some? <insult>
are you for real
are you deaf
are you even
you are/sound/is/being .. too <insult>/slow/old to
^too <insult>/slow to
you are/sound/being just? a/an/so/such/just/pretty/that? <insult>
you are being <insult>/difficult/unreasonable/childish/silly/awkward/aggressive/dramatic/impossible
^<oaf>$
do not be <insult>/childish
what is wrong with you$
what is wrong with you people/lot
what/which part of .. do/did you not
what/which part of no
as/like i already said/told/explained/mentioned
as/like i told/explained
^as/like i said/mentioned twice/before/already/three/earlier/many
i/we told/said/explained you? that? once/twice/three/times/before
i have told/said/explained/answered you/this/that
how many times do/must/have/will/did/more i?
for the last/hundredth/umpteenth/thousandth time
^for the second/third/fourth/fifth time
stop wasting/complaining/whining/shouting/yelling/moaning/crying/being/interrupting/whinging
wasting/waste my/our/everyone/everybody time
wasting/waste of my/our/everyone/everybody time
<swear>
you people
can/do you not read/listen/understand
can not you read/listen
are you not listening
you are not listening
do/did i look like
take that tone
get over it
deal with it
^shut up
shut up you/and/already/now/then$
shut your mouth/face/gob/trap
grow up
get a life
^get lost
^go away
i do not care
i could not care
could care less
^who cares
not paid enough
do your own job/homework/research
cry me
boo hoo
too bad
tough luck
^tough$
suck it up
^your problem
that/this/it is your problem
sounds like your problem
a you problem
what is your problem$
like it or
what do you expect me/us to
what do you expect$
what did you expect$
what did you expect for/from/then
what do you want me/us to do/say about$
what do you want me/us to do/say$
use your brain/head/eyes
it/that/this is just? common sense
no common sense
use some/a/your? common sense
pay attention
^listen to me
^listen here
mind your own/manners/language/tone
watch your mouth/tone/language/attitude/manners
lower your voice
need to relax
take a chill
chill out
like talking to a/the wall/brick/child/toddler
^oh please$
^spare me
spare me the/your
for god/gods/christ/christs/heaven/heavens/goodness/pete/petes sake/sakes
that/it/this is/was stupid/dumb/idiotic/pathetic
oh come on
give me a break
happy now
if you do not like it
any idiot
a child/idiot/monkey/toddler could
even a child/toddler could/can/would/knows/manages
it is not rocket
rocket science
not brain surgery
^how hard can it/that be
^how hard is it/that to/for
i do not have all day/night/afternoon/morning
i have not got? all day/night/afternoon/morning
i have got not all day/night/afternoon/morning
i do not have time for this/that/your
be quiet
let me finish$
let me finish speaking/talking/first
not going to argue
you are not the only customer/caller/person/patient/guest
you are not the only one i/we/waiting/here/with
^duh
^yawn
^obviously$
^blah
you obviously/clearly do/can/could not
i have better things
i have got? better things
^nobody/no-one asked you$
^nobody/no-one asked for/your
^no one asked for/your
^no one asked you$
your attitude
^learn to
need/needs/should/ought/time to? you? learn/learned/learnt to/how
hurry up
^make it quick
^spit it out
get to the point
^what now$
what else do you want$
what else do you want from/me
^are we done
do not talk to me
do not get smart/clever/funny/cute with
do not start$
^here we go again
^not this again
^not you again
^oh it is you
^another one who
some of us have to/work/jobs/better/proper
some of us are trying/busy/working
some of us work
stop diagnosing/googling/telling/acting/arguing
if you say so
keep up$
^do keep up
try to keep up
you would not understand
i will use small/short/simple words
i will say/speak it? slowly/slower
are you hard of
hard of hearing
get it into your
get it through your
thick head/skull
your precious/little/silly/stupid
save it$
save the sob
sob story
talk to the hand
what a joke
you are/is having a laugh
pull the other
you/your kind/type/sort people
^good luck with that then
world does not revolve
think you are special
who do you think you are
who do you think you/i
how dare you
i am sick/tired of you/your/people
sick and tired of you/your
you are wearing/annoying/boring me
you are doing my head
you are/have getting/got on my
you bore me
^boring$
^yada
^wah
drama queen
if you had bothered
bothered to/reading
^try reading/listening/thinking/looking/paying
maybe/perhaps try reading/listening/thinking/looking/paying
have you tried reading/listening/thinking/paying
you would think .. could/can/would
unlike you
your highness/majesty/lordship/ladyship
princess
snowflake
^suit yourself
your loss$
take it or leave
like it or lump
hard luck
dream on
in your dreams
fat chance
yeah right
^yes right$
^nice try
very funny
hilarious
what is it to you
none of your business
broken record
give it a rest
leave it out
pack it in
cut it out
zip it
you can not be serious
must think i am
born yesterday
do you know how busy
do you have any idea how/what
have you any idea how
took you long enough
about time$
surprised you can/could/even/know/manage
bother/annoy/pester someone/somebody else/me
shop elsewhere
go elsewhere
go somewhere else
try/find another shop/doctor/company/firm then/if
written right there
it is all in the small/contract/terms/email if
^read the small print
you would know that? if
like a broken
i hardly think
hardly my/our
could hardly .. could i
oh brilliant/great/wonderful/lovely/fantastic/joy/marvellous another/just/now/here/thanks
^what a surprise$
surprise surprise
cleverclogs
clever clogs
smart alec
know-it-all
know it all
are you new to this
is this your first time using
did you sleep through
just do your job
so dramatic
so sensitive
so touchy
whole world revolves
not the centre of
get in line
join the queue/club
wait your turn
not all about you
i am not a mind
not a mind reader
blame yourself
blame me$
you are lying/embarrassing/pathetic/hysterical/unbelievable
you are/just trying it on
how could/can you/anyone/anybody/someone be so/that? so/that? <insult>/<petty>
what on earth/the were/are you thinking/doing
what the hell/heck
get a grip
pull yourself together
man up
get over yourself
come off it
you must be joking/kidding
^just? answer the question
just? do as you are told
be like that$
stop making/with excuses/the
is there a point
why are you still
do you ever stop/listen/shut
what is it now$
^you again$
what has that/it got to do with me/us
want a medal
who falls for
you fell for it/that
^that/it is rubbish/nonsense/garbage/bollocks
and you know it$
what a <insult>/<petty> idea/question/thing/request/excuse
your .. is/are a? joke/dump/disgrace
had enough of you
not going to sit here
not be bothered/arsed
you lot are/have/is never/always/all/just/only
some people just/are/never
that is what you get
what did you think would/was
should care because
why would i care
just? your opinion
tell/telling me how to do my
hard work you are
you are hard work$
you are a? hard work
not believe a word you
just sort it out yourself
do/sort/fix/find it yourself$
because i said so
whatever love/lady/mate/darling/sweetheart/dear
such a/an <oaf>/baby/wimp/diva/coward/brat
such a big baby
you are a? grown man/woman/adult
you can not even
can not you even
could not you even
not deserve any/a/it/my
your life story
life is hard
^boo$
use google
google it
<petty> of you
^a? bit/rather/pretty <petty> is/are/for/do/to/of
^a? bit/rather/pretty <petty>$
that/this/it is a? bit/rather/pretty <petty>
you are .. being? <petty>
this/we/it is/are not a/an/your bazaar/market/charity/circus/kindergarten/nursery/playground
i am not your mother/mum/servant/slave/babysitter/nanny/secretary/therapist
i can hardly .. can i
does not make you a/an
nobody/no-one .. cares/interested
no one .. cares/interested
not interested in your
your <tantrum>
spare us the/your
what a waste of
another one who can/does/do/has/have not
who can not even/type/read/use/work/follow/count/spell
hold your hand
draw you a picture
spell it out for
my heart bleeds
smallest violin
see if i care
why should i care
what do i care
do i care$
take your business elsewhere
nobody is stopping you
good riddance
beggars can
heard it all
^get on with it
^chop chop
use half a
half a brain
are you quite? done/finished whining/complaining/moaning/ranting/talking/shouting
are you quite done/finished
stop whining/moaning/ranting/nagging/fussing/babbling/whinging
not here to listen/argue
not have to listen to/put
put up with you/this/your
you are a/an/such nightmare/joke/disgrace/nuisance/waste/embarrassment
you <oaf>
^what a/an <oaf>
are you always this/so/that slow/difficult/stupid/rude/thick/dim/dense/unpleasant/angry/loud
i have to repeat everything/myself
have i got to repeat
do i have/need to repeat/spell/draw/explain
must i repeat
do you get/understand it now
got it now
bothering/annoying/pestering me
leave me alone
""",
    Stance.BLAMES: """
you should/ought not? have <slipped>
you should/ought to? not? have <slipped>
should not? have <slipped> .. should you
^should have <slipped>
you must have <slipped>
you are/were supposed/meant to <slip>
you could have <slipped>
your own? fault/doing$
your own fault/doing/mistake/carelessness/responsibility/stupidity/choice
your fault/responsibility
your mistake/error$
that/this/it is/one on you
is on you$
is/was .. problem/mistake/error/fault on/at your end/side
you did not read/follow/check/listen/tell/pay/give/provide/update/bother
you did not do/cancel/mention/ask/enter/fill/return/save/back/think/look
you never read/told/checked/asked/updated/mentioned/gave/cancelled/called/listen/listened
you failed/forgot/neglected/ignored/misread/misunderstood
you clicked/entered/typed/put/gave/ordered/chose/picked .. wrong
^you agreed to/the
^you signed the/a/it/this/that/for
^you chose/picked/accepted/ticked it/this/that/to
^you accepted/ticked/clicked the
if you had not? <slipped>
you brought this/it on/upon
^you left it
next time read/check/follow/think/do/make/call/tell
yourself to blame
only yourself to
because you did/do not
because you forgot/failed/never/ignored/left/broke
because you were/are careless/stupid/late/lazy/clumsy/in
you are to blame
i blame you
you obviously/clearly did/have not
you obviously/clearly never
why did you not <slip>
why did not you <slip>
did you not read
did not you read
^you let
is/this what happens when/if you
serves you right
you broke it/the/this/that
you caused
you are the one/person who .. <slipped>
it was you who
what did you do to it/the/your/this/that
you asked for it/this$
""",
    Stance.DISMISSES: """
is/was only/just _ quid/pounds/pound/dollars/euros/pence/cents/days/minutes/hours/percent
is/was only/just a/an
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
nothing to do with us/me
you will? have/need to call/ring/contact/phone/speak/email/wait/write
you will? have/need to take it/that/this up
you will? have/need to clarify/discuss/sort/raise/settle .. with
^call/ring/phone back later/tomorrow/another/when
you/to/please? call/ring/phone back later/tomorrow/another/when
try again later/tomorrow
i/we? suggest/recommend/advise you contact/call/speak/ring/ask/email/go/talk
you should/can contact/call/ask/speak to/with? the/your bank/courier/manufacturer
you should/can contact/call/ask/speak to/with? the/your seller/supplier/airline/insurer
not my/our department/area/job/remit/team/responsibility
is/for a/another different? department
other department
everyone has/gets/goes/waits to/through/it/this/these/problems/the
everyone else has/does/manages/copes/waits/is/pays
happens to everyone
these things happen
^it/that happens$
that is life
that is how/way it/things is/are/goes/go
that is the way it/things is/are/goes/go
that is just/simply? how/the way? it/things is/are/goes/go/works$
could be worse
live with it/that
it is what it
do not make a/such
not worth the/my/our/your/all? fuss/time/getting/complaining/upsetting/shouting
^it is not like you/we/anyone/it/that
is not like you/we/anyone
^it/that is nothing$
you are/is overreacting/exaggerating
making a fuss/scene
^stop worrying
take it/that/this up with
go to our/the website
check the website/faq
read the faq
it is in/on the terms/website/faq
other people have/with worse/bigger/real/problems/it/much
you will get used to
^get used to
have/need to get used to
you will survive
you will live$
just ignore it
worse things happen
first world
get on with it$
grin and bear
""",
}
