"""The transcript: numbered lines, what was scored on them, and what a coach said about them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bots.chat.forms.transcript import (
    EARLIER,
    EMPTY,
    LATER,
    TITLE,
    Line,
    Said,
    began,
    paged,
    results,
    said,
    who,
)
from bots.chat.texts import fit, pieces
from bots.teams.buttons import Button, submit
from bots.teams.dialogs.dialog import Dialog, page
from bots.teams.elements import Element, container, heading, rich, small, text_block
from bots.teams.names import Verb
from bots.teams.sizes import size
from bots.teams.texts import Part, bold, lined, local_day_time, subtle
from core.views import AttemptPage

_PIECE, _NAME, _MARKS, _WHO = 3000, 80, 600, 200
_BYTES = 60_000  # for the lines of a page


def dialog(found: AttemptPage, names: Mapping[str, str], at: int = 0) -> Dialog:
    """Return a page of the transcript. `names` are those of who commented, by id.

    `at` counts pages from 0; one that is not there is the last. `page_of` tells which a button
    wants.
    """
    pages = _pages(found, names)
    at = min(max(at, 0), len(pages) - 1)
    head = _head(found) if at == 0 else []
    body = [*head, *pages[at], *small(paged(at, len(pages)))]
    return page(TITLE, body, _turning(found.attempt.id, at, len(pages)), size="large")


def page_of(data: Mapping[str, Any]) -> int:
    """Return the page that a pressed button wants: 0 for one that names none."""
    wanted = str(data.get("page") or "")
    return int(wanted[:6]) if wanted.isdecimal() else 0


def _head(found: AttemptPage) -> list[Element]:
    verdict, score = results(found)
    return [
        heading(found.scenario.title, size="Medium"),
        *rich([fit(who(found), _WHO)]),
        text_block(local_day_time(began(found)), subtle=True, spacing="None"),
        *small(" · ".join(filter(None, (verdict, score)))),
    ]


def _pages(found: AttemptPage, names: Mapping[str, str]) -> list[list[Element]]:
    pages: list[list[Element]] = [[]]
    taken = 0
    for element in (element for each in said(found, names) for element in _shown(each)):
        needed = size(element)
        if pages[-1] and taken + needed > _BYTES:
            pages.append([])
            taken = 0
        pages[-1].append(element)
        taken += needed
    return pages if pages[0] else [rich([EMPTY])]


def _shown(each: Line | Said) -> list[Element]:
    name, parts = fit(each.name, _NAME), pieces(each.text, _PIECE)
    first, rest = parts[:1], parts[1:]
    if isinstance(each, Said):
        shown = [*rich([bold(f"{name}: "), *first]), *(e for p in rest for e in rich([p]))]
        return [e for one in shown for e in container([one], style="emphasis", spacing="Small")]
    head: list[Part] = [f"{each.number} ", bold(name), subtle(f"  {each.aside}")]
    below = [e for part in rest for e in rich([part], spacing="None")]
    return [*rich(lined(head, first)), *below, *small(fit(each.marks, _MARKS))]


def _turning(attempt: str, at: int, pages: int) -> list[Button]:
    turns = ((EARLIER, at - 1), (LATER, at + 1))
    return [
        submit(words, Verb.TRANSCRIPT, attempt, page=str(to))
        for words, to in turns
        if 0 <= to < pages
    ]
