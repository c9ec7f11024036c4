"""Documents that a chat cannot show, such as a PDF: opened in the browser by a signed link."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from aiohttp import web
from itsdangerous import BadData, URLSafeSerializer

from core.ports import Clock

PATH = "/papers/"
GOOD_FOR = timedelta(hours=12)
"""A shift: whoever reads along during a call need not ask anew."""


class Papers:
    """Links to documents. Without a public address there are none."""

    def __init__(
        self, base_url: str, secret: str, find: Callable[[str], Path | None], clock: Clock
    ) -> None:
        self._base = base_url.rstrip("/")
        self._signer = URLSafeSerializer(secret, salt="scrimmage.chat.document")
        self._find = find
        self._clock = clock

    def url(self, file: str) -> str:
        """Return an address for the document, good for some hours; "" when there can be none."""
        if not self._base or self._find(file) is None:
            return ""
        until = int((self._clock.now() + GOOD_FOR).timestamp())
        return f"{self._base}{PATH}{self._signer.dumps([file, until])}"

    async def serve(self, request: web.Request) -> web.StreamResponse:
        """Serve the document of a link that is still good."""
        try:
            file, until = self._signer.loads(request.match_info["token"])
        except (BadData, ValueError):
            raise web.HTTPNotFound from None
        path = self._find(str(file))
        if path is None or self._clock.now().timestamp() > until:
            raise web.HTTPGone(text="This link is no longer good. Open Documents once more.")
        response = web.FileResponse(path)
        response.headers["Content-Disposition"] = "inline"
        response.headers["X-Content-Type-Options"] = "nosniff"
        return response
