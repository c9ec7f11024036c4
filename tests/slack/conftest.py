"""What the tests of the test ground itself ask for by name."""

from tests.slack.fixtures import client, emulated, town

__all__ = ["client", "emulated", "town"]
