"""A card, who looks at it, and the small pieces that cards share."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from slack_sdk.models.blocks import Block, InteractiveElement
from slack_sdk.models.blocks.block_elements import RichTextElement

from bots.chat.texts import fit
from bots.chat.words.figures import documents as papers
from bots.slack.blocks import button
from bots.slack.names import Action
from bots.slack.rich import Row, bold, link, quoted
from bots.slack.room import ROOMS, Room, as_json, squeezed
from bots.slack.texts import unmarked
from core.messages import Face, Quote
from core.scenario import Document
from core.wording import line_number

_TEXT = 3900  # an update refuses a text of more than 4,000


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


def labelled(label: str, words: str, room: int) -> Row:
    """**Label:** words; nothing where there are no words."""
    return [bold(f"{label}: "), fit(words, room)] if words.strip() else []


def document_row(documents: Sequence[Document]) -> Row:
    """Documents: these, and so many more."""
    label, names = papers(documents)
    return [bold(label), names]


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
