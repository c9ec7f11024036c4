"""The shape of a judge's answer: what the model is asked to fill in, and how it is read."""

from __future__ import annotations

from abc import abstractmethod
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from core.messages import Quote
from grading.rubric import HIGHEST, LOWEST

_MOST_QUOTES = 8
_LONGEST = 2_000


class QuoteAnswer(BaseModel):
    """One piece of evidence."""

    model_config = ConfigDict(extra="forbid")

    turn: int
    quote: str


class _Reasoned(BaseModel):
    """What both kinds of answer begin with: reasons stand before the result."""

    model_config = ConfigDict(extra="forbid")

    reasoning: str
    quotes: Annotated[list[QuoteAnswer], Field(max_length=_MOST_QUOTES)]
    rationale: Annotated[str, Field(min_length=1, max_length=_LONGEST)]

    @property
    def evidence(self) -> tuple[Quote, ...]:
        """The quotes, as claimed."""
        return tuple(Quote(q.turn, q.quote) for q in self.quotes)

    @property
    @abstractmethod
    def wants_evidence(self) -> bool:
        """Whether the result needs a quote that stands."""


class ScoreAnswer(_Reasoned):
    """The answer about a criterion."""

    better: Annotated[str, Field(max_length=_LONGEST)]
    score: Annotated[int, Field(strict=True, ge=LOWEST, le=HIGHEST)] | None

    @property
    def wants_evidence(self) -> bool:
        """A score is nothing without words that show it."""
        return self.score is not None


class CheckAnswer(_Reasoned):
    """The answer to a check."""

    passed: Annotated[bool, Field(strict=True)] | None

    @property
    def wants_evidence(self) -> bool:
        """That something was done can be shown; that it was not has no words."""
        return self.passed is True


def schema(answer: type[ScoreAnswer | CheckAnswer]) -> dict[str, Any]:
    """Return the `response_format` that asks for this shape, strictly.

    Bounds are left to the reading: servers differ in which of them their schemas know.
    """
    shape = _plain(answer.model_json_schema())
    named = {"name": answer.__name__, "strict": True, "schema": shape}
    return {"type": "json_schema", "json_schema": named}


def fault(error: ValidationError) -> str:
    """Say what is wrong with an answer, without repeating what stands in it."""
    problems = error.errors(include_input=False, include_url=False, include_context=False)
    parts = [f"{'.'.join(map(str, p['loc'])) or 'the answer'}: {p['msg']}" for p in problems]
    return "; ".join(parts[:3])


_BOUNDS = frozenset({"minimum", "maximum", "minLength", "maxLength", "maxItems", "title"})


def _plain(node: Any) -> Any:  # noqa: ANN401 - a JSON value
    if isinstance(node, dict):
        return {k: _plain(v) for k, v in node.items() if k not in _BOUNDS or isinstance(v, dict)}
    if isinstance(node, list):
        return [_plain(item) for item in node]
    return node
