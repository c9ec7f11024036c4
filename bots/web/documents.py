"""Documents and pictures: Markdown made safe, files served as what they are."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from itertools import product
from pathlib import Path

from aiohttp import web
from markdown_it import MarkdownIt
from markupsafe import Markup

from bots.web.deps import DEPS, WebDeps
from core.errors import PracticeError
from core.scenario import Document

_TYPES = {
    ".md": "text/markdown",
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".gif": "image/gif",
    ".webp": "image/webp",
    ".svg": "image/svg+xml",
}
_FOLDERS = ("", "documents", "pictures")
# A picture may hold scripts (SVG): it is shown, and can do nothing.
_INERT = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox"
# The browser's own viewer shows it, inside our pages only.
_FRAMED = "default-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'"


_NO_TEXT = Markup()


@dataclass(frozen=True, slots=True)
class Reading:
    """A document as a page shows it: `kind` is "text" with `html`, "pdf" or "image" at `url`."""

    title: str
    kind: str
    url: str
    html: Markup = _NO_TEXT


@cache
def _markdown() -> MarkdownIt:
    """Return a reader of Markdown that takes no HTML. Links open beside the page."""
    return MarkdownIt("commonmark", {"html": False, "breaks": False}).enable("table")


def markdown(text: str, deepen: int = 2) -> Markup:
    """Return Markdown as safe HTML; its headings stand `deepen` levels below the page's own."""
    reader = _markdown()
    tokens = reader.parse(text)
    for token in tokens:
        if token.tag in {"h1", "h2", "h3", "h4", "h5", "h6"}:
            token.tag = f"h{min(6, int(token.tag[1]) + deepen)}"
        for child in token.children or ():
            if child.type == "link_open":
                child.attrSet("target", "_blank")
                child.attrSet("rel", "noopener noreferrer")
    return Markup(reader.renderer.render(tokens, reader.options, {}))  # noqa: S704 - html is off


async def readings(deps: WebDeps, documents: Iterable[Document], base: str) -> tuple[Reading, ...]:
    """Return documents ready to be read; `base` is the address below which files are."""
    return tuple([await _reading(deps, document, base) for document in documents])


async def _reading(deps: WebDeps, document: Document, base: str) -> Reading:
    url = f"{base}/{document.id}"
    kind = _TYPES.get(Path(document.file).suffix.lower(), "")
    if kind == "text/markdown":
        path = find(deps.folders, document.file)
        text = await asyncio.to_thread(path.read_text, "utf-8") if path else _MISSING
        return Reading(document.title, "text", url, markdown(text))
    return Reading(document.title, "pdf" if kind == "application/pdf" else "image", url)


_MISSING = "*This document could not be found. Please tell your administrator.*"


def find(folders: Iterable[Path], name: str) -> Path | None:
    """Return the file of this name, None when there is none inside any of the folders.

    A whole path that is not there any more, as after a move to another machine, is looked for by
    its last part.
    """
    roots = [folder.resolve() for folder in folders]
    for wanted in (name, Path(name).name) if "\0" not in name else ():
        for root, folder in product(roots, _FOLDERS):
            path = (root / folder / wanted).resolve()
            if path.is_relative_to(root) and path.suffix.lower() in _TYPES and path.is_file():
                return path
    return None


async def serve_named(
    request: web.Request, documents: Iterable[Document], back: str
) -> web.StreamResponse:
    """Serve the one of the documents that the address names. Raises PracticeError."""
    wanted = request.match_info["document"]
    for document in documents:
        if document.id == wanted:
            return await serve(request.app[DEPS].folders, document.file)
    raise PracticeError("There is no document at this address.", f"Go back to {back}.")


async def serve(folders: Iterable[Path], name: str) -> web.StreamResponse:
    """Answer with a file, as its own type and nothing else. Raises PracticeError."""
    path = find(folders, name)
    if path is None:
        raise PracticeError("This document could not be found.", "Please tell your administrator.")
    kind = _TYPES[path.suffix.lower()]
    response = web.Response(body=await asyncio.to_thread(path.read_bytes), content_type=kind)
    if kind == "text/markdown":
        response.content_type, response.charset = "text/plain", "utf-8"
    framed = kind == "application/pdf"
    response.headers["Content-Security-Policy"] = _FRAMED if framed else _INERT
    response.headers["X-Frame-Options"] = "SAMEORIGIN" if framed else "DENY"
    response.headers["Content-Disposition"] = "inline"
    return response
