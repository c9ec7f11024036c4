"""A card, who looks at it, and the small pieces that cards share."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar

from bots.chat.texts import clean, fit, pieces
from bots.chat.words.figures import documents as papers
from bots.chat.words.figures import name
from bots.teams import elements
from bots.teams.buttons import Button, dialog, execute, link
from bots.teams.elements import Element, column, columns, container, image, rich, text_block
from bots.teams.names import Verb
from bots.teams.sizes import ROOMS, squeezed
from bots.teams.texts import Row, bold, is_plain, local_day_time, run, subtle
from core.messages import Face, Quote
from core.scenario import Document
from core.wording import day_time, line_number

BOT = "@Scrimmage"
PIECE = 8_000
"""Characters of a long line in one card: with its JSON far below what Teams takes."""
_TEXT = 500
Room = TypeVar("Room")


@dataclass(frozen=True, slots=True)
class Card:
    """A message for Teams: `text` is what a notification announces, `content` the Adaptive Card.

    `content` is None where the text is sent as it is, as plain text.
    """

    text: str
    content: dict[str, Any] | None = None


def no_face(_picture: str) -> str:
    """No picture has an address."""
    return ""


@dataclass(frozen=True, slots=True)
class View:
    """For whom and where a card is rendered, and when.

    `own`: the reader is the trainee of the practice, in their chat or their own thread.
    `channel`: it stands in a channel, where several people read it, each by their own clock; `tz`
    counts in a personal chat. `hears`: lines there reach us without a mention. `call_link` is the
    address of the call page, "" for a button that asks for one; `rings`: the customer calls the
    trainee in Teams itself. `face` gives the address of a picture by its file name, "" where Teams
    cannot have it.
    """

    tz: str
    now: datetime
    own: bool
    channel: bool = False
    hears: bool = True
    call_link: str = ""
    rings: bool = False
    face: Callable[[str], str] = no_face


@dataclass(frozen=True, slots=True)
class Laid:
    """What a card is made of: elements, buttons below them, and whom it mentions."""

    body: Sequence[Element]
    actions: Iterable[Button | None] = ()
    entities: Sequence[dict[str, Any]] = ()


def card(text: str, build: Callable[[int], Laid], *, wide: bool = False) -> tuple[Card, ...]:
    """Return a card that fits; `build` is given the room for its longest words."""
    return (detailed(text, build, ROOMS, wide=wide),)


def detailed(
    text: str, build: Callable[[Room], Laid], levels: Sequence[Room], *, wide: bool = False
) -> Card:
    """Return a card in the first of these levels of detail in which it fits."""

    def made(level: Room) -> dict[str, Any]:
        laid = build(level)
        return elements.card(laid.body, laid.actions, laid.entities, wide=wide)

    return Card(announced(text), squeezed(made, levels))


def said(words: str) -> tuple[Card, ...]:
    """A sentence or more, sent as plain text; nothing of it is lost."""
    return tuple(Card(piece) for piece in pieces(words.strip(), PIECE)) or (Card("…"),)


def announced(text: str) -> str:
    """What a notification says, on a few lines."""
    return fit(clean(text).strip(), _TEXT) or "…"


def labelled(label: str, words: str, room: int) -> Row:
    """**Label:** words; nothing where there are no words."""
    return [bold(f"{label}: "), fit(words, room)] if words.strip() else []


def document_row(documents: Sequence[Document]) -> Row:
    """Documents: these, and so many more; nothing where there are none."""
    label, names = papers(documents)
    return [bold(label), names] if names.strip() else []


def documents_button(documents: Iterable[Document], value: str) -> Button | None:
    """Opens the documents; none where there are none."""
    return dialog("Documents", Verb.DOCUMENTS, value) if [*documents] else None


def with_face(face: Face, words: Row, view: View) -> list[Element]:
    """Words beside somebody's picture; the words alone where there is none."""
    url = view.face(face.picture)
    told = rich(words)
    if not url or not told:
        return told
    picture = image(url, name(face.name), size="Small", person=True)
    return [columns(column([picture], "auto"), column(told, middle=True))]


def beside(markup: str, words: str) -> list[Element]:
    """Our own markup with somebody's words after it, on one line where that can be."""
    if is_plain(words):
        return [text_block(markup + words)]
    return [text_block(markup), *rich([words.lstrip(" :")], spacing="None")]


def dated(before: Row, label: str, at: datetime, view: View) -> list[Element]:
    """A line that ends in a moment; by everybody's own clock where several read it."""
    if not view.channel:
        return rich([*before, f"{label}{day_time(at, view.tz, view.now)}."])
    return [*rich([*before, "."]), text_block(f"When: {local_day_time(at)}")]


def quotation(quote: Quote, room: int) -> list[Element]:
    """Words of the call, set off, with the line in which they stand; no words, no quotation."""
    return container(rich(cited(quote, room)), style="emphasis", spacing="Small")


def cited(quote: Quote, room: int) -> Row:
    """Words of the call with the line in which they stand; nothing without words or room."""
    words = fit(quote.text, room).strip() if room else ""
    where = subtle(f"line {line_number(quote.turn)}")
    return [run(f"“{words}” ", italic=True), where] if words else []


def quoted(words: str, room: int) -> list[Element]:
    """Words that somebody wrote along, set off."""
    return container(rich([fit(words, room)]), style="emphasis")


def join_button(attempt: str, view: View) -> Button:
    """Opens the call page; without an address at hand, asks for one."""
    if view.call_link:
        return link("Join the call", view.call_link, style="positive")
    return execute("Join the call", Verb.CALL_LINK, attempt, style="positive")
