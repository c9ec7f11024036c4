"""A card, who looks at it, and the small pieces that cards share."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from slack_sdk.models.blocks import Block, InteractiveElement
from slack_sdk.models.blocks.block_elements import RichTextElement

from bots.chat.texts import fit
from bots.slack.blocks import button
from bots.slack.names import Action
from bots.slack.rich import Row, bold, link, quoted
from bots.slack.room import ROOMS, Room, as_json, squeezed
from bots.slack.texts import unmarked
from core.messages import Face, Quote
from core.scenario import Document
from core.wording import counted, figure, line_number

NAME, TITLE, LINE = 80, 150, 300
_TEXT = 3900  # an update refuses a text of more than 4,000
_DOCUMENTS = 10
_VERDICTS = {"pass": "passed", "fail": "not passed yet", "conditional": "passed on a condition"}


@dataclass(frozen=True, slots=True)
class Card:
    """A message for Slack: `text` is what a phone announces, `blocks` are as they travel.

    `face` is under whose name and picture it is to be posted; None: under the app's own.
    """

    text: str
    blocks: tuple[dict[str, Any], ...]
    face: Face | None = None


def nowhere(_turn: int) -> str | None:
    """No line has an address."""
    return None


@dataclass(frozen=True, slots=True)
class View:
    """For whom a card is rendered, and when. `own`: the reader is the trainee of the practice.

    `tz` is for words alone: in blocks, everybody sees times by their own clock. `call_link` is
    the address of the call page, "" for a button that asks for one. `line_link` gives the address
    of the message that shows a turn, None where there is none.
    """

    tz: str
    now: datetime
    own: bool
    call_link: str = ""
    line_link: Callable[[int], str | None] = nowhere


def card(text: str, build: Callable[[int], Sequence[Block]], *, face: Face | None = None) -> Card:
    """Return a card that fits; `build` is given the room for its longest words."""
    return Card(_announced(text), as_json(squeezed(build, ROOMS)), face)


def detailed(text: str, build: Callable[[Room], Sequence[Block]], levels: Sequence[Room]) -> Card:
    """Return a card in the first of these levels of detail in which it fits."""
    return Card(_announced(text), as_json(squeezed(build, levels)))


def _announced(text: str) -> str:
    return unmarked(fit(text, _TEXT)).strip() or "…"


def name(words: str) -> str:
    """Somebody's name, at a length for a sentence."""
    return fit(" ".join(words.split()), NAME) or "somebody"


def title(words: str) -> str:
    """What a scenario, criterion or document is called."""
    return fit(" ".join(words.split()), TITLE)


def labelled(label: str, words: str, room: int) -> Row:
    """**Label:** words; nothing where there are no words."""
    return [bold(f"{label}: "), fit(words, room)] if words.strip() else []


def document_row(documents: Sequence[Document]) -> Row:
    """Documents: these, and so many more."""
    names = [title(d.title) for d in documents[:_DOCUMENTS] if d.title.strip()]
    more = len(documents) - _DOCUMENTS
    tail = f" and {more} more" if more > 0 else ""
    return [bold(f"{'Document' if len(documents) == 1 else 'Documents'}: "), ", ".join(names), tail]


def documents_button(documents: Iterable[Document], value: str) -> InteractiveElement | None:
    """Opens the documents; none where there are none."""
    return button("Documents", Action.DOCUMENTS, value=value) if [*documents] else None


def quotation(quote: Quote, view: View, room: int) -> list[RichTextElement]:
    """Words of the call, set off, with a link to their line; no words, no quotation."""
    return quoted(cited(quote, view, room))


def cited(quote: Quote, view: View, room: int) -> Row:
    """Words of the call with a link to their line; nothing without words or room."""
    words = fit(quote.text, room).strip() if room else ""
    where = link(view.line_link(quote.turn) or "", f"line {line_number(quote.turn)}")
    return [f"“{words}” ", where] if words else []


def bar(score: float | None) -> str:
    """▰▰▰▱▱ for 3 of 5."""
    full = 0 if score is None else min(5, max(0, round(score)))
    return "▰" * full + "▱" * (5 - full)


def of_five(score: float | None) -> str:
    """3.8 of 5; or that there is no score."""
    return "not scored" if score is None else f"{figure(score)} of 5"


def result(overall: float | None, verdict: str) -> str:
    """3.8 of 5, passed; as a sentence begins."""
    if overall is None:
        return _VERDICTS.get(verdict, "not scored").capitalize()
    return f"{of_five(overall)}, {_VERDICTS.get(verdict, 'result open')}"


def attempts_left(number: int | None) -> str:
    """2 attempts left; as often as you like."""
    if number == 0:
        return "no attempts left"
    return "as often as you like" if number is None else f"{counted(number, 'attempt')} left"
