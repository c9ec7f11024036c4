"""Phrases that bear on how the rest of a clause is read."""

from core.stances.signs import Sign

BEARINGS: dict[str, str] = {
    Sign.MISHEARD: """
^sorry could/can/would/may/what/who/which/where/did/do/how/when/is/are/was
^sorry i/you/it/that/the/we .. catch/hear/cut/missed/miss/broke/breaking/lost/faint/quiet
^sorry i was/am going/about/saying
^sorry .. catch/repeat/missed
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
when/once/after/until .. approved/approves/approve/confirms/confirm
when/once/after/until .. confirmed/agrees/agree/agreed/signs/signed
when/once/after/until .. accepts/accepted/authorizes/authorized/clears/cleared
when/once/after/until .. decides/decided/finance/manager/bank/legal
""",
    Sign.SEQUENCE: """
once i/we/you/it/the/that/this/your/they/our/my/he/she/all/everything/those/these/a/there
as soon as
when/after i/we/you/it/the/that/this/your/they
""",
    Sign.REPORTS_BACK: """
let you know
keep you
be in touch
get back
this/that once
send/drop/give you a/an text/message/email/note/sms/line/ring/call/shout
will get/receive/have a/an text/message/email/call/note/sms/letter
will hear from/straight
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
i/we need/require your/the/a/an/you/some
i/we need to ask/know/take/get/have/see you/your/the/a/which/what/how/some
^all i need
all i need is/from/to
i/we will/would need/require your/the/a/you/some/an
i/we will/would need/have/like to take/know
i/we will/would need/have/like to ask/confirm you/your/some/a/for/what/how
i/we will/would need/have/like to ask/confirm which/one/who/two/three
i/we will/would need/have/like to get/have your/a/an/some/the
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
^any _ _
what i need
describe
i am curious
any idea/chance/thoughts
""",
    Sign.NOT_ASKING: """
never/not have/need to tell/give/share/send/read/say
never/not tell/give/share/send/read/say/type/enter/ask/need/want
no need to
^let us not
""",
    Sign.NOT_HEDGING: """
sign/signed/signs for
hope you/she/he/they/it feel/feels/get/gets/is/goes better/well/soon/over/all
i would be .. if i were you
not/never need/have to
let us .. and see/check if/whether/how
to/and see/check if/whether/how it/that/this/things is/are/works/work/worked
to/and see/check if/whether/how it/that/this/things helps/helped/goes/going
no need to
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
let me be/tell/stop/think/say/guess/remind/assure/know/finish/ask/see/walk you? _
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
