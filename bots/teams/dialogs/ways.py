"""How a workspace wants things done: channels, what teams see, what comes up for review."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from bots.chat.forms import ways as kept
from bots.chat.forms.answers import Answers, Errors
from bots.chat.forms.ways import ABOVE, BELOW, QUESTIONS, SAMPLE, SHARE
from bots.teams.dialogs.dialog import Dialog, Sends, form
from bots.teams.dialogs.fields import Asked, Fields
from bots.teams.dialogs.ways_channels import Channels, merged
from bots.teams.elements import Element, rich
from bots.teams.names import Verb
from bots.teams.sizes import fits
from bots.teams.texts import bold
from core.commands import PutWays
from core.people import Person, Ways

_TEAMS = (30, 20, 15, 10, 7, 4, 2, 1, 0)
"""Teams with a field of their own, where there is no room for all."""


def dialog(
    ways: Ways,
    people: Sequence[Person],
    channels: Sequence[tuple[str, str]],
    *,
    errors: Errors | None = None,
    answers: Answers | None = None,
) -> Dialog:
    """Return the form, as things are now.

    `channels` are those where the app is: the id, and the words for its team and itself.
    """
    teams, known = kept.teams_of(people, ways), dict(channels)
    levels = [len(teams), *(number for number in _TEAMS if number < len(teams))]
    split = [Channels(ways, known, teams[:number], teams[number:]) for number in levels]
    # Chosen as the form first was, so that sent back with mistakes it asks for the same.
    shown = next((each for each in split if fits(_form(Fields(), each).card)), split[-1])
    return _form(Fields(errors or {}, answers), shown)


def _form(fields: Fields, channels: Channels) -> Dialog:
    share = channels.ways.share.value
    parts: list[Asked | Element] = [
        *channels.fields(fields),
        fields.choice(QUESTIONS[SHARE], SHARE, kept.SHARES, value=share, style="expanded"),
        *rich([bold(kept.REVIEWS)], separator=True, spacing="Large"),
        *_reviews(fields, channels.ways),
    ]
    teams = json.dumps(channels.teams, ensure_ascii=False)
    sends = Sends(Verb.WAYS, words=kept.SUBMIT, about={"teams": teams})
    return form(kept.TITLE, parts, sends, fields.errors, size="large")


def _reviews(fields: Fields, ways: Ways) -> list[Asked]:
    bounds = kept.bounds(ways)
    scores = [
        fields.number(
            QUESTIONS[name],
            name,
            value=bounds[name],
            least=kept.LEAST,
            most=kept.MOST,
            bad=kept.BAD_SCORE,
        )
        for name in (BELOW, ABOVE)
    ]
    sample = fields.number(
        QUESTIONS[SAMPLE],
        SAMPLE,
        value=kept.sample(ways),
        least=0,
        most=kept.MOST_SAMPLE,
        bad=QUESTIONS[SAMPLE].missing,
    )
    return [*scores, sample]


def read(answers: Answers, data: Mapping[str, Any], ways: Ways) -> PutWays | Errors:
    """Return the settings that were sent in; `ways` are those of now. Or what is wrong."""
    teams = _teams(data)
    found = merged(answers, teams)
    if isinstance(found, Answers):
        return kept.read(found, ways, teams)
    told = kept.read(answers, ways, teams)
    return found | (told if isinstance(told, dict) else {})


def _teams(data: Mapping[str, Any]) -> list[str]:
    """The teams that the form could set, in the order of their fields."""
    try:
        found = json.loads(str(data.get("teams") or "[]"))
    except ValueError:
        return []
    return [str(team) for team in found] if isinstance(found, list) else []
