from __future__ import annotations

from tests.slack.fixtures import emulated, town

__all__ = ["emulated", "town"]
