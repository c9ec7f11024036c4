"""Holds what is sent against Slack's limits, and says no as Slack says it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from tests.slack.limits import TOGETHER, check_blocks, check_message, check_view
from tests.slack.town.asked import Refused
from tests.slack.town.records import Violation

_LONGEST_STREAM = 12_000
_Arguments = Mapping[str, Any]


class Judge:
    """Remembers every violation, so that a test can assert that there were none."""

    def __init__(self) -> None:
        self.violations: list[Violation] = []

    def check(self, method: str, arguments: _Arguments) -> None:
        """Raise Refused for what Slack would not take."""
        find = _CHECKS.get(method)
        words = find(arguments) if find else []
        if not words:
            return
        self.violations.append(Violation(method, tuple(words), dict(arguments)))
        error = _view_error(words) if "views." in method else _message_error(words)
        if error:
            raise Refused(error, *words)


def _view(arguments: _Arguments) -> list[str]:
    view = arguments.get("view")
    if not isinstance(view, dict):
        return ["must be an object [json-pointer:/view]"]
    return check_view(view)


def _streamed(arguments: _Arguments) -> list[str]:
    said = [str(arguments.get("markdown_text") or "")]
    said += [str(chunk.get("text", "")) for chunk in arguments.get("chunks") or []]
    long = [f"must be less than {_LONGEST_STREAM + 1} characters [json-pointer:/markdown_text]"]
    found = long if sum(map(len, said)) > _LONGEST_STREAM else []
    return found + check_blocks(arguments.get("blocks") or [])


_CHECKS: Mapping[str, Callable[[_Arguments], list[str]]] = {
    **dict.fromkeys(("chat.postMessage", "chat.update", "chat.postEphemeral"), check_message),
    **dict.fromkeys(("response_url", "chat.scheduleMessage"), check_message),
    **dict.fromkeys(("chat.startStream", "chat.appendStream", "chat.stopStream"), _streamed),
    **dict.fromkeys(("views.open", "views.push", "views.update", "views.publish"), _view),
}


def _view_error(words: list[str]) -> str:
    large = any(word.startswith("view must not be larger") for word in words)
    return "view_too_large" if large else "invalid_arguments"


def _message_error(words: list[str]) -> str:
    """The error code; empty where Slack cuts a text and says that all is well."""
    for beginning, error in _ERRORS.items():
        if any(word.startswith(beginning) for word in words):
            return error
    places = {word.rpartition("json-pointer:/")[2].partition("/")[0].rstrip("]") for word in words}
    if "blocks" in places or "attachments" in places:
        return "invalid_blocks" if "blocks" in places else "invalid_attachments"
    if "metadata" in places:
        return "invalid_metadata_format"
    return "msg_too_long" if "markdown_text" in places else ""


_ERRORS = {
    "no text": "no_text",
    "markdown_text stands alone": "markdown_text_conflict",
    TOGETHER: "msg_blocks_too_long",
}
