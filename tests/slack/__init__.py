"""A test ground for what speaks to Slack: no mocks, but servers that answer as Slack answers.

`limits` checks Block Kit, `requests` signs what Slack would send us, `emulated` is a Slack that
others wrote, and `town` stands before it and adds what that lacks.
"""
