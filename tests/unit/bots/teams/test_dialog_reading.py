"""What a dialog sends in, made answers."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bots.teams.dialogs.reading import moment, packed, read, unpacked

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)


@given(st.lists(TEXT.map(str.strip)))
def test_any_values_come_back_as_they_were(values: list[str]) -> None:
    assert unpacked(packed(values)) == tuple(values)


def test_a_comma_in_a_value_is_no_comma_between_two() -> None:
    assert packed(["North, West", "50%", ""]) == "North%2C West,50%25,%"
    assert unpacked("") == ()


def test_every_field_that_was_asked_is_answered() -> None:
    data = {
        "verb": "assign",
        "form": "text:words text:number one:scenario many:people moment:due text:empty one:none",
        "words": " Well. ",
        "number": 3.0,
        "scenario": "late-parcel",
        "people": "u1,u2",
        "due.day": "2026-03-05",
        "due.time": "09:30",
        "other": "not asked",
    }

    answers = read(data, "Europe/Berlin")

    assert answers.text("words") == "Well."
    assert answers.whole("number", 1, 20) == 3
    assert answers.choice("scenario") == "late-parcel"
    assert answers.choices("people") == ("u1", "u2")
    assert answers.moment("due") == datetime(2026, 3, 5, 8, 30, tzinfo=UTC)
    assert (answers.text("empty"), answers.choice("none")) == ("", "")
    assert answers.asked("empty")
    assert answers.asked("none")
    assert not answers.asked("other")


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (True, "true"),
        (False, "false"),
        (3, "3"),
        (2.5, "2.5"),
        (None, ""),
        ({}, ""),
        ([1, 2], "1,2"),
    ],
)
def test_answers_that_are_no_strings_are_read_too(value: object, words: str) -> None:
    assert read({"form": "text:a", "a": value}, "UTC").text("a") == words


@pytest.mark.parametrize(
    ("day", "time", "utc"),
    [
        ("2026-07-01", "14:05", "2026-07-01T12:05"),
        ("2026-01-01", "14:05", "2026-01-01T13:05"),
        # The clocks leave out the hour from two to three: it is the hour after.
        ("2026-03-29", "02:30", "2026-03-29T01:30"),
        # The hour from two to three comes twice: it is the later one.
        ("2026-10-25", "02:30", "2026-10-25T01:30"),
        ("2026-07-01T00:00:00Z", "14:05:00", "2026-07-01T12:05"),
    ],
)
def test_times_are_by_ones_own_clock(day: str, time: str, utc: str) -> None:
    assert moment(day, time, "Europe/Berlin") == datetime.fromisoformat(utc).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("day", "time"),
    [
        ("2026-03-05", ""),
        ("", "09:30"),
        ("tomorrow", "noon"),
        ("2026-02-30", "09:30"),
        ("0001-01-01", "00:00"),
        ("9999-12-31", "23:59"),
    ],
)
def test_half_a_moment_is_none_and_is_known_as_half(day: str, time: str) -> None:
    zone = "Asia/Tokyo" if day.startswith("0001") else "America/New_York"

    answers = read({"form": "moment:due", "due.day": day, "due.time": time}, zone)

    with pytest.raises(ValueError, match="due"):
        answers.moment("due")


def test_no_moment_is_no_mistake() -> None:
    assert read({"form": "moment:due"}, "UTC").moment("due") is None
    assert read({}, "Mars/Olympus").texts == {}


@given(
    st.dictionaries(
        st.sampled_from(["form", "a", "b.day", "b.time"]),
        st.one_of(
            st.text(), st.integers(), st.floats(), st.lists(st.text()), st.just("text:a moment:b")
        ),
    ),
    st.text(max_size=20),
)
def test_whatever_is_sent_in_is_read(data: dict[str, object], tz: str) -> None:
    answers = read(data, tz)

    assert isinstance(answers.text("a"), str)
