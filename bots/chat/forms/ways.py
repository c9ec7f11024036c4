"""How a workspace wants things done: channels, what teams see, what comes up for review."""

from __future__ import annotations

from collections.abc import Sequence

from bots.chat.forms.answers import Answers, Errors
from bots.chat.forms.questions import Choice, Question
from bots.chat.texts import clean
from core.commands import PutWays
from core.people import Person, Share, Ways

TITLE, SUBMIT = "Settings", "Keep"
COACHES, SHARE, BELOW, ABOVE, SAMPLE = "coaches", "share", "below", "above", "sample"
LEAST, MOST, NEVER = 1.0, 5.0, 5.01
"""The least and the highest score, and a bound that no score reaches."""
MOST_SAMPLE = 20
BAD_SCORE = "A score from 1 to 5, as 3 or 3.5; or nothing."
QUESTIONS = {
    COACHES: Question(
        "Coaches' channel", "Calls to review appear there. Empty: to each coach directly."
    ),
    SHARE: Question(
        "What team channels may see",
        "Told when a call has been scored. Transcripts are never shown there.",
        missing="Choose what team channels may see.",
    ),
    BELOW: Question(
        "Scores below",
        "1 to 5, as 3 or 3.5. Calls that did not pass come up too. Empty: only those.",
    ),
    ABOVE: Question("Scores from", "1 to 5: those that look too good to be true. Empty: none."),
    SAMPLE: Question(
        "And each week, of every trainee",
        "So many calls, drawn by chance. 0: none.",
        missing=f"A whole number from 0 to {MOST_SAMPLE}.",
    ),
}
REVIEWS = "Calls come up for review by themselves:"
SHARES = (
    Choice("Nothing", Share.NOTHING),
    Choice("That a call was held", Share.DONE, "Who, and which scenario"),
    Choice("The verdict too", Share.VERDICT, "Passed, or not passed yet"),
    Choice("The score too", Share.SCORE, "The overall score and the medal; never single criteria"),
)
_MOST_TEAMS, _NAME_FITS = 40, 240


def teams_of(people: Sequence[Person], ways: Ways) -> list[str]:
    """Return the teams that the form asks for, by name: those of people, and those set before."""
    known = {p.team for p in people} | {team for p in people for team in p.manages}
    known |= {team for team, _ in ways.team_channels}
    return sorted(t for t in known if 0 < len(t) <= _NAME_FITS and t == clean(t))[:_MOST_TEAMS]


def team_field(number: int) -> str:
    """Where the channel of a team is asked for, counted from 0."""
    return f"team:{number}"


def team_question(team: str) -> Question:
    """Return what is asked for a team."""
    return Question(f"Channel of {team}", "Empty: none.")


def bounds(ways: Ways) -> dict[str, float | None]:
    """Return the scores that stand in the form, None for those that no score reaches."""
    return {
        BELOW: ways.review_below if ways.review_below > LEAST else None,
        ABOVE: ways.review_above if ways.review_above <= MOST else None,
    }


def sample(ways: Ways) -> int:
    """Return the size of the sample that stands in the form."""
    return min(max(ways.sample, 0), MOST_SAMPLE)


def read(answers: Answers, ways: Ways, teams: Sequence[str]) -> PutWays | Errors:
    """Return the settings that were sent in, or what is wrong.

    `ways` are the settings of now, `teams` those that the form asked for, in their order.
    """
    numbers, errors = _numbers(answers)
    if answers.choice(SHARE) not in set(Share):
        errors[SHARE] = QUESTIONS[SHARE].missing
    if not errors and numbers[BELOW] > numbers[ABOVE]:
        errors[ABOVE] = f"This must not be less than the score above, {numbers[BELOW]:g}."
    if errors:
        return errors
    return PutWays(
        Ways(
            answers.choice(COACHES),
            Share(answers.choice(SHARE)),
            _channels(answers, ways, teams),
            numbers[BELOW],
            numbers[ABOVE],
            int(numbers[SAMPLE]),
        )
    )


def _numbers(answers: Answers) -> tuple[dict[str, float], Errors]:
    found, errors = {}, {}
    for name, empty in ((BELOW, LEAST), (ABOVE, NEVER)):
        try:
            number = answers.number(name, LEAST, MOST)
            found[name] = empty if number is None else number
        except ValueError:
            errors[name] = BAD_SCORE
    try:
        found[SAMPLE] = answers.whole(SAMPLE, 0, MOST_SAMPLE) or 0
    except ValueError:
        errors[SAMPLE] = QUESTIONS[SAMPLE].missing
    return found, errors


def _channels(answers: Answers, ways: Ways, teams: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """The teams' channels: as chosen, and for teams that were not asked for as before."""
    found = dict(ways.team_channels)
    found |= {
        team: answers.choice(team_field(number))
        for number, team in enumerate(teams)
        if answers.asked(team_field(number))
    }
    return tuple(sorted((team, channel) for team, channel in found.items() if team and channel))
