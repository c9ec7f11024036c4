"""When digests and samples are due, whatever the clocks do."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.people import DigestTime, Person, Role
from core.schedule import MADE_UP_FOR, digest_due, sample_due
from core.wording import zone

MONDAY, SUNDAY = 0, 6


def manager(
    tz: str = "UTC", weekday: int = MONDAY, hour: int = 9, since: datetime | None = None
) -> Person:
    wanted = DigestTime(weekday=weekday, hour=hour, since=since)
    return Person("max", "w", "Max", frozenset({Role.MANAGER}), time_zone=tz, digest=wanted)


def utc(day: str, hour: int = 0, minute: int = 0) -> datetime:
    return datetime.fromisoformat(day).replace(hour=hour, minute=minute, tzinfo=UTC)


@pytest.mark.parametrize(
    ("now", "due"),
    [
        (utc("2026-03-02", 8, 59), None),
        (utc("2026-03-02", 9), utc("2026-03-02", 9)),
        (utc("2026-03-04", 9), utc("2026-03-02", 9)),
        (utc("2026-03-04", 9, 1), None),
        (utc("2026-03-09", 10), utc("2026-03-09", 9)),
    ],
    ids=["a minute before", "to the minute", "two days after", "longer ago", "a week on"],
)
def test_it_is_due_from_its_hour_on_for_two_days(now: datetime, due: datetime | None) -> None:
    assert digest_due(manager(), now) == due


@pytest.mark.parametrize(
    ("tz", "due"),
    [
        ("Asia/Kolkata", utc("2026-03-02", 3, 30)),
        ("Asia/Kathmandu", utc("2026-03-02", 3, 15)),
        ("Pacific/Chatham", utc("2026-03-01", 19, 15)),
        ("America/St_Johns", utc("2026-03-02", 12, 30)),
        ("America/Los_Angeles", utc("2026-03-02", 17)),
        ("Pacific/Kiritimati", utc("2026-03-01", 19)),
        ("No/Such_Place", utc("2026-03-02", 9)),
    ],
)
def test_the_hour_is_the_one_on_their_own_wall(tz: str, due: datetime) -> None:
    assert digest_due(manager(tz), due) == due
    assert digest_due(manager(tz), due - timedelta(seconds=1)) is None


@pytest.mark.parametrize(
    ("tz", "weekday", "hour", "due"),
    [
        ("Europe/Berlin", MONDAY, 9, utc("2026-03-30", 7)),
        ("Europe/Berlin", SUNDAY, 2, utc("2026-03-29", 1)),
        ("Europe/Berlin", SUNDAY, 3, utc("2026-03-29", 1)),
        ("Europe/Berlin", SUNDAY, 2, utc("2026-10-25", 0)),
        ("Europe/Berlin", SUNDAY, 3, utc("2026-10-25", 2)),
        ("Australia/Lord_Howe", SUNDAY, 2, utc("2026-10-03", 15, 30)),
        ("Africa/Cairo", 4, 0, utc("2026-04-23", 22)),
    ],
    ids=[
        "the day after",
        "an hour left out",
        "the hour after it",
        "the first of an hour shown twice",
        "the hour after those",
        "clocks put forward by half an hour",
        "clocks put forward at midnight",
    ],
)
def test_it_comes_once_when_the_clocks_change(
    tz: str, weekday: int, hour: int, due: datetime
) -> None:
    person = manager(tz, weekday, hour)
    seen = {digest_due(person, due + timedelta(minutes=5 * n)) for n in range(-60, 12 * 30)}
    assert seen == {None, due}


@given(
    st.sampled_from(["Europe/Berlin", "America/New_York", "Asia/Kathmandu", "Australia/Lord_Howe"]),
    st.integers(0, 6),
    st.integers(0, 23),
    st.datetimes(datetime(2025, 1, 1), datetime(2027, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001 - bounds are naive by hypothesis's rule
)
def test_what_is_due_lies_behind_and_near_and_on_that_day(
    tz: str, weekday: int, hour: int, now: datetime
) -> None:
    due = digest_due(manager(tz, weekday, hour), now)
    if due is not None:
        assert now - MADE_UP_FOR <= due <= now
        assert due.astimezone(zone(tz)).weekday() == weekday


def test_what_was_due_before_they_chose_it_is_not_sent() -> None:
    now = utc("2026-03-02", 12)
    assert digest_due(manager(since=utc("2026-03-02", 8)), now) is not None
    assert digest_due(manager(since=utc("2026-03-02", 10)), now) is None


def test_nobody_else_gets_one_and_nobody_who_does_not_want_it() -> None:
    now = utc("2026-03-02", 10)
    off = Person("m", "w", "M", frozenset({Role.MANAGER}), digest=DigestTime(on=False))
    coach = Person("c", "w", "C", frozenset({Role.COACH, Role.ADMIN}))
    assert digest_due(off, now) is None
    assert digest_due(coach, now) is None


@pytest.mark.parametrize(
    ("now", "due"),
    [
        (utc("2026-03-02", 6, 59), None),
        (utc("2026-03-02", 7), utc("2026-03-02", 7)),
        (utc("2026-03-03", 23), utc("2026-03-02", 7)),
        (utc("2026-03-05"), None),
    ],
)
def test_the_sample_is_due_on_monday_at_seven(now: datetime, due: datetime | None) -> None:
    assert sample_due(now) == due
