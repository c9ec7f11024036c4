"""The channels in the workspace's settings: of the coaches, and of each team.

A card has no room for forty menus of all channels. Teams without a field of their own are set one
at a time, by choosing the team too.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from bots.chat.forms.answers import Answers, Errors
from bots.chat.forms.questions import Choice, Question
from bots.chat.forms.ways import COACHES, QUESTIONS, team_field, team_question
from bots.teams.dialogs.fields import Asked, Fields
from bots.teams.dialogs.menus import NONE, left_out, within
from bots.teams.elements import Element, rich
from core.people import Ways

OTHER_TEAM, OTHER_CHANNEL = "other_team", "other_channel"
_GONE = "A channel that I can't see any more"
_EMPTY = "I know no channels yet. Add me to a team first; its channels then stand here."
_MISSING = "Is one missing? Add me to its team."
_NO_TEAM = "Choose the team for this channel."
_OTHER = Question("A team that has no field above", "Its channel becomes the one below.")
_ITS_CHANNEL = Question("Its channel")
_CHANNELS, _TEAMS = 14_000, 12_000  # bytes


@dataclass(frozen=True, slots=True)
class Channels:
    """What the fields are made of: `known` maps ids of channels where the app is to their words.

    Of the teams, `own` have a field of their own, and `others` stand in a list.
    """

    ways: Ways
    known: Mapping[str, str]
    own: Sequence[str]
    others: Sequence[str]

    @property
    def teams(self) -> list[str]:
        """The teams that can be set, in the order of their fields."""
        return [*self.own, *(choice.value for choice in self._listed())]

    def fields(self, fields: Fields) -> Iterator[Asked | Element]:
        """Yield the fields. Where there is nothing to choose nothing is asked, and all stays."""
        menu, ways = self._menu(), self.ways
        if not menu:
            yield from rich([_EMPTY])
        more = left_out(self.known, menu) or _MISSING
        asked = [(QUESTIONS[COACHES], COACHES, ways.coaches_channel, more)]
        asked += [
            (team_question(team), team_field(number), ways.team_channel(team), "")
            for number, team in enumerate(self.own)
        ]
        for question, name, channel, hint in asked:
            if menu or channel:
                yield fields.choice(
                    question,
                    name,
                    self._choices(menu, channel),
                    value=channel,
                    style="filtered",
                    more=hint,
                )
        if menu and self.others:
            yield from self._other(fields, menu)

    def _menu(self) -> list[Choice]:
        set_now = {self.ways.coaches_channel, *dict(self.ways.team_channels).values()}
        choices = [Choice(words, channel) for channel, words in self.known.items()]
        return within(choices, _CHANNELS, set_now)

    def _choices(self, menu: Sequence[Choice], channel: str) -> list[Choice]:
        shown = {"", *(choice.value for choice in menu)}
        gone = [] if channel in shown else [Choice(self.known.get(channel, _GONE), channel)]
        return [NONE, *gone, *menu]

    def _other(self, fields: Fields, menu: Sequence[Choice]) -> Iterator[Asked]:
        teams = self._listed()
        more = left_out(self.others, teams)
        for question, name, choices, hint in (
            (_OTHER, OTHER_TEAM, teams, more),
            (_ITS_CHANNEL, OTHER_CHANNEL, menu, ""),
        ):
            yield fields.choice(
                question, name, [NONE, *choices], value="", style="filtered", more=hint
            )

    def _listed(self) -> list[Choice]:
        return within([Choice(team, team) for team in self.others], _TEAMS)


def merged(answers: Answers, teams: Sequence[str]) -> Answers | Errors:
    """Return the answers with the team that was chosen from the list, if one was."""
    other, channel = answers.choice(OTHER_TEAM), answers.choices(OTHER_CHANNEL)
    if other in teams:
        return replace(answers, chosen={**answers.chosen, team_field(teams.index(other)): channel})
    return {OTHER_TEAM: _NO_TEAM} if any(channel) else answers
