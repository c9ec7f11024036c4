"""Elements of a card, and what each must and may have."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tests.slack.limits.checks import (
    Check,
    Fields,
    boolean,
    many,
    matching,
    shape,
    string,
    typed,
    wrong,
)
from tests.teams.limits.actions import row, tap
from tests.teams.limits.fields import (
    EVERYWHERE,
    GROUND,
    TEXT,
    block_words,
    escaped_words,
    https,
    label,
    named,
    run_words,
)
from tests.teams.limits.inputs import INPUTS

MANY = 400
_TYPE: Fields = {"type": string(40)}
_BEYOND = ("Chart.", "Badge", "ProgressBar", "ProgressRing", "Rating", "Icon", "CodeBlock")
_MIDDLE: Fields = {"verticalContentAlignment": named("Top", "Center", "Bottom")}


def element(value: object, place: str) -> Iterator[str]:
    """Any element: one of version 1.5, or one that brings such a one as its fallback."""
    if isinstance(value, dict) and str(value.get("type")).startswith(_BEYOND):
        if "fallback" not in value:
            yield wrong("an element beyond version 1.5 needs a fallback", place)
        else:
            yield from element(value["fallback"], f"{place}/fallback")
        yield from _chart(value, place)
        return
    yield from typed(_KINDS)(value, place)


def items(value: object, place: str) -> Iterator[str]:
    """Elements in a container; none without any."""
    yield from many(element, 1, MANY)(value, place)


def _width(value: object, place: str) -> Iterator[str]:
    if isinstance(value, int) and not isinstance(value, bool) and value > 0:
        return
    yield from matching(r"auto|stretch|\d+px", "auto, stretch, pixels or a weight")(value, place)


def _chart(chart: dict[str, Any], place: str) -> Iterator[str]:
    """Charts have data of numbers."""
    if chart["type"] != "Chart.VerticalBar.Grouped":
        yield wrong(f"unknown chart: {chart['type']}", place)
        return
    yield from many(_SERIES, 1, 8)(chart.get("data"), f"{place}/data")


def _figure(value: object, place: str) -> Iterator[str]:
    if isinstance(value, bool) or not isinstance(value, int | float):
        yield wrong("must be a number", place)


_SERIES = shape(
    {"legend": label, "values": many(shape({"x": run_words, "y": _figure}, {}), 1, 20)},
    {"color": string(40)},
)
_RUN: Check = typed(
    {
        "TextRun": shape(
            {**_TYPE, "text": run_words},
            {
                **TEXT,
                "italic": boolean,
                "strikethrough": boolean,
                "underline": boolean,
                "highlight": boolean,
                "selectAction": tap,
            },
        )
    }
)
_COLUMN: Check = typed(
    {
        "Column": shape(
            {**_TYPE, "items": items}, {**EVERYWHERE, **_MIDDLE, "width": _width, "style": GROUND}
        )
    }
)
_CELL: Check = typed({"TableCell": shape({**_TYPE, "items": items}, {"style": GROUND, **_MIDDLE})})
_ROW: Check = typed({"TableRow": shape({**_TYPE, "cells": many(_CELL, 1, 20)}, {"style": GROUND})})


def _even(table: dict[str, Any], place: str) -> Iterator[str]:
    """Every row has a cell for each column."""
    columns = len(table.get("columns") or ())
    for number, row_ in enumerate(table.get("rows") or ()):
        if len(row_.get("cells") or ()) != columns:
            yield wrong(f"a row of a table with {columns} columns", f"{place}/rows/{number}")


_FACT = shape({"title": escaped_words, "value": escaped_words}, {})
_KINDS: dict[str, Check] = {
    "TextBlock": shape(
        {**_TYPE, "text": block_words},
        {**EVERYWHERE, **TEXT, "wrap": boolean, "style": named("default", "heading")},
    ),
    "RichTextBlock": shape({**_TYPE, "inlines": many(_RUN, 1, MANY)}, EVERYWHERE),
    "Container": shape(
        {**_TYPE, "items": items}, {**EVERYWHERE, **_MIDDLE, "style": GROUND, "bleed": boolean}
    ),
    "ColumnSet": shape({**_TYPE, "columns": many(_COLUMN, 1, 8)}, EVERYWHERE),
    "Table": shape(
        {
            **_TYPE,
            "columns": many(shape({"width": _width}, {}), 1, 20),
            "rows": many(_ROW, 1, MANY),
        },
        {**EVERYWHERE, "firstRowAsHeaders": boolean, "showGridLines": boolean},
        _even,
    ),
    "FactSet": shape({**_TYPE, "facts": many(_FACT, 1, 60)}, EVERYWHERE),
    "Image": shape(
        {**_TYPE, "url": https, "altText": label},
        {
            **EVERYWHERE,
            "size": named("Auto", "Stretch", "Small", "Medium", "Large"),
            "style": named("default", "person"),
        },
    ),
    "ActionSet": shape({**_TYPE, "actions": row}, EVERYWHERE),
    **INPUTS,
}
