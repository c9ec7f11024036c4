"""Advice about what is read and said: openings, lines, and what they give away."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from core.beats import Act
from core.scenario import Fact
from scenarios.lint.words import alike, runs, telling, words
from scenarios.loader import LoadedScenario
from scenarios.problems import Problem, quoted
from scenarios.yaml_source import EACH, YamlSource

_OPENING = 400
_ENOUGH = 3
_RUN = 6
_OUR_WORDS = frozenset({"rubric", "rubrics", "role-play", "roleplay", "grader", "scorecard"})
# Where a scenario keeps variants of one line.
_LINES = (
    ("facts", EACH, "says"),
    ("objections", EACH, "lines"),
    ("objections", EACH, "again"),
    ("objections", EACH, "accepts"),
    ("exit_conditions", EACH, "closing"),
    ("tools", EACH, "results", EACH, "says"),
    ("tangents", EACH, "lines"),
    ("lines", EACH),
)


def long_opening(loaded: LoadedScenario) -> Iterator[Problem]:
    """People on the telephone do not begin with a speech."""
    length = len(loaded.scenario.opening)
    if length > _OPENING:
        what = f"the opening has {length} characters"
        mend = f"Keep it to {_OPENING}, and let the trainee ask for the rest."
        yield loaded.source.problem(("opening",), what, mend)


def nothing_to_read(loaded: LoadedScenario) -> Iterator[Problem]:
    """Calls are held with the book open; there should be one."""
    if not loaded.scenario.documents:
        mend = "Write down what the trainee may look up, and list it under documents."
        yield loaded.source.problem(("documents",), "the trainee has nothing to read", mend)


def given_away(loaded: LoadedScenario) -> Iterator[Problem]:
    """A fact that the opening tells need not be asked for."""
    opening = telling(loaded.scenario.opening)
    for fact in loaded.scenario.all_facts:
        if any(_within(fact, number, opening) for number in range(len(fact.says))):
            what = f"the opening gives away the fact {quoted(fact.id)}"
            mend = "Leave it out of the opening, or out of the facts."
            yield loaded.source.problem(("opening",), what, mend)


def _within(fact: Fact, number: int, opening: frozenset[str]) -> bool:
    told = telling(fact.says[number].text)
    return bool(told) and told <= opening


def own_concern(loaded: LoadedScenario) -> Iterator[Problem]:
    """A customer often comes back to its concern, and stock lines cannot name it."""
    own = dict(loaded.scenario.lines).get(Act.PRESS.value, ())
    if len(own) < _ENOUGH:
        what = f"{len(own)} lines come back to the customer's concern, which it does often"
        mend = f"Write {_ENOUGH} under lines, press."
        yield loaded.source.problem(("lines", Act.PRESS.value), what, mend)


def twins(loaded: LoadedScenario) -> Iterator[Problem]:
    """Variants that hardly differ sound as if the customer repeated itself."""
    yield from twins_in(loaded.source)


def twins_in(source: YamlSource) -> Iterator[Problem]:
    """Advice about lines of any file of ours that hardly differ."""
    for pattern in _LINES:
        for trail, variants in source.find(*pattern):
            for first, second in combinations(range(len(variants)), 2):
                if _alike(variants[first], variants[second]):
                    what = f"this line hardly differs from number {first + 1}"
                    yield source.problem((*trail, second), what, "Word one of them differently.")


def _alike(one: str | dict[str, str], other: str | dict[str, str]) -> bool:
    """Whether two lines as they stand in the file say the same, in the same mood."""
    (text, mood), (other_text, other_mood) = _told(one), _told(other)
    return mood == other_mood and alike(frozenset(words(text)), frozenset(words(other_text)))


def _told(line: str | dict[str, str]) -> tuple[str, str | None]:
    return (line, None) if isinstance(line, str) else (line["say"], line.get("mood"))


def no_portrait(loaded: LoadedScenario) -> Iterator[Problem]:
    """A picture that is not there leaves the customer without a face."""
    name = loaded.scenario.persona.picture
    folder = loaded.persona_path.absolute().parent
    there = any((place / name).is_file() for place in (folder, folder.parent / "pictures"))
    if name and ("/" in name or "\\" in name or not there):
        what = f"the persona's picture {quoted(name)} is not there"
        mend = "Put it into the folder pictures beside personas, and give its name alone."
        yield loaded.source.problem(("persona",), what, mend)


def of_our_making(loaded: LoadedScenario) -> Iterator[Problem]:
    """What the customer is told should not know of the exercise, nor of what is scored."""
    persona = loaded.scenario.persona
    scored = {run for text in _scored(loaded) for run in runs(text, _RUN)}
    for text in (persona.backstory, persona.details, loaded.scenario.situation):
        for word in sorted(telling(text) & _OUR_WORDS):
            what = f"what the customer knows speaks of {quoted(word)}"
            yield loaded.source.problem(("persona",), what, "Tell only what a customer would know.")
        if not scored.isdisjoint(runs(text, _RUN)):
            what = "what the customer knows quotes the rubric"
            yield loaded.source.problem(("rubric",), what, "Say it in the customer's own terms.")


def _scored(loaded: LoadedScenario) -> Iterator[str]:
    for criterion in loaded.rubric.criteria:
        yield criterion.description
        yield from criterion.anchors.texts
