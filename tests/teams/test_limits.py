"""The checker of cards finds what is wrong with them."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

import pytest

from tests.teams.limits import MOST, check_activity, check_card

GOOD: dict[str, Any] = {
    "$schema": "http://adaptivecards.io/schemas/adaptive-card.json",
    "type": "AdaptiveCard",
    "version": "1.5",
    "body": [
        {"type": "TextBlock", "text": "<at>Ana</at>, due {{TIME(2026-03-04T15:30:00Z)}}"},
        {"type": "RichTextBlock", "inlines": [{"type": "TextRun", "text": "*as it is*"}]},
        {"type": "Image", "url": "https://x.example/x.png", "altText": "Dana", "style": "Person"},
        {"type": "Container", "id": "asked", "isVisible": False, "items": []},
        {"type": "Input.Text", "id": "words", "label": "Words"},
        {
            "type": "Chart.VerticalBar.Grouped",
            "data": [{"legend": "Now", "values": [{"x": "Empathy", "y": 4}]}],
            "fallback": {"type": "TextBlock", "text": "4 of 5"},
        },
    ],
    "actions": [
        {"type": "Action.Execute", "title": "Accept", "verb": "accept", "data": {"value": "a"}},
        {
            "type": "Action.Submit",
            "title": "Review",
            "data": {"msteams": {"type": "task/fetch"}, "verb": "review"},
        },
        {"type": "Action.ToggleVisibility", "title": "End", "targetElements": ["asked"]},
    ],
    "msteams": {
        "entities": [
            {
                "type": "mention",
                "text": "<at>Ana</at>",
                "mentioned": {"id": "5f0c6f3e", "name": "Ana"},
            }
        ]
    },
}
GOOD["body"].append(
    {
        "type": "Table",
        "columns": [{"width": 1}],
        "rows": [
            {
                "type": "TableRow",
                "cells": [{"type": "TableCell", "items": [{"type": "TextBlock", "text": "x"}]}],
            }
        ],
    }
)
GOOD["body"][3]["items"] = [{"type": "TextBlock", "text": "End it?"}]


def without(thing: Any, *path: str | int) -> Any:  # noqa: ANN401 - JSON
    return put(thing, None, *path)


def put(thing: Any, value: object, *path: str | int) -> Any:  # noqa: ANN401 - JSON
    made = inner = deepcopy(thing)
    for step in path[:-1]:
        inner = inner[step]
    if value is None:
        del inner[path[-1]]
    else:
        inner[path[-1]] = value
    return made


def test_a_good_card_has_nothing_wrong() -> None:
    assert check_card(GOOD) == []


@pytest.mark.parametrize(
    ("broken", "found"),
    [
        (put(GOOD, "1.6", "version"), "must be one of '1.5'"),
        (put(GOOD, "*bold*", "body", 0, "text"), "unescaped markup: '*'"),
        (put(GOOD, "- item", "body", 0, "text"), "unescaped markup"),
        (put(GOOD, "{{TIME(now)}}", "body", 0, "text"), "unescaped markup: '{'"),
        (put(GOOD, "<at>Bob</at>", "body", 0, "text"), "differ"),
        (put(GOOD, "Nobody", "body", 0, "text"), "differ"),
        (put(GOOD, "<at>Ana</at>", "body", 1, "inlines", 0, "text"), "would be replaced"),
        (put(GOOD, "{{DATE(x)}}", "body", 1, "inlines", 0, "text"), "would be replaced"),
        (put(GOOD, "http://x.example/x.png", "body", 2, "url"), "must be an https address"),
        (put(GOOD, [], "body", 3, "items"), "no fewer than 1 items"),
        (put(GOOD, "asked", "body", 4, "id"), "two elements of one id: asked"),
        (without(GOOD, "body", 4, "label"), "an input needs a label"),
        (without(GOOD, "body", 4, "id"), "missing required field: id"),
        (put(GOOD, True, "body", 4, "isRequired"), "needs an errorMessage"),
        (without(GOOD, "body", 5, "fallback"), "needs a fallback"),
        (put(GOOD, "4", "body", 5, "data", 0, "values", 0, "y"), "must be a number"),
        (put(GOOD, [{"width": 1}] * 2, "body", 6, "columns"), "a table with 2 columns"),
        (put(GOOD, "Carousel", "body", 0, "type"), "unsupported type: Carousel"),
        (without(GOOD, "actions", 0, "verb"), "missing required field: verb"),
        (put(GOOD, 7, "actions", 0, "data", "value"), "must be a string"),
        (put(GOOD, "x" * 61, "actions", 0, "title"), "less than 61 characters"),
        (put(GOOD, {"type": "task/fetch"}, "actions", 0, "data", "msteams"), "opens no dialog"),
        (put(GOOD, {"type": "invoke"}, "actions", 1, "data", "msteams"), "must be one of"),
        (without(GOOD, "actions", 1, "data", "verb"), "must name a verb"),
        (put(GOOD, ["gone"], "actions", 2, "targetElements"), "nothing has the id gone"),
        (put(GOOD, [GOOD["actions"][0]] * 7, "actions"), "no more than 6 items"),
        (put(GOOD, "Action.ShowCard", "actions", 0, "type"), "unsupported type: Action.ShowCard"),
        (put(GOOD, "Wide", "msteams", "width"), "must be one of Full"),
        (put(GOOD, GOOD["msteams"]["entities"] * 2, "msteams", "entities"), "same words"),
    ],
)
def test_what_is_wrong_is_found(broken: dict[str, Any], found: str) -> None:
    assert any(found in each for each in check_card(broken))


@pytest.mark.parametrize(
    ("activity", "found"),
    [
        ({"type": "message", "text": " "}, "an empty message"),
        ({"type": "message", "text": "é" * (MOST // 2)}, "bytes are more than"),
        ({"type": "message", "attachments": [{"contentType": "image/png"}]}, "needs a summary"),
        (
            {
                "type": "message",
                "summary": "x",
                "attachments": [
                    {
                        "contentType": "application/vnd.microsoft.card.adaptive",
                        "content": {**GOOD, "version": "2"},
                    }
                ],
            },
            "must be one of '1.5'",
        ),
    ],
)
def test_what_is_wrong_with_an_activity_is_found(activity: dict[str, Any], found: str) -> None:
    assert any(found in each for each in check_activity(activity))
