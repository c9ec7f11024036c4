"""What people fill in."""

from __future__ import annotations

from collections.abc import Iterator

from tests.slack.limits.checks import (
    Check,
    Fields,
    Thing,
    boolean,
    integer,
    many,
    matching,
    shape,
    string,
    wrong,
)
from tests.teams.limits.fields import (
    EVERYWHERE,
    WORDS,
    escaped_words,
    label,
    named,
    number,
    run_words,
)

_NAMED: Fields = {"type": string(40), "id": string(200)}
_ASKED: Fields = {
    **EVERYWHERE,
    "label": label,
    "isRequired": boolean,
    "errorMessage": label,
    "placeholder": label,
}
_CHOICE = shape({"title": run_words, "value": string(400)}, {})


def _says_what_is_missing(asked: Thing, place: str) -> Iterator[str]:
    if asked.get("isRequired") and not asked.get("errorMessage"):
        yield wrong("a required input needs an errorMessage", place)


def _has_a_label(asked: Thing, place: str) -> Iterator[str]:
    if not asked.get("label"):
        yield wrong("an input needs a label", place)


def _chosen_from_its_choices(asked: Thing, place: str) -> Iterator[str]:
    values = [str(c.get("value")) for c in asked.get("choices") or () if isinstance(c, dict)]
    if len(set(values)) != len(values):
        yield wrong("choices must differ", f"{place}/choices")
    if _SEARCHED in asked:
        if asked[_SEARCHED] != _EVERYBODY:
            yield wrong("Teams searches among users only", f"{place}/{_SEARCHED}")
        return
    if not values:
        yield wrong("there must be something to choose", f"{place}/choices")
    given = str(asked.get("value") or "")
    chosen = given.split(",") if asked.get("isMultiSelect") else [given]
    if given and not set(chosen) <= set(values):
        yield wrong("must be one of the choices", f"{place}/value")
    if asked.get("style") == "expanded":
        for number_, choice in enumerate(asked.get("choices") or ()):
            yield from escaped_words(choice.get("title"), f"{place}/choices/{number_}/title")


_SEARCHED = "choices.data"
_EVERYBODY = {"type": "Data.Query", "dataset": "graph.microsoft.com/users"}
_RULES = (_says_what_is_missing, _has_a_label)
INPUTS: dict[str, Check] = {
    "Input.Text": shape(
        _NAMED,
        {
            **_ASKED,
            "value": string(WORDS),
            "isMultiline": boolean,
            "maxLength": integer(1, WORDS),
            "style": named("text", "tel", "url", "email", "password"),
        },
        *_RULES,
    ),
    "Input.Number": shape(
        _NAMED, {**_ASKED, "value": number, "min": number, "max": number}, *_RULES
    ),
    "Input.ChoiceSet": shape(
        {**_NAMED, "choices": many(_CHOICE, 0, 1_000)},
        {
            **_ASKED,
            _SEARCHED: shape({"type": named("Data.Query"), "dataset": string(200)}, {}),
            "value": string(4_000),
            "style": named("compact", "expanded", "filtered"),
            "isMultiSelect": boolean,
            "wrap": boolean,
        },
        *_RULES,
        _chosen_from_its_choices,
    ),
    "Input.Date": shape(
        _NAMED, {**_ASKED, "value": matching(r"\d{4}-\d\d-\d\d", "a date")}, *_RULES
    ),
    "Input.Time": shape(_NAMED, {**_ASKED, "value": matching(r"\d\d:\d\d", "a time")}, *_RULES),
    "Input.Toggle": shape(
        {**_NAMED, "title": escaped_words},
        {
            **_ASKED,
            "value": string(400),
            "valueOn": string(400),
            "valueOff": string(400),
            "wrap": boolean,
        },
    ),
}
