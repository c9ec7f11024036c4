"""When a manager's digest comes."""

from __future__ import annotations

from bots.chat.forms import zones
from bots.chat.forms.answers import Answers, Errors
from bots.chat.forms.questions import Choice, Question
from core.commands import ChooseDigest

TITLE, SUBMIT = "Digest", "Keep"
ON, WEEKDAY, HOUR, ZONE = "on", "weekday", "hour", "zone"
QUESTIONS = {
    ON: Question(
        "Send me my digest",
        "How your teams are doing, and who may need help.",
        missing="Choose whether you want it.",
    ),
    WEEKDAY: Question("On", missing="Choose a weekday."),
    HOUR: Question("At", missing="Choose an hour."),
    ZONE: Question("Time zone", missing=zones.MISSING),
}
YES, NO = Choice("Every week", "yes"), Choice("Not at all", "no")
_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
DAYS = tuple(Choice(day, str(number)) for number, day in enumerate(_NAMES))
HOURS = tuple(Choice(f"{hour:02}:00", str(hour)) for hour in range(24))


def read(answers: Answers) -> ChooseDigest | Errors:
    """Return the choice that was sent in, or what is missing."""
    on, day, hour = answers.choice(ON), answers.choice(WEEKDAY), answers.choice(HOUR)
    where = answers.choice(ZONE)
    right = {
        ON: on in {YES.value, NO.value},
        WEEKDAY: day in {d.value for d in DAYS},
        HOUR: hour in {h.value for h in HOURS},
        ZONE: zones.exists(where),
    }
    errors = {name: QUESTIONS[name].missing for name, fine in right.items() if not fine}
    return errors or ChooseDigest(on == YES.value, int(day), int(hour), where)
