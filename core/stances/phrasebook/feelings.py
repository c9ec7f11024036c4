"""Phrases for what the customer feels, for being sorry and for standing by a mistake."""

from core.stances.model import Stance

FEELINGS: dict[str, str] = {
    Stance.ACKNOWLEDGES: """
i/we understand$
i/we understand/get/see/know/appreciate/realize/realise/recognise/recognize/imagine how/why
i/we understand/appreciate/recognise/recognize/share/hear your/the <feeling>
i/we understand/appreciate/know/get that? this/it/that/you/waiting .. <bad>/<felt>/ideal
i/we see/realise/realize/recognise/recognize that? this/it/that/you/waiting .. <bad>/<felt>/ideal
i/we understand/get where
i/we understand/know what you/that/it/this
i/we see/know how/what you/it/that/this
i/we do understand
^waiting/being/having .. <bad>
i/we can/could/do/would understand/appreciate/imagine/relate
i/we can/could/do/would sympathise/sympathize/empathise/empathize
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
nobody/no-one/none likes/wants/enjoys/deserves/should/needs
no one likes/wants/enjoys/deserves/should/needs
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
thank/thanks you? for your? telling/bearing/being/sharing/letting
thank/thanks you? for your? waiting/patience/raising/flagging/understanding/explaining
i/we appreciate you telling/waiting/raising/letting/bearing/sharing/flagging/being/taking
i/we appreciate your patience/honesty/time
it is/was understandable/natural/normal to/that/you
understandable/understandably
completely/totally fair
you have/did done? nothing/not done/do/anything? wrong
you have not done/do anything wrong
you did not do/cause anything/any/this/it? wrong?
not/never/nothing/none .. your own? fault/doing/mistake
do not blame yourself
no need to apologize/feel/be apologize/bad/embarrassed/sorry/ashamed?
nothing to be ashamed/embarrassed/sorry
far too many/long/much
a lot to carry/cope/take/handle/bear/juggle
^goodness
goodness$
days/nights/hours/weeks without sleep/heating/internet/water/power/it
you did/have done? done? brilliantly/well/right/great/everything right?
you did/have done? done? the/exactly right
you are/were/have right/wise/smart to
glad/pleased/grateful you told/said/rang/called/raised/came/mentioned/spoke/asked
glad/pleased/grateful you have told/said/rung/called/raised/come/mentioned/spoken/asked
can tell/see/hear that? this/it/that/how much? matters/means/bothers/hurts
it is <lovely> that/of
^oh dear
^oh no
on your side here/now/in/with
take all? the/your time
no rush/hurry
no such thing as a silly/stupid/daft
no silly/stupid/daft questions
in good hands
bless you/him/her/them
wish i had better/other/happier
hate/sorry to lose/see you
means a lot/great
means so much
heart goes out
hope you/she/he/they/it feel/feels/get/gets/is/goes better/well/soon/over/all
i would be .. if i were you
i would be .. in your shoes/place/position
on your own with
poor thing/you/man/woman/love/lad/girl/boy/mite/dog/cat
long time to/for .. wait/sit/be/without/waiting/sitting
what a/an <lovely>
how <lovely> of/for/that/you
lucky to have you
congratulations
^well done
^good for you
that/this is/was <lovely> news
what <lovely> news
happy/pleased/glad/delighted/thrilled for you
happens to a lot of/everybody/everyone/many? of?
happens to the best
you are doing great/brilliantly/well/fine
well spotted
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
^valid
is valid$
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
we/i should never have
should have/not been/have told/caught/checked/called/seen/sent
should have/not been/have warned/happened/explained/spotted/noticed/flagged/let
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
}
