"""Where the model is, and how it is asked."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class OpenAISettings:
    """An OpenAI-compatible address.

    `base_url` ends in /v1 as a rule; `api_key` may be empty for a server that asks for none.
    `timeout_s` is what one line, or the reading of one turn, may take in all, tries included.
    `seed` None leaves the choice of words to the model.
    """

    base_url: str
    model: str
    api_key: str = field(default="", repr=False)
    timeout_s: float = 12.0
    temperature: float = 0.7
    seed: int | None = None

    @property
    def connect_s(self) -> float:
        """How long a connection may take, in seconds."""
        return min(5.0, self.timeout_s)

    @property
    def stall_s(self) -> float:
        """How long an answer may stand still, in seconds: after it, one more try fits in."""
        return self.timeout_s / 2
