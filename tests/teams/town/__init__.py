"""Teams' connector service as a small town of ours: tenants, chats, teams, threads, and trouble.

It is our own reading of Microsoft's documents, and no third party has confirmed it. What Microsoft
itself wrote to test against is the Agents Playground (tests.teams.playground), which knows no
rates, no limits, no trouble and one tenant only.
"""

from tests.teams.town.faults import Held
from tests.teams.town.records import Called, Post, Stream, Violation
from tests.teams.town.town import TeamsTown

__all__ = ["Called", "Held", "Post", "Stream", "TeamsTown", "Violation"]
