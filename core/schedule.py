"""When what comes by the clock is due: a manager's digest, the weekly sample."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

from core.people import Person, Role
from core.wording import zone

MADE_UP_FOR = timedelta(days=2)
"""What was due longer ago, while nothing ran here, is let go: the next one is near."""
_WEEK = timedelta(days=7)
_SAMPLE_HOUR = 7


def digest_due(person: Person, now: datetime) -> datetime | None:
    """Return when this manager's last digest was due, in UTC; None when there is none to send.

    It is due at the hour on the wall of where they are. An hour that the clocks leave out comes
    when they have been put forward, and of an hour that they show twice the first one counts.
    """
    wanted = person.digest
    if Role.MANAGER not in person.roles or not wanted.on:
        return None
    due = _last(person.time_zone, wanted.weekday, wanted.hour, now)
    if wanted.since is not None and due <= wanted.since:
        return None
    return due if now - due <= MADE_UP_FOR else None


def sample_due(now: datetime) -> datetime | None:
    """Return when the last weekly sample was due, Monday at 07:00 UTC; None when long ago."""
    due = _last("UTC", 0, _SAMPLE_HOUR, now)
    return due if now - due <= MADE_UP_FOR else None


def _last(time_zone: str, weekday: int, hour: int, now: datetime) -> datetime:
    """Return the last moment, now or before, at which it was that hour of that weekday there."""
    today = now.astimezone(zone(time_zone)).date()
    day = today - timedelta(days=(today.weekday() - weekday) % 7)
    due = _moment(day, hour, time_zone)
    return due if due <= now else _moment(day - _WEEK, hour, time_zone)


def _moment(day: date, hour: int, time_zone: str) -> datetime:
    return datetime.combine(day, time(hour), zone(time_zone)).astimezone(UTC)
