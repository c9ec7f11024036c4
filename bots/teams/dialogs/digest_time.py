"""When a manager's digest comes."""

from __future__ import annotations

from bots.chat.forms import digest_time
from bots.chat.forms.answers import Answers, Errors
from bots.chat.forms.digest_time import (
    DAYS,
    HOUR,
    HOURS,
    NO,
    ON,
    QUESTIONS,
    WEEKDAY,
    YES,
    ZONE,
    read,
)
from bots.chat.forms.zones import zones
from bots.teams.dialogs.dialog import Dialog, Sends, form
from bots.teams.dialogs.fields import Fields
from bots.teams.names import Verb
from core.people import Person

__all__ = ["dialog", "read"]

_AT_ONCE = "Write “digest” to me to see it at any time."


def dialog(
    manager: Person,
    time_zone: str = "",
    *,
    errors: Errors | None = None,
    answers: Answers | None = None,
) -> Dialog:
    """Return the form. `time_zone` is the viewer's own in Teams, chosen at first."""
    fields, digest = Fields(errors or {}, answers), manager.digest
    places = zones(time_zone, manager.time_zone)
    on = YES if digest.on else NO
    day, hour = str(digest.weekday), str(digest.hour)
    parts = [
        fields.choice(
            QUESTIONS[ON], ON, (YES, NO), value=on.value, style="expanded", more=_AT_ONCE
        ),
        fields.choice(QUESTIONS[WEEKDAY], WEEKDAY, DAYS, value=day),
        fields.choice(QUESTIONS[HOUR], HOUR, HOURS, value=hour),
        fields.choice(QUESTIONS[ZONE], ZONE, places, value=places[0].value, style="filtered"),
    ]
    sends = Sends(Verb.DIGEST_TIME, words=digest_time.SUBMIT)
    return form(digest_time.TITLE, parts, sends, fields.errors)
