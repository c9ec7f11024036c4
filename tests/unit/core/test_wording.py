"""Times and figures in words."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from core import wording

NOW = datetime(2026, 3, 4, 15, 30, tzinfo=UTC)  # a Wednesday


@pytest.mark.parametrize(
    ("hours", "words"),
    [
        (1, "due today, 16:30"),
        (25.5, "due tomorrow, 17:00"),
        (49.5, "due Friday, 17:00"),
        (24 * 20, "due 24 March, 15:30"),
        (24 * 400, "due 8 April 2027, 15:30"),
        (-0.01, "overdue since a moment ago"),
        (-0.5, "30 minutes overdue"),
        (-1, "1 hour overdue"),
        (-23, "23 hours overdue"),
        (-24, "1 day overdue"),
        (-50, "2 days overdue"),
    ],
)
def test_when_something_is_due(hours: float, words: str) -> None:
    assert wording.due(NOW + timedelta(hours=hours), "UTC", NOW) == words


def test_days_are_those_of_the_person() -> None:
    at = datetime(2026, 3, 4, 23, 30, tzinfo=UTC)

    assert wording.due(at, "UTC", NOW) == "due today, 23:30"
    assert wording.due(at, "Europe/Berlin", NOW) == "due tomorrow, 00:30"
    assert wording.due(at, "Nowhere/At_All", NOW) == "due today, 23:30"
    assert wording.due(at, "../etc", NOW) == "due today, 23:30"


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(0, "0 seconds"), (1, "1 second"), (60, "1 minute"), (600, "10 minutes"), (252, "4 min 12 s")],
)
def test_lengths(seconds: int, words: str) -> None:
    assert wording.lasting(seconds) == words


@pytest.mark.parametrize(
    ("now", "before", "words"),
    [
        (4.2, 3.6, "up 0.6 since last time"),
        (3.0, 4.0, "down 1 since last time"),
        (3.0, 3.0, "same as last time"),
        (None, 3.0, ""),
        (3.0, None, ""),
    ],
)
def test_changes(now: float | None, before: float | None, words: str) -> None:
    assert wording.change(now, before) == words


def test_a_sentence_keeps_its_capitals() -> None:
    assert wording.sentence("due Friday, 17:00") == "Due Friday, 17:00"
    assert wording.sentence("") == ""


@pytest.mark.parametrize(
    ("hour", "words"), [(4, "evening"), (8, "morning"), (13, "afternoon"), (21, "evening")]
)
def test_greetings_follow_the_persons_clock(hour: int, words: str) -> None:
    assert wording.greeting(NOW.replace(hour=hour), "UTC") == f"Good {words}"


def test_people_count_lines_from_one() -> None:
    assert wording.line_number(0) == 1
