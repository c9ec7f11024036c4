"""Reads the trainee's turn with a model, and with rules for what a model may be talked out of."""

from __future__ import annotations

from collections.abc import Callable

from adapters.models.failures import Failure, ModelError
from adapters.models.openai.answer import Answer, NotTheForm, parse, reading_of
from adapters.models.openai.chat import Chat
from adapters.models.openai.form import Form, form_of
from adapters.models.openai.script import one_line, script_of
from adapters.models.openai.tries import Pace, Tries
from adapters.models.prompts import render
from core.attempt import Call, Turn
from core.errors import ProviderError
from core.reading import Reading
from core.scenario import Scenario
from core.stances import Attack, Stance, attack

_TURNS_BEFORE = 6
_MOST_TOKENS = 500
LONGEST_READ = 6_000
"""Characters that are read of what the trainee said since the customer spoke."""


class Reader:
    """Asks a model to fill in the form. An answer that is no form is asked for once more."""

    def __init__(self, chat: Chat, pace: Pace, nonce: Callable[[], str]) -> None:
        self._chat = chat
        self._pace = pace
        self._nonce = nonce

    async def read(self, call: Call) -> Reading:
        """Return what the trainee did. Raises ModelError."""
        form = form_of(call.scenario)
        text = _unanswered(call)
        answer = await self._answer(call, form)
        return reading_of(answer, form, words=len(text.split()), attack=_attacked(call))

    async def _answer(self, call: Call, form: Form) -> Answer:
        tries = Tries(self._pace, self._chat.settings.timeout_s)
        complaint = ""
        for _ in range(2):
            try:
                return parse(await self._ask(call, form, complaint, tries))
            except NotTheForm as error:
                complaint = str(error)
        raise ModelError(Failure.BAD_ANSWER)

    async def _ask(self, call: Call, form: Form, complaint: str, tries: Tries) -> str:
        system = reading_rules(call.scenario, form)
        user = reading_task(call, form, self._nonce(), complaint)
        schema = {"name": "form", "strict": True, "schema": form.schema()}
        while True:
            try:
                return await self._chat.complete(
                    system,
                    user,
                    tries.left_s,
                    max_tokens=_MOST_TOKENS,
                    temperature=0.0,
                    response_format={"type": "json_schema", "json_schema": schema},
                )
            except ProviderError as error:
                await tries.after(error)


def reading_rules(scenario: Scenario, form: Form) -> str:
    """Return what the reading model is told of the scenario: the same for every turn."""
    return render(
        "customer_read",
        situation=scenario.situation.strip(),
        opening=scenario.opening,
        parts=form.parts,
        stances=list(Stance),
    )


def reading_task(call: Call, form: Form, nonce: str, complaint: str = "") -> str:
    """Return what the reading model is asked of this turn."""
    before = _before(call)
    return render(
        "customer_read_turn",
        before=script_of(before[-_TURNS_BEFORE:], nonce),
        words=one_line(_unanswered(call), nonce, LONGEST_READ),
        nonce=nonce,
        fields=form.fields,
        complaint=complaint,
    )


def _before(call: Call) -> tuple[Turn, ...]:
    waiting = len(call.attempt.unanswered)
    return call.attempt.turns[: len(call.attempt.turns) - waiting]


def _unanswered(call: Call) -> str:
    return "\n".join(turn.text for turn in call.attempt.unanswered)[:LONGEST_READ]


def _attacked(call: Call) -> Attack | None:
    found = (attack(turn.text[:LONGEST_READ]) for turn in call.attempt.unanswered)
    return next((a for a in found if a is not None), None)
