"""Headers of every answer: what a page may do, and who may keep it."""

from __future__ import annotations

from aiohttp import web

_POLICY = (
    "default-src 'self'; object-src 'none'; base-uri 'none'; "
    "form-action 'self'; frame-ancestors 'none'"
)
_HEADERS = {
    "Content-Security-Policy": _POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    # Addresses name attempts: no other site is told.
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
_YEAR = 31_536_000


async def harden(request: web.Request, response: web.StreamResponse) -> None:
    """Set what the handler has not set itself; private pages are kept by nobody."""
    for name, value in _HEADERS.items():
        response.headers.setdefault(name, value)
    static = request.path.startswith("/static/") and response.status in {200, 304}
    lasting = f"public, max-age={_YEAR}, immutable" if request.query.get("v") else "no-cache"
    response.headers.setdefault("Cache-Control", lasting if static else "no-store")
    response.headers["Server"] = "Scrimmage"
