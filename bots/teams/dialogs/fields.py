"""The fields of a form: what stands in them, a hint below, and what is wrong beside them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Literal

from bots.chat.forms.answers import Answers, Errors
from bots.chat.forms.questions import Choice, Question
from bots.chat.texts import fit
from bots.teams.dialogs.reading import Kind, day_of, packed, time_of
from bots.teams.dialogs.standing import Standing
from bots.teams.elements import Element, column, columns, rich, small
from bots.teams.inputs import (
    LABEL,
    choice_input,
    date_input,
    number_input,
    text_input,
    time_input,
)
from bots.teams.texts import run
from core.wording import zone

_LONG = 15
Style = Literal["compact", "expanded", "filtered"]
EVERYBODY = {"type": "Data.Query", "dataset": "graph.microsoft.com/users"}
"""What lets people search everybody in the organisation; the value is an Entra object id."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A field as it stands in a form."""

    name: str
    kind: Kind
    elements: tuple[Element, ...]


def wrong(words: str) -> list[Element]:
    """What is wrong, so that it is seen and read out."""
    return rich([run(f"⚠ {words}", color="Attention", weight="Bolder")], spacing="Small")


@dataclass(frozen=True, slots=True)
class Fields:
    """Makes the fields of a form; one that was sent in already shows what was filled in."""

    errors: Errors = field(default_factory=dict)
    answers: Answers | None = None

    def text(  # noqa: PLR0913 - as many as a field has sides; all but two by name
        self,
        question: Question,
        name: str,
        *,
        most: int,
        value: str = "",
        example: str = "",
        lines: bool = False,
    ) -> Asked:
        """Words, at most so many characters."""
        made = text_input(
            name,
            question.label,
            value=fit(self._stands.written(name, value), most),
            hint=example,
            most=most,
            lines=lines,
            required=question.missing,
        )
        return self._asked(question, name, Kind.TEXT, made)

    def number(  # noqa: PLR0913 - as many as a field has sides; all but two by name
        self,
        question: Question,
        name: str,
        *,
        least: float,
        most: float,
        bad: str,
        value: float | None = None,
    ) -> Asked:
        """A number; `bad` is what is said of one that is not allowed."""
        made = number_input(
            name,
            question.label,
            value=self._stands.number(name, value),
            least=least,
            most=most,
            required=question.missing,
        )
        made |= {"errorMessage": fit(bad, LABEL)}
        return self._asked(question, name, Kind.TEXT, made)

    def choice(  # noqa: PLR0913 - as many as a field has sides; all but three by name
        self,
        question: Question,
        name: str,
        choices: Sequence[Choice],
        *,
        value: str | None = None,
        style: Style = "compact",
        more: str = "",
    ) -> Asked:
        """One of these; `more` follows the hint.

        Only a long menu in which nothing is chosen yet is "filtered": of a choice that stands
        there, some clients show the value then, and not the words.
        """
        made = self._menu(question, name, choices, () if value is None else (value,), style)
        if style == "filtered" and ("value" in made or len(choices) < _LONG):
            made["style"] = "compact"
        return self._asked(question, name, Kind.ONE, made, more)

    def choices(  # noqa: PLR0913 - as many as a field has sides; all but three by name
        self,
        question: Question,
        name: str,
        choices: Sequence[Choice],
        *,
        values: Iterable[str] = (),
        style: Style = "filtered",
        more: str = "",
    ) -> Asked:
        """Any of these."""
        made = self._menu(question, name, choices, values, style) | {"isMultiSelect": True}
        return self._asked(question, name, Kind.MANY, made, more)

    def somebody(self, question: Question, name: str) -> Asked:
        """One person of the organisation, by Teams' own search."""
        made = self._menu(question, name, [], (), "filtered") | {"choices.data": EVERYBODY}
        return self._asked(question, name, Kind.ONE, made)

    def people(self, question: Question, name: str, *, values: Iterable[str] = ()) -> Asked:
        """People of the organisation, by Teams' own search; `values` are Entra object ids."""
        chosen = self.chosen(name, values)
        made = self._menu(question, name, [], (), "filtered")
        made |= {"choices.data": EVERYBODY, "isMultiSelect": True}
        made |= {"value": packed(chosen)} if chosen else {}
        return self._asked(question, name, Kind.MANY, made)

    def moment(self, question: Question, name: str, tz: str) -> Asked:
        """A day and a time, by the clock of `tz`."""
        day, at = self._stands.moment(name)
        made = columns(
            column([date_input(day_of(name), question.label, value=day)]),
            column([time_input(time_of(name), "Time", value=at)]),
        )
        more = f"Your clock: {zone(tz).key.replace('_', ' ')}."
        return self._asked(question, name, Kind.MOMENT, made, more)

    def chosen(self, name: str, at_first: Iterable[str] = ()) -> list[str]:
        """Return what is chosen in a field."""
        return self._stands.chosen(name, at_first)

    @property
    def _stands(self) -> Standing:
        return Standing(self.answers)

    def _menu(
        self,
        question: Question,
        name: str,
        choices: Sequence[Choice],
        at_first: Iterable[str],
        style: Style,
    ) -> Element:
        offered = {choice.value for choice in choices}
        chosen = [value for value in self.chosen(name, at_first) if value in offered]
        return choice_input(
            name,
            question.label,
            [(packed([choice.value]), _words(choice)) for choice in choices],
            value=packed(chosen),
            style=style,
            required=question.missing,
        )

    def _asked(
        self, question: Question, name: str, kind: Kind, made: Element, more: str = ""
    ) -> Asked:
        said = wrong(self.errors[name]) if name in self.errors else []
        return Asked(name, kind, (made, *said, *small(f"{question.hint} {more}".strip())))


def _words(choice: Choice) -> str:
    more = choice.more
    return f"{choice.words} ({more[:1].lower()}{more[1:]})" if more else choice.words
