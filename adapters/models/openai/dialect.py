"""What a server does not take of a request, learnt from its refusals.

"OpenAI-compatible" is a family: some models want `max_completion_tokens`, some take no
temperature and no stop words, and older servers know no JSON schema. A refusal that names a
parameter is answered with the next best thing, which is kept for later requests.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

_ROOM_TO_THINK = 2_000
"""Tokens for models that think before they write, and count that too."""


class Dialect:
    """The concessions made so far to one server and model."""

    def __init__(self) -> None:
        self._dropped: set[str] = set()
        self._any_json = False

    def spoken(self, request: Mapping[str, Any]) -> dict[str, Any]:
        """Return the request as this server takes it."""
        said = {name: value for name, value in request.items() if name not in self._dropped}
        if "max_tokens" in self._dropped and "max_tokens" in request:
            said["max_completion_tokens"] = request["max_tokens"] + _ROOM_TO_THINK
            if "max_completion_tokens" in self._dropped:
                del said["max_completion_tokens"]
        if self._any_json and "response_format" in said:
            said["response_format"] = {"type": "json_object"}
        return said

    def concede(self, parameter: str) -> bool:
        """Do without what the server refused; False when nothing can be done without it."""
        if parameter not in _OPTIONAL or parameter in self._dropped:
            return False
        if parameter == "response_format" and not self._any_json:
            self._any_json = True
            return True
        self._dropped.add(parameter)
        return True


_OPTIONAL = frozenset(
    ("max_tokens", "max_completion_tokens", "temperature", "stop", "seed", "response_format")
)
