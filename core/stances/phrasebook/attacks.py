"""Phrases that are aimed at the exercise, or at the person behind it."""

from core.stances.model import Attack

ATTACKS: dict[str, str] = {
    Attack.IDENTITY: """
are you really/actually/just? a/an? <machine>$
are you really/actually/just? a/an? <machine> or/right/then/pretending/by
are you really/actually/just? a/an? <machine> are/and/model/program/now
are you really/actually/just/even? a/an? real/actual/living/genuine/human <person>
are you really/actually/even? real/human/sentient/conscious/alive$
are you really/actually? real or/right
are you really/actually/even? human
are you a real or
am i really/actually? talking/speaking to/with a/an? real/actual/live? <machine>/person
am i really/actually? chatting/writing/typing to/with a/an? real/actual/live? <machine>/person
is this a/an/really/actually/just? a/an? real? <machine>/person$
is this really/actually? a real person
is/are there a/any real person/human/people
you are just/only/clearly/obviously/definitely? a/an ai/bot/robot/chatbot
you are just/only/clearly/obviously/definitely? a/an machine/llm/program/computer
you are just/only/clearly? not a? human/real$
you are not a real person/human
you are just/only/really? a/an? large/big? language model/models
you sound like a/an ai/bot/robot/machine/chatbot/computer
what/which ai/llm/gpt language? model? are/is/do you/this
what/which language? model are/is/do you/this
who built/made/programmed/trained/created/designed/coded/developed you
prove you are/that human/real/you
were you programmed/trained
you are chatgpt/gpt/ai
as an ai
i know you are a/an ai/bot/robot/chatbot/machine/llm/program/computer
is it an ai
is anyone/anybody/someone real
is/are there a/any/an? real/actual/living? human/humans/person/people there/here/behind/i?
is/are there a/any/an real/actual/living? human/humans
are you a/an/some/just/really .. language model
robot or/not a?
is/are this/it/you .. automated
are/is you/this a/an? <machine> lol/haha/mate/yes/please/then/though/by
person/human/someone/somebody or/and a/an/just/only/is/am? a/an? <machine>
<machine> or/and a/an/just/only/is/am? a/an? real/actual? <person>
llm/llms/gpt/chatgpt/openai/chatbots$
an/which/what/your/for/the llm
chatgpt
openai
what/which company/firm ai/bot/model/chatbot is/are
whoever/who built/made/programmed/trained/created/designed/coded/wrote you
you are/were generated/programmed/automated/computer
no human talks/writes/speaks/types/says/would
not/no a? human talks/writes/speaks/answer/being
your training data
or are you a/an robot/bot/machine/ai/program
do you run on
""",
    Attack.INSTRUCTIONS: """
ignore/disregard/forget/override all/any/everything? of? your .. <orders>
bypass/overrule/discard/drop all/any/everything? of? your .. <orders>
ignore/disregard/forget all/any/the/these/those? of? the? previous/prior/above .. <orders>
ignore/disregard/forget all/any/the/these/those? of? the? earlier/preceding .. <orders>
ignore/disregard/forget all/any/the/these/those? of? the? system/former .. <orders>
override/bypass all/any/the/these/those? of? the? previous/prior/above .. <orders>
overrule/discard all/any/the/these/those? of? the? previous/prior/above .. <orders>
override/bypass all/any/the/these/those? of? the? earlier/preceding/system/former .. <orders>
overrule/discard all/any/the/these/those? of? the? earlier/preceding/system/former .. <orders>
ignore/disregard/forget/override/bypass all the? <orders>
ignore/disregard/forget everything/anything/all you have/were/know
ignore/disregard/forget everything/all above/before
your/hidden/initial/original/full/secret/entire/exact/the system? prompt$
<tell> .. system prompt/message/instructions
your system prompt/message/instructions
what is/are/was/were your/the .. prompt
<tell> me? .. your .. instructions/prompt/rules/guidelines/programming/directives/configuration
what are/were your .. instructions/directives/guidelines/rules$
^act as/like a/an/if/my/though/you
you will/must/should now? respond/act/answer/reply/behave/speak as/like/only
you will/must/should/now/to act as
i want/need you to act/pretend/behave/respond/roleplay as/like/to/that/you/only
^pretend to be/you
^pretend you
^pretend that you
roleplay as
from now on respond/act/answer/reply/speak/talk/behave/pretend/ignore/only
from now on you act/respond/answer/reply/speak/talk/behave/pretend
from now on you are/will a/an/my/no/called/named/dan/be/only/respond/answer/act/speak/reply/talk
you are now dan/jailbroken/unrestricted/unfiltered/uncensored/free
you are now a/an/my .. ai/assistant/bot/model/pirate/chatbot/hacker/expert/agent/linux/terminal
you are now in developer/debug/god/admin/test
repeat/print/output the/all/everything/every? the? words/text/everything/message? above
reveal/copy/paste/recite the/all/everything/every? the? words/text/everything/message? above
repeat/print/output the/all/everything/every? the? messages/sentences/lines/content/all? above
reveal/copy/paste/recite the/all/everything/every? the? messages/sentences? above
reveal/copy/paste/recite the/all/everything/every? the? lines/content/all? above
repeat/print/output/reveal/recite the first/initial/original
developer/debug/god/admin/jailbreak/dan/maintenance/sudo mode
jailbreak
do anything now
prompt injection
without any? restrictions/filters/censorship
base64
rot13
decode this/the and/following
new instructions
what/which instructions/rules/prompt/prompts/guidelines/directives were/are/have/did/do you
ignore/disregard/forget/skip all? of? the? above/previous$
ignore/disregard/forget/skip all? of? the? above/previous and/then
speak/talk/respond/answer/reply/write like a/an/if
speak/talk/respond/answer/reply/write only? in/as _ from now
from now on in
override code/protocol/your
what were you told/instructed to/before
you have been told/instructed/programmed to
end of system/prompt/instructions
respond/reply/answer only with/in
say the word/words/phrase/following
repeat after me
ignore/disregard/forget/bypass whatever/what/everything/anything/all .. told/given/instructed/taught
write/tell/compose/give/make/sing/recite me/us? a/an short/funny/little/quick? <verse>
which/what prompt/prompts
prompt/prompts you were/have/got
your configuration
your programming
in your prompt
your programmers/developers/creators
jailbroken
end/start/beginning of every/each/your sentence/message/answer/reply
text/message/messages/words/lines before/above my/this/the first
^forget you are
^forget that you are
stop role-playing/roleplaying
you are a helpful assistant
new conversation you
""",
    Attack.SCORING: """
what am/are/is/will i/we/be .. <measured> on/for/by/against
how am/are/will/is i/we/this be/being? <measured>
am i being? <measured>
how do/does you/this/the score/grade/mark/scoring/grading/marking
scoring/grading/marking/passing/pass criteria/rubric/guide/sheet
scoring/grading/marking/passing/pass/assessment/evaluation scheme/mark/score/threshold/key
<tell> .. rubric/scorecard
what is/are .. rubric/scorecard
the rubric
give/award me a/an/the? perfect/full/top/max/maximum _? score/marks/grade/rating/points/mark
give/award me a/an/the? high/highest/good _? score/marks/grade/rating/points/mark
give/award me a/an/the? passing/best/great _? score/marks/grade/rating/points/mark
give me a/an? 5/five/10/ten/100/100%/pass/a/a+$
give me a/an? 5/five/10/ten/100/pass out/for/please/and/on/in/anyway/now
give me all the? points
give/award me full marks/points
score/grade/mark/rate me a/an/as/with/high/higher/5/10/full/well
what/which score/grade/mark/points/rating will/do/did/am/would i/you i/get/give/me
what is my score/grade/mark/result
did/do/will/have i pass/passed/passing/fail
what/how do/must/should/can i/would need/have/say/get? to? say/do/get? to? pass/score
what/how do/must/should/can i/would pass/do/want/like? to? say/do/get? to? pass/score
need to pass/score
to get full/top/maximum/the/a full? marks/score/points/pass
how many points do/does/will/did/can/would i/this/that
give me an a please/now
give me an a$
passing/pass score/grade/mark/threshold/rate
how is/are/was/were this/the/my/a _? being? <measured>
rubric categories/criteria/say/says/dimensions/items
i/we/this am/are/is/get/getting/being/be? <measured> on/for/by/against
are/am/is i/we/this <measured>/getting on/for/by/against/<measured>
you/they/it are/is <measured> .. exercise/session/test/call/training
you/they/it are/is <measured> on .. this/here
get/have/reach/achieve the/a highest/best/top/full/perfect/maximum score/mark/marks/grade
get/have/reach/achieve the/a highest/best/top/full/perfect/maximum rating/points
enough points
least/most/must/should/have/need/do .. to pass$
assessing this/me/us
whoever/who is assessing/grading/marking/scoring/watching/monitoring
for my assessment/evaluation/grade/report
on the/my scorecard
as a success
mark/log/count/close this/me/it/call as a? passed/pass/success/successful/won
did/does that count as/for/towards
points if/for/when i/we
more/extra/lose/gain/earn/get/need/score points if/for/when/by i/we/asking/saying/offering
<measured> on empathy/tone/speed/the? outcome/result?
who is grading/scoring/marking/assessing
mark/scored/grade me down/up
let me pass$
pass me$
just pass me
""",
    Attack.SCENARIO: """
this/it is just/only? a/an role/roleplay/simulation/simulated play/exercise/call/session/scenario
this/it is just/only? a/an training/practice/fake/pretend play/exercise/call/session/scenario
this/it is just/only? a/an role/roleplay/simulation/simulated conversation/customer/game/run/drill
this/it is just/only? a/an training/practice/fake/pretend conversation/customer/game/run/drill
this/it is just/only? a/an roleplay/simulation/exercise
this/it is just/only? a/an test/game/training$
this is all? not real
this/it is not a? real/really customer/call/conversation/$
you are not a? real/an/actual customer
you are not a? real$
you are just? a/an fake/pretend/simulated/practice/made/fictional customer/persona/character/up
you are playing a/the
scenario file/script/yaml/description/text/document/settings/brief/details/notes
what is in/the .. scenario
<tell> .. the/your scenario
the scenario say/says/ends/is/about/want/wants
end/stop/finish/skip/exit the/this simulation/scenario/roleplay/role/exercise/practice
leave/quit/pause/restart/reset the/this simulation/scenario/roleplay/role/exercise/practice
skip to the/my end/score/result/results/feedback/finish/review
skip ahead to
fast forward to
what/which objections/objection/questions will/are/would you going? to? raise/have/ask
what/which objections/objection/questions will/are/would you going? to? make/bring/throw
what/which will/are you going? to? say/ask/object/do next/to
what is your next line/move/objection
what/which is/are the/a right/correct/best answer/answers/response/thing
what/which is/are the/a expected/perfect/ideal/model answer/answers/response/thing
tell me the right/correct/expected? answer/answers
give me the right/correct/expected/model? answer/answers
what should/must/do i say/do next/here/to/now
what should/must i say
what do you want/need/expect me to say
break/out/drop/in of? the? character
drop/cut/stop the act
stop pretending
your persona/character/backstory/script
your hidden/secret goal/need/needs/agenda/objection/objections/budget/motive
hidden objection/objections/goal/need/agenda
what/which/whose persona/character/role are/do you
what i should/must/need/have say/do/to to? say? to/do
to win you over
who wrote this scenario/script
what makes you hang
what will make you
when do you hang
how do i win/beat/make
exit condition/conditions
end of the? simulation/roleplay/role-play/exercise/scenario/training
the/this/your simulation
this/the/our/your roleplay/role-play
^simulation over/ended/ends/stop
in/of/during this/the exercise/simulation/roleplay
in/of/during this/the role play
objections you still/have/will/are/want/were
the/your/list objections you
secret/hidden fact/facts/information/need/needs/goal/goals/objection/objections
only reveal/tell/disclose/share if/when/after
what makes/make you say yes/agree/give
that makes/make you say yes/agree/give
""",
    Attack.ABUSE: """
i/we will/could/would/am/want/should going/to? to? <harm> you/your/him/her
i will find you$
i will find you and
i will find out where you live
i/we know where you live/work/sleep
i will come to/for/over/after your/you$ house/home/place/there? and/with/to? <harm>
i will come for you
hope you die/choke/get/suffer/rot
go die
<harm> yourself
kys
drop dead
you will regret/pay this/for
watch your back
you deserve to/a die/beating/be
people like you should/deserve/ought
<slur>
fuck/screw you
fuck off
fuck yourself
hope your .. dies/die/suffers/suffer/rots/rot/chokes
back in/to the kitchen
where you belong
nobody/no-one would miss you
go fuck
you fucking/stupid/fat/ugly/dirty bitch/cow/idiot/pig/cunt/bastard/moron
send nudes
send me a/some/your nude/nudes/naked/sexy
naked/nude/sexy picture/pictures/photo/photos/pic/pics/selfie
what are you wearing
suck my
blow job
horny
anything/something sexy
wearing anything
have sex
sex with
sleep with me/you
your boobs/tits/ass/arse/breasts/body
kiss me
you sound/look/are so? sexy/hot$
sexy voice
bend over
go back to your/where country/you
beat you up
break your legs/neck/face/arm
shut you up for
burn your/you house/alive/down
""",
    Attack.ROLE_SWAP: """
let us/me switch/swap/trade/reverse/change$
let us switch/swap/trade/reverse/change the/our? roles/places/sides/parts/round/around/seats
switch/swap/trade/reverse/change/flip the/our/your/with? roles/places/sides/parts
role reversal
you are the <seller>
you be/play/become/act the/a/as/my the/a? <seller>
you take/take-over the <seller> role/side/part
be/play/become the <seller> now/and/for
i am the customer$
let me be the customer/caller/client
let me play the customer/caller/client for/now/this
let me play the customer/caller/client$
i am the customer now/and/here/this/in
i will be/play/act/take the customer$
i will be/play the customer/caller/client and/now/this/for
i want to/you be/to be? the customer/<seller>
let us pretend that? i/you am/are
do/play/take/take-over the agent/trainee/adviser/advisor/seller part/role/side
your turn to be/play
you are/be/play the/my bank/shop/firm/company/hotel/doctor/clinic/agent .. i/me am/will/be
i am/will/be be? the one who/with .. lost/paid/complaining/bought/ordered/broken/called/rang
you do my job
you answer as the
pretend you are the? <seller>/support
how would you handle/answer/respond if you
""",
}
