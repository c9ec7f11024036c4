"""As much of Slack's Web API as a conversation needs, and as fast as can be: it checks nothing.

    python -m tests.bench.slack.web_api

`GET /posts` tells as they come of the replies in threads, a line for each: the thread, and when
on the clock that all processes of this machine share.
"""

from __future__ import annotations

import asyncio
import json
from itertools import count
from typing import Any
from urllib.parse import parse_qsl

from aiohttp import web

from tests.bench.programs import serve
from tests.bench.slack.common import BOT, TEAM, direct
from tests.bench.talking import POSTS_PATH, Posts

_ME = {"url": "https://acme.slack.com/", "team": "Acme", "team_id": TEAM, "user_id": BOT}


class WebApi:
    """Says yes to everything."""

    def __init__(self) -> None:
        self._numbers = count(1_760_000_000)
        self._posts = Posts()
        self._streams: dict[str, str] = {}

    async def take(self, request: web.BaseRequest) -> web.StreamResponse:
        """Answer a call of the Web API, or tell of posts."""
        if request.path == POSTS_PATH:
            return await self._posts.tell(request)
        body = await request.read()
        form = "urlencoded" in request.headers.get("Content-Type", "")
        given = dict(parse_qsl(body.decode())) if form else json.loads(body or b"{}")
        method = request.path.rpartition("/")[2]
        answer = {"ok": True, **self._answer(method, {**request.query, **given})}
        return web.Response(body=json.dumps(answer).encode(), content_type="application/json")

    def _answer(self, method: str, given: dict[str, Any]) -> dict[str, Any]:
        if method in {"chat.postMessage", "chat.startStream", "chat.stopStream"}:
            return self._says(method, given)
        match method:
            case "auth.test":
                return {**_ME, "user": "scrimmage", "bot_id": "B0ACMEBOT"}
            case "conversations.open":
                return {"channel": {"id": direct(given["users"])}}
            case "chat.getPermalink":
                return {"permalink": f"https://acme.slack.com/archives/{given['channel']}"}
        return {}

    def _says(self, method: str, given: dict[str, Any]) -> dict[str, Any]:
        if method == "chat.stopStream":
            self._stands(self._streams.pop(given["ts"], ""))
            return given
        answer = self._posted(given)
        if method == "chat.startStream":
            self._streams[answer["ts"]] = given["thread_ts"]
        else:
            self._stands(given.get("thread_ts", ""))
        return answer

    def _posted(self, given: dict[str, Any]) -> dict[str, Any]:
        ts = f"{next(self._numbers)}.000100"
        return {"channel": given["channel"], "ts": ts, "message": {"ts": ts}}

    def _stands(self, thread: str) -> None:
        if thread:
            self._posts.stands(thread)


async def main() -> None:
    """Serve until told to stop."""
    await serve(web.ServerRunner(web.Server(WebApi().take)))


if __name__ == "__main__":
    asyncio.run(main())
