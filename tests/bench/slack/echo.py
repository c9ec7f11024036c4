"""The least that a Bolt app can do with a message: say it again, and keep nothing.

    python -m tests.bench.slack.echo http://127.0.0.1:8300/api/ 200 bare|kept

Signatures are checked. Bare, it is as Bolt's own documents have it, and opens a connection for each
call to Slack. Else it keeps its connections, as our surface does.
"""

from __future__ import annotations

import asyncio
import sys
from typing import Any

import aiohttp
from aiohttp import web
from slack_bolt.adapter.aiohttp import to_aiohttp_response, to_bolt_request
from slack_bolt.async_app import AsyncApp, AsyncSay
from slack_sdk.web.async_client import AsyncWebClient

from tests.bench.programs import serve
from tests.bench.slack.common import SECRET, TOKEN, app_of, direct, trainee


async def main(api_url: str, trainees: int, *, kept: bool) -> None:
    """Serve until told to stop."""
    async with aiohttp.ClientSession() as session:
        client = AsyncWebClient(token=TOKEN, base_url=api_url, session=session if kept else None)
        app = AsyncApp(client=client, signing_secret=SECRET)

        @app.event("message")
        async def echo(event: dict[str, Any], say: AsyncSay) -> None:
            await say(event["text"], thread_ts=event["thread_ts"])

        async def take(request: web.Request) -> web.StreamResponse:
            return await to_aiohttp_response(
                await app.async_dispatch(await to_bolt_request(request))
            )

        threads = {direct(trainee(n)): f"{1_750_000_000 + n}.000100" for n in range(trainees)}
        await serve(web.AppRunner(app_of(take), access_log=None), threads=threads)


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], int(sys.argv[2]), kept=sys.argv[3] == "kept"))
