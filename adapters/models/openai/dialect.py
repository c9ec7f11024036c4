"""What a server does not take of a request, learnt from its refusals.

"OpenAI-compatible" is a family: some models want `max_completion_tokens`, some take no
temperature and no stop words, and older servers know no JSON schema. A refusal that names a
parameter is answered with the next best thing, which is kept for later requests.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from adapters.models.openai.errors import refused_parameter

_ROOM_TO_THINK = 2_000
"""Tokens for models that think before they write, and count that too."""
_REFUSED = frozenset((400, 422))
OF_CHAT = frozenset(
    ("max_tokens", "max_completion_tokens", "temperature", "stop", "seed", "response_format")
)
"""What a chat completion can do without."""


class Dialect:
    """The concessions made so far to one server and model, of the parameters in `optional`."""

    def __init__(self, optional: frozenset[str] = OF_CHAT) -> None:
        self._optional = optional
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
        if parameter not in self._optional or parameter in self._dropped:
            return False
        if parameter == "response_format" and not self._any_json:
            self._any_json = True
            return True
        self._dropped.add(parameter)
        return True


async def granted(
    create: Callable[..., Awaitable[Any]], request: Mapping[str, Any], dialect: Dialect
) -> Any:  # noqa: ANN401 - what the SDK's method gives
    """Ask until the server takes the request. Raises the SDK's errors for all else."""
    import openai  # noqa: PLC0415 - slow to import

    while True:
        said = dialect.spoken(request)
        try:
            return await create(**said)
        except openai.APIStatusError as error:
            name = refused_parameter(error, said) if error.status_code in _REFUSED else None
            if name is None or not dialect.concede(name):
                raise
