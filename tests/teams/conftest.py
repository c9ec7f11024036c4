"""What the tests of the test ground itself ask for by name."""

from tests.teams.fixtures import openid, signer, teams_town

__all__ = ["openid", "signer", "teams_town"]
