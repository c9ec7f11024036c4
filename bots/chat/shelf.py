"""Pictures and documents, at addresses that chat platforms and people's browsers can open."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from aiohttp import web

from bots.chat import faces, papers
from bots.chat.faces import Faces
from bots.chat.papers import Papers
from core.ports import Clock
from core.scenario import Document

Find = Callable[[str], Path | None]
"""Finds the file of a document or picture by its name."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """One for all chat surfaces of a server: they share its public address."""

    find: Find
    faces: Faces
    papers: Papers

    @classmethod
    def of(
        cls, base_url: str, secret: str, find: Find, clock: Clock, pictures: Iterable[str] = ()
    ) -> Shelf:
        """Return the shelf of a server. `secret` signs links; `pictures` are served from now on."""
        return cls(find, Faces(base_url, find, pictures), Papers(base_url, secret, find, clock))

    def routes(self) -> tuple[web.RouteDef, ...]:
        """Return the routes on which both are served."""
        return (
            web.get(faces.PATH + "{name}", self.faces.serve),
            web.get(papers.PATH + "{token}", self.papers.serve),
        )


async def texts_of(
    docs: Sequence[Document], find: Find, papers: Papers
) -> list[tuple[Document, str | None, str | None]]:
    """Return each document with its Markdown, None for any other kind, and its address, if any."""
    return [(doc, await _text(find(doc.file)), papers.url(doc.file) or None) for doc in docs]


async def _text(path: Path | None) -> str | None:
    if path is None or path.suffix.lower() != ".md":
        return None
    return await asyncio.to_thread(path.read_text, "utf-8")
