"""Slack's requests by HTTP, on our own route."""

from __future__ import annotations

from aiohttp import web
from slack_bolt.adapter.aiohttp import to_aiohttp_response
from slack_bolt.async_app import AsyncApp
from slack_bolt.request.async_request import AsyncBoltRequest

from bots.slack.settings import EVENTS_PATH

MOST_BYTES = 2_000_000
"""A click in a modal brings the whole modal along: 250 kB, and more as a form."""


def route(app: AsyncApp) -> web.RouteDef:
    """Return the one route on which events, clicks, commands and submissions come in."""

    async def take(request: web.Request) -> web.StreamResponse:
        body = await _body(request)
        asked = AsyncBoltRequest(
            body=body, query=request.query_string, headers=dict(request.headers)
        )
        return await to_aiohttp_response(await app.async_dispatch(asked))

    return web.post(EVENTS_PATH, take)


async def _body(request: web.Request) -> str:
    """Read what came: the pages' own limit would be too small here."""
    parts, size = [], 0
    while chunk := await request.content.readany():
        size += len(chunk)
        if size > MOST_BYTES:
            raise web.HTTPRequestEntityTooLarge(max_size=MOST_BYTES, actual_size=size)
        parts.append(chunk)
    return b"".join(parts).decode("utf-8", "replace")
