"""Slack: assignments, practice, scores and coaching in direct messages, threads and the Home tab.

Three translations, as for every surface: `inbound/` makes commands of events, `cards/` and
`modals/` make Block Kit of messages and views, `surface.py` delivers.
"""
