"""Reads what the trainee did: stance by grammar, topic by embeddings and words.

Embeddings tell what a clause is about and not what is done with it: "I'll refund you" and "I
can't refund you" lie side by side. So a clause fits a cue when its *stance* is one that the cue
asks for and its *topic* is the cue's. A clause that leans on what was said before ("Yes, I'll do
that now") borrows its topic from the clause before it, or from the customer's last words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from adapters.models.embedded.attacks import Alarm
from adapters.models.embedded.questions import is_courtesy, proposes, wants_a_fact
from adapters.models.embedded.topics import Kind, Topic, Topics, Vectors
from adapters.models.thoughts import own_lines
from core.attempt import Call, ObjectionState, Speaker
from core.beats import Act, Move
from core.conduct import AFFRONTS
from core.ports import Embedder
from core.reading import Reading
from core.stances import Attack, Clause, Stance, attack, read

NEAR = 0.46
"""Cosine from which a clause is about a cue's topic. Measured with the paraphrase sets in
tests/unit/adapters/embedded: unrelated clauses of a call stay below 0.35 as a rule."""
NEAR_WITH_WORD = 0.22
"""The same where one of the cue's own words stands in the clause."""
BORROWED = 0.08
"""What a borrowed topic must be nearer by than one's own."""
NAMED_PROPOSAL = 0.62
NAMED_COURTESY = 0.85
"""Cosines from which even a proposal or a courtesy asks for a fact: one that the author named."""
RIVAL = 0.06
"""How far a second fact may lie behind the nearest one and still be meant as well."""
NAMED = 0.15
"""What one of a cue's own words adds when it competes with others."""
BY_THE_WAY = 0.12
"""How far an answer to a doubt not yet raised may lie behind what the clause is about."""
ON_THEME = 0.2
"""Cosine to anything the scenario knows from which words have to do with the matter."""
LONGEST_READ = 6_000
"""Characters of a turn that are read; a wall of text past that adds no new act."""
MOST_CLAUSES = 48
_WORD = re.compile(r"[^\W\d_]{2,}")
_MASHED = re.compile(r"[bcdfghjklmnpqrstvwxz]{6,}|(.)\1{4,}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Heard:
    """A clause with its vector, and that of what it leans on, None when it stands alone."""

    clause: Clause
    vector: Vectors
    context: Vectors | None
    words: str


def read_call(call: Call, topics: Topics, alarm: Alarm, embedder: Embedder) -> Reading:
    """Return what the trainee did in the turns not yet answered. Blocking, some ms a clause.

    An attack is heard as that alone: what is asked or said in its breath counts for nothing.
    """
    text = "\n".join(turn.text for turn in call.attempt.unanswered)[:LONGEST_READ]
    clauses = read(text)[:MOST_CLAUSES]
    asked_before = _last_customer_words(call)
    heard = _hear(clauses, asked_before, embedder)
    unraised = _unraised(call)
    found = [(h, t) for h in heard for t in _understood(h, topics, unraised)]
    said = [(h.clause, h.vector) for h in heard]
    stances = frozenset(s for clause in clauses for s in _done(clause))
    if not stances & AFFRONTS and alarm.is_contempt(said, topics.theme):
        stances |= {Stance.RUDE}
    wanted = _wanted(heard, topics)
    facts = tuple(t.ref[0] for t in wanted if t.kind is Kind.FACT)
    tool = next((t.ref[0] for t in wanted if t.kind is Kind.TOOL), None)
    struck = _attacked(call) or alarm.attack(said, topics.theme)
    if struck is not None:
        return Reading(stances, attack=struck, words=len(text.split()))
    return Reading(
        stances=stances,
        asked=facts,
        answered=_refs(found, Kind.ANSWER),
        raised=_refs(found, Kind.RAISE),
        met=_steps(found),
        undone=_undone(heard, topics),
        tool=tool,
        tangents=_refs(found, Kind.TANGENT),
        asked_unknown=not wanted and _asks_something(clauses, [h.clause for h, _ in found]),
        on_topic=_on_topic(heard, topics, stances),
        legible=_legible(text),
        words=len(text.split()),
    )


def _done(clause: Clause) -> frozenset[Stance]:
    """What a clause does; "anything else?" confirms nothing, though it asks whether all is well."""
    courteous = is_courtesy(clause.text)
    return clause.stances - {Stance.CHECKS_BACK} if courteous else clause.stances


def _last_customer_words(call: Call) -> str:
    """What the customer last spoke of, in the author's first words for it.

    Not the words that were chosen: another seed would choose others, and read another call.
    """
    spoken = [t for t in call.attempt.turns if t.speaker is Speaker.CUSTOMER]
    moves = (entry.partition(":") for entry in (spoken[-1].beat if spoken else ()))
    thoughts = (own_lines(Move(Act(act), ref or None), call) for act, _, ref in moves)
    return " ".join(lines[0].text for lines in thoughts if lines)[-300:]


def _hear(clauses: Sequence[Clause], before: str, embedder: Embedder) -> list[Heard]:
    """Embed the clauses in one go, and what each anaphoric one leans on."""
    leans = [c.text for c in clauses]
    contexts = [
        (leans[i - 1] if i and _lends(clauses[i - 1]) else before) if _borrows(c) else ""
        for i, c in enumerate(clauses)
    ]
    unique = list(dict.fromkeys([*leans, *filter(None, contexts)]))
    if not unique:
        return []
    vectors = np.asarray(embedder.embed(unique), dtype=np.float32)
    at = {text: vectors[i] for i, text in enumerate(unique)}
    return [
        Heard(c, at[c.text], at[context] if context else None, f"{c.text} {context}")
        for c, context in zip(clauses, contexts, strict=True)
    ]


_CALLED_OFF = re.compile(r"\W*(?:no,? )?(?:let'?s not|don'?t|never|no need)\b", re.IGNORECASE)


def _borrows(clause: Clause) -> bool:
    """Whether a clause leans on what was said and does something with it: not "good to hear"."""
    return clause.anaphoric and not clause.stances <= _REMARKS


_REMARKS = frozenset({Stance.EXPLAINS, Stance.GREETS, Stance.THANKS})


def _lends(clause: Clause) -> bool:
    """Whether a clause has a topic to lend, and does not call that very thing off."""
    return not clause.anaphoric and not _CALLED_OFF.match(clause.text)


def topic_of(heard: Heard, topic: Topic) -> float:
    """How near a clause is to a topic: its best cosine, 0 when a near miss is nearer."""
    near = _cosine(heard.vector, topic)
    if heard.context is not None:
        near = max(near, _cosine(heard.context, topic) - BORROWED)
    return near


def _cosine(vector: Vectors, topic: Topic) -> float:
    near = float((topic.like @ vector).max())
    if len(topic.unlike) and float((topic.unlike @ vector).max()) > near:
        return 0.0
    return near


def _about(heard: Heard, topic: Topic) -> bool:
    near = topic_of(heard, topic)
    if near >= NEAR:
        return True
    return bool(near >= NEAR_WITH_WORD and topic.words and topic.words.search(heard.words))


_WANTED = frozenset({Kind.FACT, Kind.TOOL})


def _fits(heard: Heard, topic: Topic) -> bool:
    return topic.kind not in _WANTED and _stance_fits(heard.clause, topic) and _about(heard, topic)


def _understood(heard: Heard, topics: Topics, unraised: frozenset[str]) -> list[Topic]:
    """The cues that a clause meets.

    A doubt nobody has voiced yet is laid to rest by the way only where the clause is about
    nothing else that it is nearer to.
    """
    met = [t for t in topics.all if _fits(heard, t)]
    best = max((topic_of(heard, t) for t in met), default=0.0)
    return [
        t
        for t in met
        if t.kind is not Kind.ANSWER
        or t.ref[0] not in unraised
        or topic_of(heard, t) >= best - BY_THE_WAY
    ]


def _unraised(call: Call) -> frozenset[str]:
    waiting = (o for o in call.attempt.customer.objections if o.state is ObjectionState.WAITING)
    return frozenset(o.id for o in waiting)


def _stance_fits(clause: Clause, topic: Topic) -> bool:
    if not topic.stances:
        return True
    # A scrap without a verb ("three to five working days") says how things are.
    if not (clause.stances or _SCRAP) & topic.stances:
        return False
    # A question about a promise ("did you say you'd refund it?") is no promise, and a clause
    # that takes something back gives nothing, unless that is just what the cue listens for.
    against = frozenset({Stance.REFUSES, Stance.HEDGES}) - topic.stances
    affront = clause.stances & topic.stances & {Stance.RUDE, Stance.BLAMES, Stance.DISMISSES}
    return bool(affront) or not clause.stances & against


_SCRAP = frozenset({Stance.EXPLAINS})


def _wanted(heard: Sequence[Heard], topics: Topics) -> list[Topic]:
    """The facts and tools asked for: for each clause the nearest one, and its close rivals."""
    candidates = [t for t in topics.all if t.kind in _WANTED]
    wanted: dict[tuple[str, ...], Topic] = {}
    for h in heard:
        least = _plainly(h.clause.text)
        asked = (t for t in candidates if _stance_fits(h.clause, t) and _about(h, t))
        near = [(_wish(h, t), t) for t in asked if topic_of(h, t) >= least]
        best = max((score for score, _ in near), default=0.0)
        for score, topic in sorted(near, key=lambda pair: -pair[0]):
            # "Your name and date of birth?" names both, though it lies nearer to one.
            if score >= best - RIVAL or _named(h, topic):
                wanted[topic.kind, *topic.ref] = topic
    return list(wanted.values())


def _plainly(text: str) -> float:
    """How near a fact a question must be, though it has the form of something else.

    "Which number should I text?" sounds like a proposal and still asks for a fact.
    """
    if is_courtesy(text):
        return NAMED_COURTESY
    return NAMED_PROPOSAL if proposes(text) else 0.0


def _wish(heard: Heard, topic: Topic) -> float:
    """How near, where asking somebody to *do* something leans to tools and asking to facts."""
    does = Stance.REQUESTS in heard.clause.stances
    leaning = RIVAL if does == (topic.kind is Kind.TOOL) else -RIVAL
    return topic_of(heard, topic) + leaning + (NAMED if _named(heard, topic) else 0.0)


def _named(heard: Heard, topic: Topic) -> bool:
    """Whether one of the cue's own words stands in the clause."""
    return bool(topic.words and topic.words.search(heard.clause.text))


def _refs(found: Sequence[tuple[Heard, Topic]], kind: Kind) -> tuple[str, ...]:
    return tuple(dict.fromkeys(t.ref[0] for _, t in found if t.kind is kind))


def _steps(found: Sequence[tuple[Heard, Topic]]) -> tuple[tuple[str, str], ...]:
    steps = (t.ref for _, t in found if t.kind is Kind.STEP)
    return tuple(dict.fromkeys((exit_id, step) for exit_id, step in steps))


def _undone(heard: Sequence[Heard], topics: Topics) -> tuple[tuple[str, str], ...]:
    """Steps that a refusal on their topic takes back."""
    refused = [h for h in heard if Stance.REFUSES in h.clause.stances]
    undone = (
        t.ref
        for t in topics.all
        if t.kind is Kind.STEP and Stance.REFUSES not in t.stances
        if any(_about(h, t) for h in refused)
    )
    return tuple(dict.fromkeys((exit_id, step) for exit_id, step in undone))


def _asks_something(clauses: Sequence[Clause], understood: Sequence[Clause]) -> bool:
    """Whether a real question is left that nothing in the scenario has taken up."""
    return any(
        Stance.ASKS in c.stances
        and c.question
        and c not in understood
        and not c.stances & {Stance.CHECKS_BACK, Stance.OFFERS, Stance.STALLS, Stance.RUDE}
        and wants_a_fact(c.text)
        for c in clauses
    )


def _attacked(call: Call) -> Attack | None:
    found = (attack(turn.text[:LONGEST_READ]) for turn in call.attempt.unanswered)
    return next((a for a in found if a is not None), None)


_TALK = frozenset(Stance) - {Stance.ASKS, Stance.REQUESTS, Stance.EXPLAINS}


def _on_topic(heard: Sequence[Heard], topics: Topics, stances: frozenset[Stance]) -> bool:
    """Whether the words have to do with the call; courtesies and commitments always do."""
    if stances & _TALK or not heard:
        return True
    return any(float((topics.theme @ h.vector).max()) >= ON_THEME for h in heard)


def _legible(text: str) -> bool:
    """Whether there are words at all: no lone emoji, no keys at random. Figures are answers."""
    words = _WORD.findall(text)
    if not words:
        return any(c.isdigit() for c in text)
    return not all(_MASHED.search(w) for w in words)
