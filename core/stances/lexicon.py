"""Word classes: persons, auxiliaries, particles."""


def words(text: str) -> frozenset[str]:
    """Make a word class of a text."""
    return frozenset(text.split())


FILLERS = words("""
    just really actually definitely certainly also very totally completely truly simply quickly
    gladly happily immediately basically honestly literally quite pretty extremely incredibly
    terribly awfully genuinely sincerely deeply fully already even officially successfully
    automatically absolutely clearly obviously entirely ever instantly manually swiftly promptly
    formally duly exactly precisely recently finally currently super wholly thoroughly utterly
    surely naturally
    um uh er erm hmm uhm umm therefore personally myself ourselves
""")
"""Adverbs and noises that change no stance."""

OPENERS = words("""
    and but so well okay yes no right oh ah sure also then unfortunately great perfect brilliant
    excellent wonderful absolutely certainly definitely now look listen plus hey hi hello or
    because course sadly regrettably alright fine good lovely see indeed understood thanks sorry
    however though although since cool anyway lastly first firstly next honestly again still yet
    apologies frankly
    ugh pff pfft tsk meh hm hmm aw aww bless ah afterwards instead otherwise
""")
"""Words that may come before the clause proper."""

US = words("i we")
SELF = words("me us")
THEY = words("he she they who")
THING = words("it that this these those there everything which both all none")
SOMEBODY = words("someone somebody anyone anybody people")
NOBODY = words("nobody no-one none nothing")
PRONOUNS = US | words("you") | THEY | THING | SOMEBODY | NOBODY

DETERMINERS = words("""
    the a an my our your his her their its any some every each no this that these those another
    both all
""")

TEAM = words("""
    team colleague colleagues manager supervisor technician engineer engineers warehouse billing
    accounts finance payroll nurse doctor consultant specialist specialists department lead
    director boss rep representative advisor adviser dispatcher courier driver depot clinic
    office reception receptionist host porter housekeeper housekeeping chef dentist hygienist
    fitter plumber electrician trainer crew staff cleaner mechanic therapist surveyor coach
    recruiter agent developer
""")
OUTSIDERS = words("""
    bank banks airline carrier manufacturer insurer insurers assessor landlord seller supplier
    vendor provider council government hmrc visa mastercard paypal issuer network vet
""")

MODALS = words("will shall would can could may might must should ought")
BE = words("am is are was were be been being")
HAVE = words("have has had")
DO = words("do does did")
AUXILIARIES = MODALS | words("am is are was were") | HAVE | DO

BETWEEN = FILLERS | words("""
    now still only since again today then always all both each hopefully probably possibly
    happily soon normally usually so please therefore likely maybe perhaps
""")
"""What may stand within a verb group."""

NEGATORS = words("not never no hardly")
WH = words("what when where which who whose why how")

CONDITIONAL = words("if unless provided providing assuming")
TEMPORAL = words("once when after until till before while whenever")
SUBORDINATORS = CONDITIONAL | TEMPORAL | words("as whether although though because since given")

PREPOSITIONS = words("""
    to for of in on at by with from about into over under off out up down per via without within
    through during against between until than and or but so as if because since like too across
    along forward back away round around straight right both either neither then there here not
    no again now today tomorrow please all also who which that this these those my your our
    their his her its the a an
""")

LINKS = (
    SUBORDINATORS
    | WH
    | words("""
    that than and or but so said say says think know sure afraid hope believe see hear told
    confirm promise guarantee understand feel glad best all everything more else further chance
    likely unlikely possible possibility doubt no-doubt other anything thing nothing only way
    time soon moment reason like wish thought guess suppose mean means happy assure remember
    imagine ensure certain notice noticed saying whatever something least most much far case to
    of for with by about at on in from where every minute second day promised assured explained
    appreciate realise realize expect reckon figured bet swear show shows feels looks seems
    sounds everyone anyone someone because unless appears whichever assume agree advised hoping
    thinking guessing knowing wishing assuming believing reported stated mentioned claims
    claimed known unfortunately hopefully maybe perhaps not sometimes usually normally either
    neither is are was were be will can if do does did have has had the a an your my our no any
    these those this ask asked wonder wondering rather
""")
)
"""Words after which a subject and a verb belong to what came before."""

TAGS = words("okay right correct yes yeah alright huh eh no")
"""One-word question tags at the end of a statement."""

ABBREVIATIONS = words("mr mrs ms dr st vs eg ie approx e g i no. prof sr jr")
