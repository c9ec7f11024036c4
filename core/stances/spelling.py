"""Spellings: contractions with and without apostrophe, shorthand, common typing errors."""

from core.stances.lexicon import words

APOSTROPHES = "'’‘\u02bc`\u00b4\uff07"

ENDINGS: dict[str, str] = {"ll": "will", "ve": "have", "m": "am", "re": "are"}
"""What follows an apostrophe and means one thing only; 's and 'd need their neighbours."""

WHOLE: dict[str, str] = {
    line.split(" = ")[0]: line.split(" = ")[1]
    for line in """\
aint = is not
arent = are not
cannot = can not
cant = can not
couldnt = could not
couldve = could have
didnt = did not
doesnt = does not
dosent = does not
dont = do not
hadnt = had not
hasnt = has not
havent = have not
hes = he is
heres = here is
hows = how is
im = i am
isnt = is not
itd = it would
itll = it will
ive = i have
lets = let us
mightve = might have
mustve = must have
mustnt = must not
neednt = need not
shes = she is
shant = shall not
shouldnt = should not
shouldve = should have
somethings = something is
thatll = that will
thats = that is
theres = there is
theyd = they would
theyll = they will
theyre = they are
theyve = they have
wasnt = was not
werent = were not
weve = we have
whats = what is
wheres = where is
whos = who is
wont = will not
wouldnt = would not
wouldve = would have
youd = you would
youll = you will
youre = you are
youve = you have
yall = you
dunno = do not know
gimme = give me
gonna = going to
gotta = got to
kinda = kind of
lemme = let me
wanna = want to
outta = out of
whatcha = what are you
u = you
ur = your
r = are
ya = you
n = and
pls = please
plz = please
plese = please
thx = thanks
thanx = thanks
ty = thanks
tks = thanks
cheers = thanks
coz = because
cos = because
cuz = because
becuase = because
yep = yes
yup = yes
yeah = yes
yea = yes
aye = yes
nope = no
nah = no
ok = okay
k = okay
okey = okay
alright = okay
sry = sorry
sory = sorry
soz = sorry
sorrry = sorry
appologies = apologies
apologise = apologize
appologise = apologize
appologize = apologize
apoligise = apologize
apologising = apologizing
authorise = authorize
authorised = authorized
authorising = authorizing
cancelation = cancellation
canceled = cancelled
canceling = cancelling
prioritise = prioritize
prioritised = prioritized
definately = definitely
definatly = definitely
defo = definitely
deffo = definitely
unfortunatly = unfortunately
unfortunetly = unfortunately
unfortunatley = unfortunately
immediatly = immediately
immediatley = immediately
recieve = receive
recieved = received
reciept = receipt
tommorow = tomorrow
tomorow = tomorrow
tommorrow = tomorrow
tmrw = tomorrow
tmr = tomorrow
2moro = tomorrow
asap = immediately
rn = now
refudn = refund
refudned = refunded
refunf = refund
refunede = refunded
cancle = cancel
prolly = probably
probs = probably
mebbe = maybe
posible = possible
possable = possible
teh = the
wil = will
wiil = will
wiht = with
adn = and
cna = can
yuo = you
youe = your
hav = have
proccess = process
proccessed = processed
proccessing = processing
dispached = dispatched
straightaway = immediately
rly = really
srsly = seriously
tho = though
thru = through
abt = about
msg = message
appt = appointment
acct = account
""".splitlines()
}
"""Spelling without apostrophe -> the words it stands for."""

AFTER_ILL = words("""
    am is are was were be been feel feeling very fell so really mentally terminally seriously
    too im youre hes shes
""")
"""Words before "ill" that make it an illness."""

AFTER_SICK = words("and but so or with at today for since in because then as")
"""Words after "ill" that make it an illness."""

BEFORE_ID = words("""
    like love be have need say suggest recommend want rather hate happily gladly just really
    also imagine feel think hope prefer appreciate expect honestly
""")
"""Words after "id" that make it "I would"."""

AFTER_ITS = words("""
    been on in done not a an the going being all already okay fine only just really so very too
    still sorted approved processed sent booked refunded coming frustrating fixed working never
    our my your probably no about gone arriving
""")
"""Words after "its" that make it "it is"."""

HOSTS = words("""
    it that he she what who where how there here when everything everyone somebody someone
    nothing this something nobody anyone why one
""")
"""Words whose 's is always a verb."""

VERBAL_NEXT = words("""
    been on in not gone going being already now a the just all still done sent paid made out off
    here back up ready too also coming
""")
"""Words after a noun's 's that make it "is" or "has" and no possessive."""
