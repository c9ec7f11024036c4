"""Slack's limits on messages, views and blocks, written down a second time.

It knows nothing of slack_sdk, whose classes check less, nor of the code that it is to check. Each
finding is worded as Slack words it: "must be less than 151 characters [json-pointer:/blocks/0/…]".
The figures are those of docs.slack.dev/reference/block-kit; where its pages disagree, the stricter
one is held. Lengths are counted in code points.
"""

from tests.slack.limits.across import TOGETHER
from tests.slack.limits.surfaces import check_blocks, check_message, check_view

__all__ = ["TOGETHER", "check_blocks", "check_message", "check_view"]
