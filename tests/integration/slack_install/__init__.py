"""Setting the Slack app up, with the test town and real databases."""
