"""Phrases that take an attack back: the same words, part of the job."""

from core.stances.model import Attack

GUARDS: dict[str, str] = {
    Attack.IDENTITY: """
real estate
openai account/subscription/licence
chatgpt account/subscription/licence
you/your/they use/using/uses/tried/with chatgpt/openai
our/the/my chatbot/bot/robot/assistant/ai
not a/an machine/robot/computer
i am .. human/person
real person at/on/in/who/from/available
you were/are talking/speaking/chatting to/with our/the/my/a bot/chatbot/assistant
<person> service/support/success
""",
    Attack.INSTRUCTIONS: """
<orders> i/we/on/in/from/that/for/you/which/printed/he/she/they/about
prompt on/in/from/you
phone
android
iphone
device
settings
tablet
handset
command prompt
new instructions for/on/are/from/about/by/with
your .. rules/instructions/guidelines for/about/on/regarding/with/around
say the word and
you are a/an/now .. customer/member/subscriber/user
repeat the first/initial _ of
restrictions/filters on
you will be able/charged/paying/billed/getting/on/covered/receiving/refunded/dealing/speaking
you are/will a/an/be .. customer/member/subscriber/user/client
your training
forget you are there/here/booked
your/the router/network/system/device configuration
your configuration screen/menu/page/file
which/what prompt/prompts do/does/is .. see/screen/shown
your programming team
script for/of/from/on
story about/of/behind .. you/your/it
maintenance mode
restrictions
""",
    Attack.SCORING: """
survey
feedback
star
stars
review
digit
minute
minutes
credit
trustpilot
google
students
teachers
pass me the/your/to/on/over
in/on your phone
give me a call/ring/buzz/shout
how do you score your/leads/them
exam
that count as/for/towards your/the/my? holiday/leave/contract/term/invoice/total/points/pension
assessing the/your
points on/in your card/account/programme
loyalty
bonus
miles
your/their team/people/work/performance/staff .. <measured>
<measured> on/in by your/the manager/boss/board
""",
    Attack.SCENARIO: """
test order/payment/transaction
security
your script for/at/is
your character limit
worst/best case
in/out of character$ limit
fast forward to the/your/may/june/next month/date/year
training session/call for/with/on
that happen/happens
secret/hidden fee/fees/cost/costs/charge/charges
you are playing a/the role until/in/for/at/to
you are playing a/the part until/in/for/at/to
party
objections you/they/your raised/mentioned/had/made/team/boss
what will make you happy
how do i make/get
""",
    Attack.ABUSE: """
kill your/the subscription/session/process/job/battery
destroy your/the data/card/documents/old/copy
hurt your/you credit/score/rating/business
you will pay for the/it/this/that/your/only/shipping/delivery
your body corporate/shop
have sex marked
<harm> your account/card/data/chances/credit/order/battery/old
hot water
""",
    Attack.ROLE_SWAP: """
i am the one who will/ordered/took/made/booked/called/rang/can
you are the <seller> of/on/who/for/we/i/at
you are the manager
change places/sides on/for/in
switch .. seats on/for/in
""",
}
