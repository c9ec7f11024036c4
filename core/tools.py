"""The customer's tools: its order page, its bank's app, a photo it can send."""

from __future__ import annotations

from core.attempt import CustomerState
from core.progress import happened
from core.scenario import Tool, ToolResult


def result_of(tool: Tool, state: CustomerState) -> ToolResult:
    """Return the authored result that fits what has happened: the last one that is due."""
    fitting = [r for r in tool.results if r.after is None or happened(state, r.after)]
    return fitting[-1] if fitting else tool.results[0]
