"""How fast our Slack surface is with everything stored, beside a Bolt app that stores nothing."""
