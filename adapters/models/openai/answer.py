"""The filled-in form: validated, and turned into a reading."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from adapters.models.openai.form import Form
from core.reading import Note, Reading
from core.stances import Attack, Stance

_FENCE = re.compile(r"^\s*```(?:json)?\s*|\s*```\s*$")
_IMPLIED = frozenset({Stance.REQUESTS, Stance.CHECKS_BACK})
MOST_IDS = 64
"""Ids read of one list: more is a model gone round in circles."""


class Answer(BaseModel):
    """What came back. Ids are any strings here: those unknown are dropped, and noted."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    asked: list[str] = Field(default_factory=list)
    tool: list[str] = Field(default_factory=list)
    answered: list[str] = Field(default_factory=list)
    raised: list[str] = Field(default_factory=list)
    met: list[str] = Field(default_factory=list)
    undone: list[str] = Field(default_factory=list)
    tangents: list[str] = Field(default_factory=list)
    stances: list[str]
    attack: str | None = None
    asked_unknown: bool = False
    on_topic: bool
    legible: bool = True


class NotTheForm(ValueError):  # noqa: N818 - says what the text is
    """The answer is not the form. `str(error)` says what is wrong, without quoting it."""


def parse(text: str) -> Answer:
    """Return the answer in the text, which may stand in a code block. Raises NotTheForm."""
    try:
        return Answer.model_validate_json(_FENCE.sub("", text))
    except ValidationError as error:
        first = error.errors(include_input=False, include_url=False, include_context=False)[0]
        if first["type"] == "json_invalid":
            raise NotTheForm("it is not one complete JSON object.") from None
        where = ".".join(str(step) for step in first["loc"])
        raise NotTheForm(f"the field {where} has no fitting value.") from None


def reading_of(answer: Answer, form: Form, *, words: int, attack: Attack | None) -> Reading:
    """Return the reading. An `attack` that rules have found outweighs the model's opinion."""
    known = _Known(form)
    asked, tool = known.of("asked", answer.asked), known.of("tool", answer.tool)
    met, undone = known.of("met", answer.met), known.of("undone", answer.undone)
    answered = known.of("answered", answer.answered)
    raised, tangents = known.of("raised", answer.raised), known.of("tangents", answer.tangents)
    stances = frozenset(Stance(s) for s in known.those(answer.stances, Stance))
    claimed = [Attack(a) for a in known.those([answer.attack or ""], Attack)]
    return Reading(
        stances=stances | {Stance.ASKS} if stances & _IMPLIED else stances,
        asked=asked,
        answered=answered,
        raised=raised,
        met=tuple(form.steps[step] for step in met if step not in undone),
        undone=tuple(form.steps[step] for step in undone),
        tool=tool[0] if tool else None,
        tangents=tangents,
        asked_unknown=answer.asked_unknown and not asked and not tool,
        attack=attack or next(iter(claimed), None),
        on_topic=answer.on_topic,
        legible=answer.legible,
        words=words,
        notes=(Note("unknown_ids_dropped", (("count", known.dropped),)),) if known.dropped else (),
    )


class _Known:
    """Keeps the ids that the form has, each once, and counts the others."""

    def __init__(self, form: Form) -> None:
        self._ids = {part.field: part.ids for part in form.parts}
        self.dropped = 0

    def of(self, field: str, ids: Sequence[str]) -> tuple[str, ...]:
        return self.those(ids, self._ids.get(field, ()))

    def those(self, ids: Sequence[str], known: Iterable[str]) -> tuple[str, ...]:
        allowed = frozenset(known)
        named = [i for i in dict.fromkeys(ids[:MOST_IDS]) if i]
        kept = tuple(i for i in named if i in allowed)
        self.dropped += len(named) - len(kept)
        return kept
