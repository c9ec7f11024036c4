"""The workspace's settings as they were sent in: made a command, or told what is wrong."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bots.slack.modals.parts import Answers, Errors
from core.commands import PutWays
from core.people import Share, Ways

COACHES, SHARE, BELOW, ABOVE, SAMPLE = "coaches", "share", "below", "above", "sample"
TEAM = "team:"
"""Begins the `action_id` of a team's channel; the team's name follows."""
LEAST, MOST, NEVER = 1.0, 5.0, 5.01
"""The least and the highest score, and a bound that no score reaches."""
MOST_SAMPLE = 20


def read(view: Mapping[str, Any], ways: Ways) -> PutWays | Errors:
    """Return the settings that were sent in; `ways` are those of now. Or what is wrong."""
    answers = Answers.of(view)
    numbers, errors = _numbers(answers)
    if answers.choice(SHARE) not in set(Share):
        errors[SHARE] = "Choose what team channels may see."
    if not errors and numbers[BELOW] > numbers[ABOVE]:
        errors[ABOVE] = f"This must not be less than the score above, {numbers[BELOW]:g}."
    if errors:
        return errors
    return PutWays(
        Ways(
            answers.channel(COACHES),
            Share(answers.choice(SHARE)),
            _channels(answers, ways),
            numbers[BELOW],
            numbers[ABOVE],
            int(numbers[SAMPLE]),
        )
    )


def _numbers(answers: Answers) -> tuple[dict[str, float], Errors]:
    found, errors = {}, {}
    for block, empty in ((BELOW, LEAST), (ABOVE, NEVER)):
        try:
            number = answers.number(block, LEAST, MOST)
            found[block] = empty if number is None else number
        except ValueError:
            errors[block] = "A score from 1 to 5, as 3 or 3.5; or nothing."
    try:
        found[SAMPLE] = answers.whole(SAMPLE, 0, MOST_SAMPLE) or 0
    except ValueError:
        errors[SAMPLE] = f"A whole number from 0 to {MOST_SAMPLE}."
    return found, errors


def _channels(answers: Answers, ways: Ways) -> tuple[tuple[str, str], ...]:
    """The teams' channels: as chosen, and for teams that were not asked for as before."""
    found = dict(ways.team_channels)
    for block, asked in answers.values.items():
        if block.startswith(TEAM):
            team = next(iter(asked), "").removeprefix(TEAM)
            found[team] = answers.channel(block)
    return tuple(sorted((team, channel) for team, channel in found.items() if team and channel))
