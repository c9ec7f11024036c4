"""The customers' pictures, at addresses from which a chat platform can fetch them.

Its servers fetch a picture without any cookie, so these few are public: the personas' of the
library and no other file. None of them shows an SVG, so the PNG beside one is taken.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from pathlib import Path

from aiohttp import web

PATH = "/faces/"
_DAY_S = 86_400
_SHOWN = frozenset({".png", ".jpg", ".jpeg", ".webp"})

Find = Callable[[str], Path | None]
"""Finds a picture's file by its name among the scenarios' folders."""


class Faces:
    """Pictures by a digest of their content. Without a public https address there are none."""

    def __init__(self, base_url: str, find: Find, pictures: Iterable[str] = ()) -> None:
        self._base = base_url.rstrip("/") if base_url.startswith("https://") else ""
        self._find = find
        self._files: dict[str, Path] = {}
        self._urls: dict[str, str] = {}
        # Known from the start: the platform may ask for what an earlier process has shown.
        for picture in pictures if self._base else ():
            self.url(picture)

    def url(self, picture: str) -> str:
        """Return the address of a picture, "" when the platform cannot have it."""
        if not self._base or not picture:
            return ""
        if picture not in self._urls:
            self._urls[picture] = self._made(picture)
        return self._urls[picture]

    def _made(self, picture: str) -> str:
        path = shown_file(self._find, picture)
        if path is None or path.suffix.lower() not in _SHOWN:
            return ""
        name = hashlib.sha256(path.read_bytes()).hexdigest()[:24] + path.suffix.lower()
        self._files[name] = path
        return f"{self._base}{PATH}{name}"

    async def serve(self, request: web.Request) -> web.StreamResponse:
        """Serve a picture that was shown, to anybody who knows its digest."""
        path = self._files.get(request.match_info["name"])
        if path is None:
            raise web.HTTPNotFound
        return web.FileResponse(path, headers={"Cache-Control": f"public, max-age={_DAY_S}"})


def shown_file(find: Find, name: str) -> Path | None:
    """Return the file that a chat can show, None where it is gone: for an SVG the PNG beside it."""
    path = find(name)
    if path is not None and path.suffix.lower() == ".svg":
        path = path.with_suffix(".png")
    return path if path is not None and path.is_file() else None
