"""The Slack surface in one process: a real store, a real Bolt app, the Town as Slack."""
