"""Every message that the product may say is shown on every surface."""

from __future__ import annotations

from collections.abc import Collection

import pytest

from bots.slack import cards as slack
from bots.teams import cards as teams
from bots.web.cards import CARDS
from core.messages import Message, TraineeSaid
from tests.unit.bots.messages import NOW
from tests.unit.bots.web.messages import one_of_each

_SURFACES: dict[str, Collection[type[Message]]] = {
    "slack": slack.RENDERERS.keys(),
    "teams": teams.RENDERERS.keys(),
    "web": CARDS.keys(),
}


@pytest.mark.parametrize("surface", _SURFACES)
def test_a_surface_lacks_no_message_and_knows_no_other(surface: str) -> None:
    assert set(_SURFACES[surface]) == set(Message.__args__)


@pytest.mark.parametrize("kind", Message.__args__, ids=lambda kind: kind.__name__)
def test_every_chat_shows_a_message_or_leaves_it_to_its_platform(kind: type[Message]) -> None:
    said = [message for message in one_of_each("Some words") if type(message) is kind]

    assert said, "a message without an example"
    for message in said:
        in_slack = slack.render(message, slack.View("UTC", NOW, own=True))
        in_teams = teams.render(message, teams.View("UTC", NOW, own=True))
        # Slack and Teams show by themselves what the trainee wrote.
        assert (in_slack is None) == (kind is TraineeSaid)
        assert (in_teams == ()) == (kind is TraineeSaid)
