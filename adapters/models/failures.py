"""What can go wrong with a model behind an address, named so that a log can count it."""

from __future__ import annotations

from enum import StrEnum

from core.errors import ProviderError


class Failure(StrEnum):
    """The kinds of failure. Only the first five may pass by themselves."""

    UNREACHABLE = "unreachable"
    TIMEOUT = "timeout"
    RATE_LIMITED = "rate_limited"
    OVERLOADED = "overloaded"
    BROKEN_STREAM = "broken_stream"
    OVER_TIME = "over_time"
    WRONG_KEY = "wrong_key"
    UNKNOWN_MODEL = "unknown_model"
    BAD_REQUEST = "bad_request"
    BAD_ANSWER = "bad_answer"


SENTENCES = {
    Failure.UNREACHABLE: "The model's address cannot be reached.",
    Failure.TIMEOUT: "The model did not answer in time.",
    Failure.RATE_LIMITED: "The model's address asks us to slow down.",
    Failure.OVERLOADED: "The model's address reports trouble of its own.",
    Failure.BROKEN_STREAM: "The model's answer broke off.",
    Failure.OVER_TIME: "The model took longer than a line may take.",
    Failure.WRONG_KEY: "The model's address does not accept the key.",
    Failure.UNKNOWN_MODEL: "The model's address does not know the model.",
    Failure.BAD_REQUEST: "The model's address refuses the request.",
    Failure.BAD_ANSWER: "The model's answer could not be read.",
}
_PASSING = frozenset(
    {
        Failure.UNREACHABLE,
        Failure.TIMEOUT,
        Failure.RATE_LIMITED,
        Failure.OVERLOADED,
        Failure.BROKEN_STREAM,
    }
)


class ModelError(ProviderError):
    """A model failed. Its text is one of `SENTENCES`, and never what anybody said."""

    def __init__(self, kind: Failure, *, retry_after_s: float | None = None) -> None:
        super().__init__(SENTENCES[kind], retryable=kind in _PASSING, retry_after_s=retry_after_s)
        self.kind = kind
