"""When a manager's digest comes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from slack_sdk.models.blocks import RadioButtonsElement

from bots.chat.forms import digest_time
from bots.chat.forms.answers import Errors
from bots.chat.forms.digest_time import DAYS, HOUR, HOURS, NO, ON, QUESTIONS, WEEKDAY, YES, ZONE
from bots.chat.forms.zones import zones
from bots.slack.inputs import select
from bots.slack.modals.parts import View, answers, asking, choosable, chosen, modal
from bots.slack.names import COMMAND, Modal
from core.commands import ChooseDigest
from core.people import Person

_AT_ONCE = f"{COMMAND} digest shows it at any time."


def view(manager: Person, time_zone: str = "") -> View:
    """Return the form. `time_zone` is the viewer's own in Slack, chosen at first."""
    digest = manager.digest
    switch = [choosable(YES), choosable(NO)]
    days, hours = [choosable(day) for day in DAYS], [choosable(hour) for hour in HOURS]
    places = [choosable(zone) for zone in zones(time_zone, manager.time_zone)]
    radio = RadioButtonsElement(
        action_id=ON, options=switch, initial_option=switch[0 if digest.on else 1]
    )
    day = select(WEEKDAY, days, chosen(days, str(digest.weekday)))
    hour = select(HOUR, hours, chosen(hours, str(digest.hour)))
    return modal(
        digest_time.TITLE,
        [
            asking(QUESTIONS[ON], ON, radio, more=_AT_ONCE),
            asking(QUESTIONS[WEEKDAY], WEEKDAY, day),
            asking(QUESTIONS[HOUR], HOUR, hour),
            asking(QUESTIONS[ZONE], ZONE, select(ZONE, places, places[0])),
        ],
        sends=Modal.DIGEST_TIME,
        submit=digest_time.SUBMIT,
    )


def read(view: Mapping[str, Any]) -> ChooseDigest | Errors:
    """Return the choice that was sent in, or what is missing."""
    return digest_time.read(answers(view))
