"""Forms of verbs: from a participle or a gerund to the base."""

from functools import lru_cache

from core.stances.lexicon import words
from core.stances.verbs import DEEDS, KNOWN

IRREGULAR: dict[str, str] = {
    form: line.split()[0]
    for line in """\
be been
beat beaten
become became
begin began begun
break broke broken
bring brought
build built
buy bought
catch caught
choose chose chosen
come came
cost cost
cut cut
deal dealt
do did done
draw drew drawn
drop dropt
fall fell fallen
feel felt
find found
forget forgot forgotten
get got gotten
give gave given
go went gone
have had
hear heard
hit hit
hold held
keep kept
know knew known
lay laid
leave left
lend lent
lose lost
make made
mean meant
meet met
override overrode overridden
pay paid
put put
read read
rebuild rebuilt
redo redid redone
resend resent
reset reset
rewrite rewrote rewritten
ring rang rung
run ran
say said
see saw seen
sell sold
send sent
set set
show shown
shut shut
speak spoke spoken
speed sped
spend spent
split split
stand stood
strike struck
take took taken
teach taught
tell told
think thought
throw threw thrown
understand understood
undertake undertook undertaken
undo undid undone
uphold upheld
withdraw withdrew withdrawn
write wrote written
win won
""".splitlines()
    for form in line.split()[1:]
}
"""Past and participle -> base."""

UNTRUE = words("""
    need indeed speed feed proceed exceed succeed hundred bed red breed seed weed greed agreed
    embed shed led fed bled wed sacred naked kindred united limited
""")
"""Words in -ed that are no participles, and "agreed", which is no deed."""

NO_GERUND = words("""
    thing something anything nothing everything morning evening king ring bring string during
    spring billing pricing shipping being meeting setting building training ceiling sing
""")


PAST_ONLY = words(
    "ran went came broke took gave wrote rang threw fell began drew chose withdrew saw got was"
)
"""Past forms that are no participles: "the warranty ran out" is no headline."""


@lru_cache(maxsize=4096)
def lemma(form: str) -> str:
    """Give the base of a past form, participle or gerund; the form itself where none is known."""
    if form in DEEDS or form in KNOWN:
        return form
    if form in IRREGULAR:
        return IRREGULAR[form]
    if form.endswith("ied"):
        return form[:-3] + "y"
    for ending in ("ed", "ing"):
        if form.endswith(ending) and len(form) > len(ending) + 1:
            return _restem(form[: -len(ending)])
    return form


def _restem(stem: str) -> str:
    for candidate in (stem, stem + "e", stem[:-1]):
        if candidate in DEEDS or candidate in KNOWN:
            return candidate
    return stem


def is_deed(form: str) -> bool:
    """Whether the base form is something a firm does for a customer."""
    return form in DEEDS


def is_participle(form: str) -> bool:
    """Whether the form can be a past participle."""
    return form in IRREGULAR or (form.endswith("ed") and form not in UNTRUE and len(form) > 3)  # noqa: PLR2004


def is_gerund(form: str) -> bool:
    """Whether the form is an -ing form of a verb."""
    return form.endswith("ing") and len(form) > 4 and form not in NO_GERUND  # noqa: PLR2004
