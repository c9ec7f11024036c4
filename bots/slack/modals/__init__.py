"""Modals: what they ask, and what people's answers mean.

Each has `view(…)`, which returns what Slack opens. Where something is sent in, `read(view, …)`
makes a command of the submitted view, or tells what is wrong, by `block_id`.
"""
