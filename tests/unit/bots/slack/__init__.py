"""The Slack surface, without a Slack."""
