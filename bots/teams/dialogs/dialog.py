"""The frame of a dialog: an Adaptive Card under a title, with what it sends in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from bots.chat.forms.answers import Errors
from bots.chat.texts import clean, fit
from bots.teams.buttons import Button, submit
from bots.teams.dialogs.fields import Asked, wrong
from bots.teams.elements import Element, card, container, rich
from bots.teams.names import Verb
from bots.teams.texts import bold

TITLE = 64
"""As Teams' manifest limits it; what a bot answers with has no limit written down."""
Size = Literal["small", "medium", "large"] | int
_CONTENT = "application/vnd.microsoft.card.adaptive"
_LOOK = "This has not been sent yet. Please look at the lines marked ⚠."


@dataclass(frozen=True, slots=True)
class Dialog:
    """What Teams opens. `height` and `width` are a size by name, or pixels."""

    title: str
    card: dict[str, Any]
    height: Size = "medium"
    width: Size = "medium"

    def task(self) -> dict[str, Any]:
        """Return the body that answers task/fetch and task/submit."""
        value = {
            "title": self.title,
            "height": self.height,
            "width": self.width,
            "card": {"contentType": _CONTENT, "content": self.card},
        }
        return {"task": {"type": "continue", "value": value}}


def page(
    title: str, body: Sequence[Element], buttons: Sequence[Button] = (), *, size: Size = "medium"
) -> Dialog:
    """Return a dialog that shows something."""
    words = fit(" ".join(clean(title).split()), TITLE) or "Scrimmage"
    return Dialog(words, card(body, buttons), height=size, width="medium")


@dataclass(frozen=True, slots=True)
class Sends:
    """What a form sends in beside its answers: the verb, the id it is about, and more strings."""

    verb: Verb
    value: str = ""
    words: str = "Send"
    about: Mapping[str, str] | None = None

    def button(self, asked: Sequence[Asked]) -> Button:
        """Return the button that sends the form in."""
        made = submit(self.words, self.verb, self.value, style="positive")
        # Teams leaves out what stays empty, so the form tells what it had asked for.
        form = " ".join(f"{each.kind}:{each.name}" for each in asked)
        made["data"] |= {**(self.about or {}), "form": form}
        return made


def form(
    title: str,
    parts: Sequence[Asked | Element],
    sends: Sends,
    errors: Errors,
    *,
    size: Size = "medium",
) -> Dialog:
    """Return a dialog that asks. An error of no field of it stands at the top."""
    asked = [part for part in parts if isinstance(part, Asked)]
    body = [e for part in parts for e in (part.elements if isinstance(part, Asked) else (part,))]
    return page(title, [*_head(asked, errors), *body], [sends.button(asked)], size=size)


def _head(asked: Sequence[Asked], errors: Errors) -> list[Element]:
    names = {each.name for each in asked}
    of_none = [words for name, words in errors.items() if name not in names]
    first = rich([bold(_LOOK)]) if errors else []
    said = [e for words in of_none for e in wrong(words)]
    return container([*first, *said], style="attention")
