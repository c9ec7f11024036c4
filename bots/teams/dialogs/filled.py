"""A dialog as it was opened or sent in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypedDict

from bots.chat.forms.answers import Answers, Errors


class Again(TypedDict):
    """What a form is shown with once more."""

    errors: Errors | None
    answers: Answers | None


@dataclass(frozen=True, slots=True)
class Filled:
    """What a button carried along, and for a form that has mistakes what was filled in."""

    data: Mapping[str, Any]
    errors: Errors | None = None
    answers: Answers | None = None

    @property
    def value(self) -> str:
        """The id that the dialog is about."""
        return str(self.data.get("value") or "")

    @property
    def again(self) -> Again:
        """What a form that was sent in with mistakes is shown with once more."""
        return {"errors": self.errors, "answers": self.answers}
