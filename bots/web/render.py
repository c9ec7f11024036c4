"""Templates, and the page that every page is."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import quote

from aiohttp import web
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from bots.web import wording
from bots.web.deps import DEPS
from bots.web.gate import VISITOR

_HERE = Path(__file__).parent
STATIC = _HERE / "static"


@cache
def static_url(name: str) -> str:
    """Return the address of a static file; it changes with the file, so it may be cached."""
    digest = hashlib.sha256((STATIC / name).read_bytes()).hexdigest()[:12]
    return f"/static/{name}?v={digest}"


@cache
def templates() -> Environment:
    """Return the templates, with the words and figures that they use."""
    env = Environment(
        loader=FileSystemLoader(_HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    env.globals["static"] = static_url
    env.filters["path"] = lambda text: quote(text, safe="")
    env.filters |= {name: getattr(wording, name) for name in wording.__all__}
    return env


def page(request: web.Request, template: str, *, status: int = 200, **words: Any) -> web.Response:  # noqa: ANN401 - what a template is given
    """Return a whole page; `visitor` is None where nobody is known yet."""
    html = (
        templates()
        .get_template(template)
        .render(
            visitor=request.get(VISITOR),
            now=request.app[DEPS].clock.now(),
            here=request.path,
            **words,
        )
    )
    return web.Response(text=html, content_type="text/html", charset="utf-8", status=status)
