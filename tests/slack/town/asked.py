"""A request as the parts of the Town see it, and how one refuses it."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any

from aiohttp import web

from tests.slack.town.workspace import Workspace

Thing = dict[str, Any]
# Arguments that are objects; a form carries them as JSON.
_OBJECTS = frozenset(
    ("attachments", "blocks", "chunks", "files", "loading_messages", "metadata", "view")
)
_TRUE = ("1", "true", "True")


@dataclass(frozen=True, slots=True)
class Asked:
    """One call of a method; `scopes` are those of its token."""

    method: str
    arguments: Mapping[str, Any]
    workspace: Workspace
    scopes: frozenset[str]
    token: str = ""

    def text(self, name: str, missing: str = "invalid_arguments") -> str:
        """This argument. Raises Refused with `missing` where it was not given."""
        value = self.arguments.get(name)
        if value in {None, ""}:
            raise Refused(missing, f"missing required field: {name} [json-pointer:/{name}]")
        return str(value)

    def flag(self, name: str) -> bool:
        """Whether this argument is true, however a client writes that."""
        value = self.arguments.get(name)
        return value is True or str(value) in _TRUE


Handler = Callable[[Asked], Awaitable[Thing]]


class Refused(Exception):  # noqa: N818 - an answer of Slack, not a failure of ours
    """Slack says no: an error code, with findings in words or other fields of the answer."""

    def __init__(self, error: str, *findings: str, **more: object) -> None:
        super().__init__(error)
        self.body: Thing = {"ok": False, "error": error, **more}
        if findings:
            told = [f"[ERROR] {finding}" for finding in findings]
            self.body |= {"errors": list(findings), "response_metadata": {"messages": told}}


async def arguments_of(request: web.Request) -> Thing:
    """All arguments of a request, wherever the client put them, with objects for JSON.

    slack_sdk sends some in the query string and some as form or JSON; Slack takes them all.
    """
    found: Thing = dict(request.query)
    if request.content_type == "application/json":
        body = await request.json() if request.can_read_body else {}
        found |= body if isinstance(body, dict) else {}
    elif request.can_read_body:
        found |= dict(await request.post())
    return {name: _object(name, value) for name, value in found.items()}


def _object(name: str, value: object) -> object:
    listed = name == "users" and str(value).startswith("[")
    if not isinstance(value, str) or not (name in _OBJECTS or listed):
        return value
    try:
        return json.loads(value) if value else None
    except ValueError:
        raise Refused("invalid_blocks_format" if name == "blocks" else "invalid_json") from None
