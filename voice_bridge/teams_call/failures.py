"""Why a ring came to nothing, in words for the trainee.

The numbers are those of learn.microsoft.com/azure/communication-services/resources/
troubleshooting/voice-video-calling/troubleshooting-codes; 10124 and 10391 are not among them, and
are as people report them of tenants that lack what docs/teams.md asks for.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Failure:
    """Why somebody could not be rung, and what to do, as in `core.errors.PracticeError`."""

    sentence: str
    mend: str


_AGAIN = "Choose Join the call to be rung again."
_BY_CHAT = "a call by chat works meanwhile."
_NO_ANSWER = Failure("Your phone in Teams rang, and nobody answered.", _AGAIN)
_BUSY = Failure("Your phone in Teams was busy.", _AGAIN)
_DECLINED = Failure("The call was declined in Teams.", _AGAIN)
_OFFLINE = Failure("You could not be reached: Teams was not open anywhere.", f"Open it. {_AGAIN}")
_NOT_ALLOWED = Failure(
    "Teams does not let Scrimmage ring you.",
    "Ask your administrator to go through “Calls in Teams” in Scrimmage's documents; " + _BY_CHAT,
)
_NO_SOUND = Failure(
    "The call came about without sound.",
    "Ask your administrator whether Azure can open a WebSocket to this server; " + _BY_CHAT,
)
_UNKNOWN = Failure("You could not be rung in Teams.", _AGAIN)

_BY_SUBCODE: Mapping[int, Failure] = {
    **dict.fromkeys((10004, 8587, 4506), _NO_ANSWER),
    **dict.fromkeys((8539, 8540, 560486), _BUSY),
    **dict.fromkeys((5003, 10024, 8538), _DECLINED),
    **dict.fromkeys((10037, 10076, 10077, 10078, 8541, 8544), _OFFLINE),
    **dict.fromkeys((10124, 10391, 7502, 7505, 7600, 7604), _NOT_ALLOWED),
    **dict.fromkeys((8581, 8603, 8604), _NO_SOUND),
}
_BY_CODE: Mapping[int, Failure] = {
    403: _NOT_ALLOWED,
    408: _NO_ANSWER,
    480: _OFFLINE,
    486: _BUSY,
    603: _DECLINED,
}
_FIRST_ERROR = 400


@dataclass(frozen=True, slots=True)
class Result:
    """What Azure says of how something ended: its code, as of HTTP and SIP, and its subcode."""

    code: int = 0
    subcode: int = 0

    @property
    def failed(self) -> bool:
        """Whether it went wrong, by the code."""
        return self.code >= _FIRST_ERROR


def why(result: Result) -> Failure:
    """Return why a ring came to nothing."""
    return _BY_SUBCODE.get(result.subcode) or _BY_CODE.get(result.code, _UNKNOWN)


def tells_why(result: Result) -> bool:
    """Whether the end of a call that nobody answered is one to be told."""
    return result.failed or result.subcode in _BY_SUBCODE
