"""Slack as a small town; `town.Town` is where tests begin."""

from tests.slack.town.town import Town

__all__ = ["Town"]
