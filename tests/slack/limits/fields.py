"""Fields and pickers: what people write in and set.

Source: docs.slack.dev/reference/block-kit/block-elements.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from tests.slack.limits.checks import (
    Check,
    Fields,
    Thing,
    anything,
    boolean,
    integer,
    many,
    matching,
    shape,
    string,
    wrong,
)
from tests.slack.limits.menus import ACTION, CHOICE, CONFIRMED, HINTED
from tests.slack.limits.objects import DISPATCH, LINK

_LONGEST_INPUT = 3000
_FIELD: Fields = {**HINTED, "dispatch_action_config": DISPATCH}


def _fits_its_length(element: Thing, place: str) -> Iterator[str]:
    most = element.get("max_length", _LONGEST_INPUT)
    least = element.get("min_length", 0)
    initial = element.get("initial_value", "")
    if isinstance(most, int) and isinstance(least, int) and least > most:
        yield wrong("min_length must not exceed max_length", place)
    if isinstance(most, int) and isinstance(initial, str) and len(initial) > most:
        yield wrong(f"must be less than {most + 1} characters", f"{place}/initial_value")


DATES: Mapping[str, Check] = {
    "datepicker": shape(
        {}, {**CHOICE, "initial_date": matching(r"\d{4}-\d\d-\d\d", "a date as 2026-01-31")}
    ),
    "timepicker": shape(
        {},
        {
            **CHOICE,
            "initial_time": matching(r"\d\d:\d\d", "a time as 23:59"),
            "timezone": string(64),
        },
    ),
}
MOMENT = shape({}, {**CONFIRMED, "initial_date_time": integer(10**9, 10**10 - 1)})
FIELDS: Mapping[str, Check] = {
    "plain_text_input": shape(
        {},
        {
            **_FIELD,
            "initial_value": string(_LONGEST_INPUT, least=0),
            "multiline": boolean,
            "min_length": integer(0, _LONGEST_INPUT),
            "max_length": integer(1, _LONGEST_INPUT),
        },
        _fits_its_length,
    ),
    "rich_text_input": shape({}, {**_FIELD, "initial_value": anything}),
    "email_text_input": shape({}, {**_FIELD, "initial_value": string(3000)}),
    "url_text_input": shape({}, {**_FIELD, "initial_value": LINK}),
    "number_input": shape(
        {"is_decimal_allowed": boolean},
        {
            **_FIELD,
            "initial_value": string(255),
            "min_value": string(255),
            "max_value": string(255),
        },
    ),
    "file_input": shape(
        {}, {**ACTION, "filetypes": many(string(255), 1, 100), "max_files": integer(1, 10)}
    ),
}
