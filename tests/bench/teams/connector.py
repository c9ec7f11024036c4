"""As much of Teams' connector service as a conversation needs, and as fast as can be.

    python -m tests.bench.teams.connector

It checks nothing and says yes to everything. `GET /posts` tells as they come of the messages in
conversations. Beside it are the keys by which Teams signs, one signed token for all to send with
(`GET /token`), and an Entra that gives the bot its own tokens.
"""

from __future__ import annotations

import asyncio
import json
import tempfile
import time
from itertools import count
from pathlib import Path
from typing import Any

import jwt
from aiohttp import web
from cryptography.hazmat.primitives.asymmetric import rsa
from jwt.algorithms import RSAAlgorithm

from tests.bench.programs import serve
from tests.bench.talking import POSTS_PATH, Posts
from tests.bench.teams.common import OPENID_PATH, TOKEN_PATH, chat
from tests.integration.teams_install.entra import APP, certificate, serve_entra

_ISSUER = "https://api.botframework.com"
_KEY_ID, _KEYS_PATH = "bench", "/keys"
_GOOD_FOR_S = 3600


class Signer:
    """Signs as Bot Framework does."""

    def __init__(self) -> None:
        self._key = rsa.generate_private_key(public_exponent=65537, key_size=2048)

    def token(self, url: str) -> str:
        """Return a token for requests of a connector service at this address."""
        until = int(time.time()) + _GOOD_FOR_S
        claims = {"iss": _ISSUER, "aud": APP, "serviceurl": url, "exp": until}
        return jwt.encode(claims, self._key, "RS256", {"kid": _KEY_ID})

    def keys(self) -> dict[str, Any]:
        """Return the keys by which a token is checked."""
        public = RSAAlgorithm.to_jwk(self._key.public_key(), as_dict=True)
        return {"keys": [{**public, "kid": _KEY_ID, "endorsements": ["msteams"]}]}


class Connector:
    """Says yes to everything."""

    def __init__(self) -> None:
        self._numbers = count(1_760_000_000_000)
        self._posts = Posts()
        self._signer = Signer()

    async def take(self, request: web.BaseRequest) -> web.StreamResponse:
        """Answer a request, or tell of posts."""
        url = f"http://{request.host}"
        match request.path:
            case str(path) if path == POSTS_PATH:
                return await self._posts.tell(request)
            case str(path) if path == TOKEN_PATH:
                return web.Response(text=self._signer.token(url))
            case str(path) if path == OPENID_PATH:
                return _json({"issuer": _ISSUER, "jwks_uri": url + _KEYS_PATH})
            case str(path) if path == _KEYS_PATH:
                return _json(self._signer.keys())
        given = json.loads(await request.read() or b"{}")
        return _json(self._answer(request.method, request.path.split("/")[3:], given))

    def _answer(self, method: str, path: list[str], given: dict[str, Any]) -> dict[str, Any]:
        """Answer what is asked below /v3/conversations."""
        match method, path:
            case "POST", []:
                return {"id": chat(given["members"][0]["id"])}
            case "POST", [conversation, "activities"]:
                if given["type"] == "message":
                    self._posts.stands(conversation)
                return {"id": str(next(self._numbers))}
            case "GET", [_, "members", person]:
                return {"id": person, "name": "A Trainee"}
        return {"id": path[-1]}


def _json(answer: dict[str, Any]) -> web.Response:
    return web.Response(body=json.dumps(answer).encode(), content_type="application/json")


async def main() -> None:
    """Serve until told to stop."""
    with tempfile.TemporaryDirectory() as folder:
        trusted = certificate(Path(folder) / "entra.pem")
        async with serve_entra(trusted) as entra:
            runner = web.ServerRunner(web.Server(Connector().take))
            await serve(runner, login_url=entra.url, trusted=str(trusted))


if __name__ == "__main__":
    asyncio.run(main())
