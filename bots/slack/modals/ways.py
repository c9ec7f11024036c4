"""How a workspace wants things done: channels, what teams see, what comes up for review."""

from __future__ import annotations

from collections.abc import Sequence

from slack_sdk.models.blocks import Block, InputBlock, RadioButtonsElement
from slack_sdk.models.blocks.block_elements import (
    ConversationFilter,
    ConversationMultiSelectElement,
    NumberInputElement,
)

from bots.chat.texts import clean
from bots.slack.blocks import divider, section
from bots.slack.inputs import question
from bots.slack.modals.parts import View, choosable, chosen, modal
from bots.slack.modals.ways_answers import (
    ABOVE,
    BELOW,
    COACHES,
    LEAST,
    MOST,
    MOST_SAMPLE,
    SAMPLE,
    SHARE,
    TEAM,
    read,
)
from bots.slack.names import Modal
from core.people import Person, Share, Ways

__all__ = ["read", "teams_of", "view"]

_MOST_TEAMS, _NAME_FITS = 40, 240
_SHARES = (
    (Share.NOTHING, "Nothing", ""),
    (Share.DONE, "That a call was held", "Who, and which scenario"),
    (Share.VERDICT, "The verdict too", "Passed, or not passed yet"),
    (Share.SCORE, "The score too", "The overall score and the medal; never single criteria"),
)
_INVITE = "Invite me there first, or I cannot write."


def teams_of(people: Sequence[Person], ways: Ways) -> list[str]:
    """Return the teams that the form asks for, by name: those of people, and those set before."""
    known = {p.team for p in people} | {team for p in people for team in p.manages}
    known |= {team for team, _ in ways.team_channels}
    return sorted(t for t in known if 0 < len(t) <= _NAME_FITS and t == clean(t))[:_MOST_TEAMS]


def view(ways: Ways, people: Sequence[Person]) -> View:
    """Return the form, as things are now."""
    teams = teams_of(people, ways)
    blocks: list[Block] = [
        question(
            "Coaches' channel",
            _channel(COACHES, ways.coaches_channel),
            block=COACHES,
            optional=True,
            hint=f"Calls to review appear there. Empty: to each coach directly. {_INVITE}",
        ),
        question(
            "What team channels may see",
            _share(ways.share),
            block=SHARE,
            hint="Told when a call has been scored. Transcripts are never shown there.",
        ),
        *[_team(number, team, ways) for number, team in enumerate(teams)],
        divider(),
        section("Calls come up for review by themselves:"),
        *_reviews(ways),
    ]
    return modal("Settings", blocks, sends=Modal.WAYS, submit="Keep")


def _team(number: int, team: str, ways: Ways) -> InputBlock:
    return question(
        f"Channel of {team}",
        _channel(f"{TEAM}{team}", ways.team_channel(team)),
        block=f"{TEAM}{number}",
        optional=True,
        hint=f"Empty: none. {_INVITE}",
    )


def _channel(action: str, channel: str) -> ConversationMultiSelectElement:
    # Of several, at most one: what was chosen in a menu of one can't be taken back.
    return ConversationMultiSelectElement(
        action_id=action,
        initial_conversations=[channel] if channel else None,
        max_selected_items=1,
        filter=ConversationFilter(include=["public", "private"], exclude_bot_users=True),
    )


def _share(share: Share) -> RadioButtonsElement:
    choices = [choosable(words, each.value, more) for each, words, more in _SHARES]
    first = chosen(choices, share.value)
    return RadioButtonsElement(action_id=SHARE, options=choices, initial_option=first)


def _reviews(ways: Ways) -> list[Block]:
    below = ways.review_below if ways.review_below > LEAST else None
    above = ways.review_above if ways.review_above <= MOST else None
    return [
        question(
            "Scores below",
            _score(BELOW, below),
            block=BELOW,
            optional=True,
            hint="1 to 5, as 3 or 3.5. Calls that did not pass come up too. Empty: only those.",
        ),
        question(
            "Scores from",
            _score(ABOVE, above),
            block=ABOVE,
            optional=True,
            hint="1 to 5: those that look too good to be true. Empty: none.",
        ),
        question(
            "And each week, of every trainee",
            NumberInputElement(
                action_id=SAMPLE,
                is_decimal_allowed=False,
                initial_value=str(min(max(ways.sample, 0), MOST_SAMPLE)),
                min_value="0",
                max_value=str(MOST_SAMPLE),
            ),
            block=SAMPLE,
            hint="So many calls, drawn by chance. 0: none.",
        ),
    ]


def _score(action: str, score: float | None) -> NumberInputElement:
    return NumberInputElement(
        action_id=action,
        is_decimal_allowed=True,
        initial_value=None if score is None else f"{score:g}",
        min_value=f"{LEAST:g}",
        max_value=f"{MOST:g}",
    )
