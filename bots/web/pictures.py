"""The customers' faces."""

from __future__ import annotations

from aiohttp import web

from bots.web.deps import DEPS
from bots.web.documents import serve
from core.errors import PracticeError


async def picture(request: web.Request) -> web.StreamResponse:
    """Serve the picture of a persona of the library; no other file has an address here."""
    deps, name = request.app[DEPS], request.match_info["name"]
    if name not in {scenario.persona.picture for scenario in deps.library.all()}:
        raise PracticeError("There is no picture at this address.")
    response = await serve(deps.folders, name)
    response.headers["Cache-Control"] = "private, max-age=3600"
    return response
