"""The clocks that people live by, to choose one."""

from __future__ import annotations

from functools import cache
from zoneinfo import available_timezones

from bots.chat.forms.questions import Choice

MISSING = "Choose a time zone."
_MOST = 100
# A place of each clock that many people live by, one word each.
_ZONES = (
    "UTC Pacific/Honolulu America/Anchorage America/Los_Angeles America/Denver America/Phoenix "
    "America/Chicago America/Mexico_City America/New_York America/Toronto America/Bogota "
    "America/Lima America/Halifax America/Santiago America/St_Johns America/Sao_Paulo "
    "America/Argentina/Buenos_Aires Atlantic/Azores Europe/London Europe/Dublin Europe/Lisbon "
    "Africa/Casablanca Africa/Lagos Europe/Amsterdam Europe/Berlin Europe/Brussels "
    "Europe/Copenhagen Europe/Madrid Europe/Oslo Europe/Paris Europe/Prague Europe/Rome "
    "Europe/Stockholm Europe/Vienna Europe/Warsaw Europe/Zurich Africa/Cairo Africa/Johannesburg "
    "Europe/Athens Europe/Bucharest Europe/Helsinki Europe/Kyiv Asia/Jerusalem Europe/Istanbul "
    "Africa/Nairobi Asia/Riyadh Asia/Tehran Asia/Dubai Asia/Kabul Asia/Karachi Asia/Kolkata "
    "Asia/Kathmandu Asia/Dhaka Asia/Yangon Asia/Bangkok Asia/Ho_Chi_Minh Asia/Jakarta "
    "Asia/Hong_Kong Asia/Manila Asia/Shanghai Asia/Singapore Asia/Taipei Australia/Perth "
    "Asia/Seoul Asia/Tokyo Australia/Adelaide Australia/Darwin Australia/Brisbane "
    "Australia/Melbourne Australia/Sydney Pacific/Auckland Pacific/Fiji"
)


def zones(*own: str) -> list[Choice]:
    """Return the time zones to choose from: those of one's own that exist, then others."""
    names = dict.fromkeys([*filter(exists, own), *_ZONES.split()])
    return [Choice(name.replace("_", " "), name) for name in list(names)[:_MOST]]


def exists(name: str) -> bool:
    """Whether there is such a time zone."""
    return name in _known()


@cache
def _known() -> frozenset[str]:
    return frozenset(available_timezones())
