"""One who knows all that Slack tells an app."""

from __future__ import annotations

from dataclasses import dataclass

from tests.slack.events import Events
from tests.slack.interactions import Interactions


@dataclass(frozen=True, slots=True)
class Teller(Events, Interactions):
    """Makes every payload of one workspace, for the app that is installed there.

    Teller(team="T0BRAVO", bot="U0BRAVOBOT") is that of another workspace.
    """
