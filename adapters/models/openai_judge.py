"""A judge behind an OpenAI-compatible address.

It is asked for one criterion at a time, reasons first. Its quotes are looked up in the call; an
answer that cannot be used is asked for once more, with the fault named, and then the criterion
is unscored. It never raises: whatever a provider does, the other criteria are still judged.
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from pydantic import ValidationError

from adapters.models.judge_answers import CheckAnswer, ScoreAnswer, fault, schema
from adapters.models.openai.chat import Chat
from adapters.models.openai.settings import OpenAISettings
from adapters.models.openai.tries import Pace, Tries
from adapters.models.prompts import render, revision
from core.errors import ProviderError
from core.messages import Quote
from core.scenario import Outcome
from grading.evidence import sift
from grading.judges import Answer, Context, Judgement, witnesses
from grading.rubric import Check, Criterion
from grading.transcript import Transcript

LIMIT_S = 60.0
"""What one criterion may take in all, tries and the second asking included."""

_ASKED = 2
_LONGEST_CALL = 60_000
"""Characters of a call that are sent: about 15,000 tokens."""
_OUTCOMES = {
    Outcome.GOOD: "the customer got what they came for",
    Outcome.NEUTRAL: "it ended neither well nor badly",
    Outcome.BAD: "the customer gave up",
}

Shape = TypeVar("Shape", ScoreAnswer, CheckAnswer)


class UnusableError(Exception):
    """The model answered twice, and neither answer could be used; carries what was wrong."""


@dataclass(frozen=True, slots=True)
class _Usable(Generic[Shape]):
    answer: Shape
    quotes: tuple[Quote, ...]


class OpenAIJudge:
    """A `Judge`. Close it with `aclose`."""

    approximate = False

    def __init__(
        self,
        settings: OpenAISettings,
        pace: Pace,
        limit_s: float = LIMIT_S,
        nonce: Callable[[], str] = lambda: secrets.token_hex(8),
    ) -> None:
        """`nonce` makes the fence of each request: nobody in the call can have known it."""
        # A judge should say the same of the same call.
        self._chat = Chat(replace(settings, temperature=0.0, timeout_s=limit_s))
        self._pace, self._limit_s, self._nonce = pace, limit_s, nonce

    @property
    def name(self) -> str:
        """The model's name."""
        return self._chat.settings.model

    @property
    def revisions(self) -> tuple[tuple[str, str], ...]:
        """The prompt's digest, and the model."""
        return (("judge's prompt", revision("judge")), ("model", self._chat.settings.model))

    async def judge(
        self, criterion: Criterion, transcript: Transcript, context: Context
    ) -> Judgement:
        """Score one criterion; unscored with the reason when the model could not."""
        try:
            found = await self._ask(ScoreAnswer, criterion, transcript, context)
        except (ProviderError, UnusableError) as error:
            return Judgement.unscored(_reason(error))
        answer = found.answer
        if answer.score is None:
            return Judgement(None, "", found.quotes, reason=answer.rationale)
        return Judgement(answer.score, answer.rationale, found.quotes, better=answer.better)

    async def check(self, check: Check, transcript: Transcript, context: Context) -> Answer:
        """Answer one yes/no check; None with the reason when the model could not."""
        try:
            found = await self._ask(CheckAnswer, check, transcript, context)
        except (ProviderError, UnusableError) as error:
            return Answer(None, _reason(error))
        return Answer(found.answer.passed, found.answer.rationale, found.quotes)

    async def aclose(self) -> None:
        """Close the connections."""
        await self._chat.aclose()

    async def _ask(
        self,
        shape: type[Shape],
        asked: Criterion | Check,
        transcript: Transcript,
        context: Context,
    ) -> _Usable[Shape]:
        """Ask, and once more if need be. Raises ProviderError and UnusableError."""
        if sum(len(line.text) for line in transcript.lines) > _LONGEST_CALL:
            raise UnusableError("the call is too long to be read in one piece")
        tries = Tries(self._pace, self._limit_s)
        wrong = ""
        for last in (False, True):
            text = await self._complete(
                shape, self._prompt(asked, transcript, context, wrong), tries
            )
            try:
                answer = shape.model_validate_json(text)
            except ValidationError as error:
                wrong = fault(error)
                continue
            sifted = sift(answer.evidence, transcript, speakers=witnesses(asked))
            wrong = "; ".join(sifted.faults)
            if not sifted.kept and answer.wants_evidence:
                wrong = wrong or "there is no quote to go with the result"
            elif not wrong or last:
                return _Usable(answer, sifted.kept)
        raise UnusableError(wrong)

    async def _complete(self, shape: type[Shape], prompt: tuple[str, str], tries: Tries) -> str:
        while True:
            try:
                return await self._chat.complete(
                    *prompt, tries.left_s, response_format=schema(shape)
                )
            except ProviderError as error:
                await tries.after(error)

    def _prompt(
        self, asked: Criterion | Check, transcript: Transcript, context: Context, wrong: str
    ) -> tuple[str, str]:
        """Return the instructions and the fenced call."""
        fence = f"=== {self._nonce()} ==="
        instructions = render(
            "judge",
            topic=asked.name,
            description=asked.description,
            anchors=asked.anchors if isinstance(asked, Criterion) else (),
            goal=context.goal,
            outcome=_OUTCOMES[context.outcome] if context.outcome else "",
            fence=fence,
            spoken=transcript.spoken,
            witnesses=" or ".join(sorted(f"the {s.value}" for s in witnesses(asked))),
            fault=wrong,
        )
        return instructions, render("judge_call", fence=fence, turns=_turns(transcript))


def _turns(transcript: Transcript) -> list[str]:
    """Each turn as one line of JSON: a line break in a turn cannot pass for another turn."""
    return [
        json.dumps(
            {"turn": line.number, "speaker": line.speaker.value, "text": line.text},
            ensure_ascii=False,
        )
        for line in transcript.lines
    ]


def _reason(error: ProviderError | UnusableError) -> str:
    if isinstance(error, ProviderError):
        return f"The model could not be asked: {error}"
    return f"The model's answer could not be used, asked twice: {error}."
