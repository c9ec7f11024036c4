"""Times, lengths and figures in words. Everything is UTC until it comes here."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

_MINUTE, _HOUR, _DAY = 60, 3600, 86400


def zone(name: str) -> ZoneInfo:
    """Return the person's time zone, UTC when its name is not known here."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        # OSError: a folder of the database, such as Europe, or a name too long for any file.
        return ZoneInfo("UTC")


def clock_time(at: datetime, tz: str) -> str:
    """14:05."""
    return f"{at.astimezone(zone(tz)):%H:%M}"


def day_time(at: datetime, tz: str, now: datetime) -> str:
    """Today, 14:05; or the day."""
    local, today = at.astimezone(zone(tz)), now.astimezone(zone(tz)).date()
    days = (local.date() - today).days
    names = {-1: "yesterday", 0: "today", 1: "tomorrow"}
    if days in names:
        return f"{names[days]}, {local:%H:%M}"
    if 1 < days < 7:  # noqa: PLR2004 - within a week a day's name is clear
        return f"{local:%A, %H:%M}"
    year = f" {local.year}" if local.year != today.year else ""
    return f"{local.day} {local:%B}{year}, {local:%H:%M}"


def due(at: datetime, tz: str, now: datetime) -> str:
    """Due tomorrow, 17:00; 2 days overdue."""
    late = (now - at).total_seconds()
    if late < 0:
        return f"due {day_time(at, tz, now)}"
    if late < _HOUR:
        return "overdue since a moment ago" if late < _MINUTE else _late(late, _MINUTE, "minute")
    return _late(late, _HOUR, "hour") if late < _DAY else _late(late, _DAY, "day")


def _late(seconds: float, unit: int, name: str) -> str:
    return f"{counted(int(seconds // unit), name)} overdue"


def lasting(seconds: float) -> str:
    """10 minutes; 4 min 12 s."""
    minutes, rest = divmod(round(seconds), _MINUTE)
    if rest == 0 and minutes:
        return counted(minutes, "minute")
    return f"{minutes} min {rest} s" if minutes else counted(rest, "second")


def offset(at: datetime, start: datetime | None) -> str:
    """4:09, since the start of the call."""
    return minutes((at - (start or at)) / timedelta(seconds=1))


def minutes(seconds: float) -> str:
    """4:09, of so many seconds."""
    whole = max(0, round(seconds))
    return f"{whole // _MINUTE}:{whole % _MINUTE:02}"


def counted(number: int, noun: str) -> str:
    """1 day; 2 days."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def figure(value: float | None) -> str:
    """4.2; 43; a dash where there is none."""
    return "–" if value is None else f"{value:.1f}".removesuffix(".0")


def change(now: float | None, before: float | None) -> str:
    """Up 0.6 since last time; nothing when there is nothing to compare."""
    if now is None or before is None:
        return ""
    by = round(now - before, 1)
    if by == 0:
        return "same as last time"
    return f"{'up' if by > 0 else 'down'} {figure(abs(by))} since last time"


def greeting(now: datetime, tz: str) -> str:
    """Good morning, by the person's own clock."""
    hour = now.astimezone(zone(tz)).hour
    if 5 <= hour < 12:  # noqa: PLR2004 - hours of the day
        return "Good morning"
    return "Good afternoon" if 12 <= hour < 18 else "Good evening"  # noqa: PLR2004


def sentence(words: str) -> str:
    """Return the words as a sentence begins; names of days keep their capitals."""
    words = words.strip()
    return words[:1].upper() + words[1:]


def line_number(turn: int) -> int:
    """People count lines from 1, the record from 0."""
    return turn + 1


def first_name(name: str) -> str:
    """Dana."""
    return name.split(maxsplit=1)[0] if name.split() else name
