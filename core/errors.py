"""The errors of the product. What is not one of these is a bug and is not caught half-way."""

from __future__ import annotations


class PracticeError(Exception):
    """Something a person can be told: what is wrong, and how to mend it.

    `str(error)` is one kind sentence for the person; `mend` says what to do about it.
    """

    def __init__(self, sentence: str, mend: str = "") -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.mend = mend

    def __str__(self) -> str:
        return f"{self.sentence} {self.mend}".strip()


class Refusal(PracticeError):  # noqa: N818 - a refusal is what it is
    """The person may not do this; `mend` says whom to ask."""


class IllegalStep(Exception):  # noqa: N818 - the name says what happened, as in state machines
    """An event that the attempt's state does not allow. The attempt is left untouched."""


class ProviderError(Exception):
    """A model, speech or platform service failed; `retryable` says whether to try again.

    `retry_after_s` is the wait the service asked for, in seconds, if it named one.
    """

    def __init__(self, what: str, *, retryable: bool, retry_after_s: float | None = None) -> None:
        super().__init__(what)
        self.retryable = retryable
        self.retry_after_s = retry_after_s


class StorageError(Exception):
    """The store could not save or read. Nothing of the transaction was kept; try again later."""
