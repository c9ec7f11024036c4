"""A scenario's documents, to be read beside the call."""

from __future__ import annotations

from bots.chat.forms.documents import (
    CUT,
    MISSING,
    MOST,
    NONE,
    OPEN,
    OPEN_BOOK,
    READ_ON,
    Doc,
    Docs,
    parts,
)
from bots.teams.buttons import link
from bots.teams.dialogs.dialog import Dialog, page
from bots.teams.dialogs.markdown import elements
from bots.teams.elements import Element, buttons, heading, rich, small
from bots.teams.sizes import size

_BYTES = 66_000


def dialog(title: str, docs: Docs) -> Dialog:
    """Return a dialog with all documents; a text is shown as far as a card holds it."""
    if not docs:
        return page(title, rich([NONE]), size="small")
    shown = docs[:MOST]
    body: list[Element] = [*small(OPEN_BOOK)]
    for number, doc in enumerate(shown):
        body += _document(doc, _BYTES // len(shown), separated=number > 0)
    return page(title, body, size="large")


def _document(doc: Doc, most: int, *, separated: bool) -> list[Element]:
    document, text, url = doc
    head = heading(document.title) | ({"separator": True} if separated else {})
    found: list[Element] = []
    rest = _elsewhere(url, OPEN, MISSING)
    room = most - size([head, *_elsewhere(url, READ_ON, CUT)])
    for element in (e for part in parts(text or "") for e in elements(part)):
        room -= size(element) + 4
        if room < 0:
            return [head, *found, *_elsewhere(url, READ_ON, CUT)]
        found.append(element)
        rest = _elsewhere(url, OPEN, "")
    return [head, *found, *rest]


def _elsewhere(url: str | None, words: str, without: str) -> list[Element]:
    return buttons(link(words, url)) if url else small(without)
