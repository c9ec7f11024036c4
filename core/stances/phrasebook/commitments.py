"""Phrases that promise, offer, hedge, refuse or report a deed, whatever their verb."""

from core.stances.model import Stance

COMMITMENTS: dict[str, str] = {
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
you get it/them/that for/at/free/back
you are down for
<day> .. it is$
you can expect it/the/your/them/a/us
^expect it/the/your/a .. <day>/by/within
there will be a/an/somebody/someone/one .. with/there/at/on
on to it$
onto it$
not charging/billing you
no charge for/to/at/whatsoever
free of charge
is/are free for/to you
that is _ off your/the/it
is/are in the post
no more/further payments/charges/money/invoices/bills will
can/will see you at/on/today/tomorrow/this/first/in
contract/subscription/membership/plan/policy ends/stops <day>/now/immediately/on
you are/will not/no doing/do/handling/handle/covering/cover/running/run .. more/longer/anymore
you are/will not/no doing/do/handling/handle/covering/cover/running/run .. starting/from/again
on it$
right on it
i will/am make/making sure
you can count/rely/depend on
count on me/us/it
rest assured
""",
    Stance.HAS_DONE: """
fee/charge/cost/debt/surcharge/penalty/fine/block/hold/lock/flag/restriction is/are gone/off/history
you have got? a/an/the/your .. now$
^here is/are your/the _ pass/code/number/link/ticket/voucher/refund/address/label
^here is/are your/the pass/code/number/link/ticket/voucher/label/confirmation
has/have/is/are gone through
went through
on its/their/the/his/her way
is/are in your account/inbox/email/emails
all/you set/done/sorted/fixed/booked/sorted
^done
^it/that/everything/this is/are/has been? all? done/sorted/fixed/complete
^it/that/everything/this is/are/has been? all? completed/gone/live/active
is/are back in/on your
should be sorted now
is/are back? up/online/working/unlocked/live/open again/now/and?
you are all? set/booked/confirmed/enrolled/registered/upgraded
""",
    Stance.OFFERS: """
would you like
let us speak/talk/meet/sit/catch .. again when/after/once
would you prefer/rather/consider/fancy
would you be interested/open/happy/willing/up
do you want me/us/to/a/the/it/this/that
do you fancy
^how/what about
shall/should i/we
can/could/may i/we offer/interest/tempt/suggest/propose/book
can/could/may i/we send/set/get-you/arrange/give/throw/sort
^why do not we/i/you
^why not
i/we can/could offer
i/we would love/like/be to/happy/glad/keen to? show/invite/walk/take you
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
do what/whatever i/we can
not .. sure/certain/convinced
not guaranteed
cannot/not promise/guarantee
in theory/principle
have a word/chat with
fingers crossed
with a bit of luck
with luck
somebody/someone will get back
somebody/someone will be in touch
chance/possibility i/we/you/it/that/they
with any luck
all being well
at some point/stage
sooner or later
in due course
if all goes
subject to
claim/request/application/case/refund is? pending
pending approval/confirmation/review/authorization/sign/a/your/the
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
has/have/need/needs/needed/had/would to be? approve/approved/authorized/authorize
has/have/need/needs/needed/had/would to be? sign/signed/agree/confirm/decide
need/needs/require/requires .. approval/authorization/sign/signature/permission/okay
waiting for/on .. approval/confirmation/answer/decision/manager/reply/back
await/awaiting .. approval/confirmation/answer/decision
i/we would have/need to
i/we need/have to check/ask/run/speak/verify/confirm/consult/see/get
i/we will have/need to check/ask/run/speak/consult/see/talk/get/clear
check/checking/ask/asking/find/finding/know out? if/whether
knowing/confirm/determine/discuss/verify/decide/see out? if/whether
check/speak/talk/discuss with/to/my/this/it/that/around? .. manager/supervisor/team/finance/boss
liaise/consult/ask/run with/to/my/this/it/that/around? .. manager/supervisor/team/finance/boss
check/speak/talk/discuss with/to/my/this/it/that/around? .. billing/director/legal
liaise/consult/ask/run with/to/my/this/it/that/around? .. billing/director/legal
check/speak/talk/discuss with/to/my/this/it/that/around? .. colleague/department/them
liaise/consult/ask/run with/to/my/this/it/that/around? .. colleague/department/them
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
    Stance.REFUSES: """
not possible
have got? no/nothing .. left/free/available/earlier/sooner/before/until/for/spare
can not see you before/today/this/until/till/any
can not tell you that/this/it$
can not tell you that/this/it one/sorry
is/are not something/anything i/we
not something/anything that? i/we <aux>?
is/are/was not available/allowed/permitted/eligible/covered/refundable/negotiable
is/are/was not included/an/supported/offered/doable/feasible/transferable/entitled
not on/up offer/for/the discussion/negotiation/table/cards
not entitled/eligible/covered/insured/permitted
no longer sell/offer/provide/support/available/do/make/stock/accept/take/honour/honor/have
non refundable/negotiable/transferable/returnable
nonrefundable
am/is/are/be/was unable
not able to
no refund/refunds/discount/discounts/exceptions/exchanges/returns
no can/way/chance/deal/extension/exception/compensation/credit
there is/are no/not any/a? refund/refunds/discount/discounts/way/option/possibility/exception
there is/are no/not any/a? exceptions/chance/room/appointments
there is/are no/not any/a? slots/availability/budget/vacancies/stock
no way i/we/to/that
out of the question
impossible
against .. policy/rules
policy/policies/rules/terms do/does/will not allow/permit/cover/let/include
rule/contract/law/regulations do/does/will not allow/permit/cover/let/include
policy/policies/rules/terms/rule/contract/law/regulations forbid/forbids/prohibit/prohibits
policy/policies/rules/terms/rule/contract/law/regulations exclude/excludes/prevent/prevents
not under/within .. policy/terms/rules
been/was/is/were/are declined/denied/rejected/refused
turned down
must/have/need to? decline/refuse/reject/say
have/need/got to turn/decline/refuse/reject/say no/down/your/the/this/that
has/have/had said no$
manager/boss/team/finance/director said/says no$
i/we decline/refuse
refuse to
refusing to/the/your
^not happening
is not happening
not going to happen
answer is/remains/was a/still? no
^afraid not
i am afraid not$
afraid that is not
^absolutely not
^certainly not
^definitely not
^no can do
^not this/that time
^but? not the/that/on/for/this
fully/completely booked
are/is all booked up/out/today/this/until/for
we are all booked
final price/offer/answer/word
beyond what i/we
price/fee/charge/rate stays/stands/remains where/as/what/the
stick/sticking to the/our/my price/rules/policy/terms
days is/are thirty/sixty/ninety/fourteen/seven/ten/five days
is/are/it out of warranty/guarantee
booked/sold up/solid/out
is a? no from
would rather not
nobody/no-one gets/receives
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
}
