"""The least that a bot for Teams can do with a message: say it again, and keep nothing.

    python -m tests.bench.teams.echo http://127.0.0.1:8300

Requests are checked as our surface checks them, and connections are kept.
"""

from __future__ import annotations

import asyncio
import sys
from urllib.parse import quote

import aiohttp
from aiohttp import web

from adapters.clock import SystemClock
from bots.chat.signing_keys import SigningKeys
from bots.teams.framework import RequestCheck
from tests.bench.programs import serve
from tests.bench.teams.common import OPENID_PATH, app_of
from tests.integration.teams_install.entra import APP


async def main(url: str) -> None:
    """Serve until told to stop."""
    async with aiohttp.ClientSession() as session:
        keys = SigningKeys(session, url + OPENID_PATH, SystemClock(), "Teams")
        check = RequestCheck(APP, keys)

        async def take(request: web.Request) -> web.StreamResponse:
            activity = await request.json()
            await check.check(request.headers["Authorization"], activity)
            if activity["type"] == "invoke":
                return web.json_response({})
            where = quote(activity["conversation"]["id"], safe="")
            said = {"type": "message", "text": activity["text"]}
            to = f"{activity['serviceUrl']}/v3/conversations/{where}/activities"
            async with session.post(to, json=said) as response:
                await response.read()
            return web.Response()

        await serve(web.AppRunner(app_of(take), access_log=None))


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1]))
