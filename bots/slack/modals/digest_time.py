"""When a manager's digest comes."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any
from zoneinfo import available_timezones

from slack_sdk.models.blocks import Option, RadioButtonsElement

from bots.slack.inputs import OPTIONS, question, select
from bots.slack.modals.parts import Answers, Errors, View, choosable, chosen, modal
from bots.slack.names import Modal
from core.commands import ChooseDigest
from core.people import Person

ON, WEEKDAY, HOUR, ZONE = "on", "weekday", "hour", "zone"
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_YES, _NO = "yes", "no"
_HOURS = 24
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


def view(manager: Person, time_zone: str = "") -> View:
    """Return the form. `time_zone` is the viewer's own in Slack, chosen at first."""
    digest = manager.digest
    switch = [choosable("Every week", _YES), choosable("Not at all", _NO)]
    days = [choosable(day, str(number)) for number, day in enumerate(_DAYS)]
    hours = [choosable(f"{hour:02}:00", str(hour)) for hour in range(_HOURS)]
    own = time_zone or manager.time_zone
    zones = _zones(own, manager.time_zone)
    radio = RadioButtonsElement(
        action_id=ON, options=switch, initial_option=switch[0 if digest.on else 1]
    )
    return modal(
        "Digest",
        [
            question(
                "Send me my digest",
                radio,
                block=ON,
                hint="How your teams are doing, and who may need help. "
                "/practice digest shows it at any time.",
            ),
            question("On", select(WEEKDAY, days, chosen(days, str(digest.weekday))), block=WEEKDAY),
            question("At", select(HOUR, hours, chosen(hours, str(digest.hour))), block=HOUR),
            question("Time zone", select(ZONE, zones, zones[0]), block=ZONE),
        ],
        sends=Modal.DIGEST_TIME,
        submit="Keep",
    )


def _zones(*own: str) -> list[Option]:
    """The viewer's own first, then others."""
    names = dict.fromkeys([*filter(_exists, own), *_ZONES.split()])
    return [choosable(name.replace("_", " "), name) for name in list(names)[:OPTIONS]]


def _exists(name: str) -> bool:
    return name in _known()


@cache
def _known() -> frozenset[str]:
    return frozenset(available_timezones())


def read(view: Mapping[str, Any]) -> ChooseDigest | Errors:
    """Return the choice that was sent in, or what is missing."""
    answers = Answers.of(view)
    on, day, hour = answers.choice(ON), answers.choice(WEEKDAY), answers.choice(HOUR)
    where = answers.choice(ZONE)
    right = {
        ON: (on in {_YES, _NO}, "Choose whether you want it."),
        WEEKDAY: (day.isdecimal() and int(day) < len(_DAYS), "Choose a weekday."),
        HOUR: (hour.isdecimal() and int(hour) < _HOURS, "Choose an hour."),
        ZONE: (_exists(where), "Choose a time zone."),
    }
    errors = {block: words for block, (fine, words) in right.items() if not fine}
    return errors or ChooseDigest(on == _YES, int(day), int(hour), where)
