"""What the surface asks of Slack, read from its own source."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from slack_sdk.web.async_client import AsyncWebClient

SOURCE = Path(__file__).parents[4] / "bots" / "slack"
_FAMILIES = ("assistant", "calls", "chat", "conversations", "files", "reactions", "users", "views")
_METHODS = frozenset(
    name
    for name in dir(AsyncWebClient)
    if not name.startswith("_") and "_" in name and name != "api_call"
)
_DRESS = frozenset({"username", "icon_url", "icon_emoji"})


def methods() -> frozenset[str]:
    """The Web API methods that are called, as slack_sdk writes them: chat_postMessage."""
    return frozenset(name for tree in _trees() for name in _called(tree))


def dressed() -> bool:
    """Whether messages are sent under another name or picture than the app's."""
    nodes = [node for tree in _trees() for node in ast.walk(tree)]
    named = {node.arg for node in nodes if isinstance(node, ast.keyword)}
    keys = {node.value for node in nodes if isinstance(node, ast.Constant)}
    return bool(_DRESS & (named | keys))


def _trees() -> Iterator[ast.Module]:
    for path in sorted(SOURCE.rglob("*.py")):
        yield ast.parse(path.read_text(encoding="utf-8"))


def _called(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and node.attr in _METHODS:
            yield node.attr
        # client.api_call("chat.postMessage"), and names that are looked up.
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            name = node.value.replace(".", "_")
            if name in _METHODS and node.value.split(".")[0].split("_")[0] in _FAMILIES:
                yield name
