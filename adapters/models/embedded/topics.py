"""A scenario's cues, made ready for matching: exemplars as vectors, words as stems."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
import numpy.typing as npt

from core.ports import Embedder
from core.scenario import Cue, Scenario
from core.stances import Stance

Vectors = npt.NDArray[np.float32]


class Kind(StrEnum):
    """What a topic stands for in the scenario."""

    FACT = "fact"
    TOOL = "tool"
    ANSWER = "answer"  # lays an objection to rest
    RAISE = "raise"  # brings an objection up
    STEP = "step"
    TANGENT = "tangent"


_ASKING = frozenset({Stance.ASKS, Stance.REQUESTS})
_COMMITTING = frozenset({Stance.PROMISES, Stance.HAS_DONE})
_ANSWERING = _COMMITTING | {
    Stance.EXPLAINS,
    Stance.OFFERS,
    Stance.TAKES_OWNERSHIP,
    Stance.ACKNOWLEDGES,
}
# What a cue asks for when its author named no stances.
DEFAULT_STANCES: dict[Kind, frozenset[Stance]] = {
    Kind.FACT: _ASKING,
    Kind.TOOL: _ASKING,
    Kind.ANSWER: _ANSWERING,
    Kind.RAISE: frozenset(),
    Kind.STEP: _COMMITTING,
    Kind.TANGENT: frozenset(),
}


@dataclass(frozen=True, slots=True)
class Topic:
    """One cue. `like` and `unlike` are (n, 384) unit vectors; `words` are compiled stems."""

    kind: Kind
    ref: tuple[str, ...]
    stances: frozenset[Stance]
    like: Vectors
    unlike: Vectors
    words: re.Pattern[str] | None


@dataclass(frozen=True, slots=True)
class Topics:
    """All of a scenario's topics, and its `theme`: vectors of what the call is about."""

    all: tuple[Topic, ...]
    theme: Vectors


def compile_topics(scenario: Scenario, embedder: Embedder) -> Topics:
    """Embed every exemplar of the scenario, in one go. Blocking; some hundred sentences."""
    cues = list(_cues(scenario))
    theme = [scenario.opening, scenario.goal, *_sentences(scenario.situation)]
    sentences = [s for _, _, cue in cues for s in (*cue.like, *cue.unlike)] + theme
    vectors = np.asarray(embedder.embed(sentences), dtype=np.float32)
    topics, at = [], 0
    for kind, ref, cue in cues:
        like = vectors[at : at + len(cue.like)]
        at += len(cue.like)
        unlike = vectors[at : at + len(cue.unlike)]
        at += len(cue.unlike)
        stances = cue.stances or DEFAULT_STANCES[kind]
        topics.append(Topic(kind, ref, stances, like, unlike, stems(cue.words)))
    own = np.concatenate([vectors[at:], *(t.like for t in topics)])
    return Topics(tuple(topics), own)


def _cues(scenario: Scenario) -> Iterator[tuple[Kind, tuple[str, ...], Cue]]:
    for fact in scenario.all_facts:
        yield Kind.FACT, (fact.id,), fact.asked
    for tool in scenario.tools:
        yield Kind.TOOL, (tool.id,), tool.asked
    for objection in scenario.objections:
        yield Kind.ANSWER, (objection.id,), objection.answered_by
        if objection.trigger.cue is not None:
            yield Kind.RAISE, (objection.id,), objection.trigger.cue
    for condition in scenario.exits:
        for step in condition.steps:
            yield Kind.STEP, (condition.id, step.id), step.cue
    for tangent in scenario.tangents:
        if tangent.trigger.cue is not None:
            yield Kind.TANGENT, (tangent.id,), tangent.trigger.cue


def stems(words: Sequence[str]) -> re.Pattern[str] | None:
    """Compile words to a pattern that takes their endings along: "refund" finds "refunded"."""
    if not words:
        return None
    parts = (re.escape(_stem(word)).replace(r"\ ", r"\s+") + r"\w{0,4}" for word in words)
    return re.compile(r"(?<!\w)(?:" + "|".join(parts) + r")(?!\w)", re.IGNORECASE)


def _stem(word: str) -> str:
    """Cut what changes when an ending is added; short words stay whole."""
    for ending in ("ies", "y", "e"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:  # noqa: PLR2004
            return word.removesuffix(ending)
    return word


def _sentences(text: str) -> list[str]:
    return [s for s in re.split(r"(?<=[.!?])\s+", text.strip()) if s]
