"""Azure, as calls in Teams see it: Call Automation, its keys, its events and its media socket.

Shaped by Microsoft's documents; no third party has confirmed it. `BASE_URL` is what we call
ourselves towards it; `reaches` says where we really are.
"""

from __future__ import annotations

import base64
import json
from dataclasses import dataclass, field
from typing import Any, Self

import aiohttp
from aiohttp import web
from aiohttp.test_utils import TestServer

from tests.acs.requests import flaws, is_signed
from tests.acs.signer import Flaw, Signer

BASE_URL = "https://practice.example.com"
METADATA: dict[str, Any] = {
    "subscriptionId": "4c4c4c4c-0000-4000-8000-000000000001",
    "encoding": "PCM",
    "sampleRate": 16000,
    "channels": 1,
    "length": 640,
}


class Media:
    """The socket for the sound of a call, from Azure's side."""

    def __init__(self, socket: aiohttp.ClientWebSocketResponse) -> None:
        self.socket = socket

    async def describes(self, **changed: object) -> None:
        """Say what the sound is like, as the first message does."""
        await self.says({"kind": "AudioMetadata", "audioMetadata": {**METADATA, **changed}})

    async def says(self, message: object) -> None:
        """Send a message."""
        text = message if isinstance(message, str) else json.dumps(message)
        await self.socket.send_str(text)

    async def sounds(self, audio: bytes, *, silent: bool = False) -> None:
        """Send a frame of the trainee's sound."""
        data = {
            "timestamp": "2024-11-15T19:16:12.925Z",
            "participantRawID": "8:orgid:person",
            "data": base64.b64encode(audio).decode(),
            "silent": silent,
        }
        await self.says({"kind": "AudioData", "audioData": data})

    async def plays(self) -> bytes | None:
        """The next frame of ours, None for StopAudio; AssertionError for any other message."""
        message = await self.socket.receive()
        assert message.type is aiohttp.WSMsgType.TEXT, message
        told = json.loads(message.data)
        if told["Kind"] == "StopAudio":
            assert told == {"Kind": "StopAudio", "AudioData": None, "StopAudio": {}}
            return None
        data = told["AudioData"]["Data"]
        assert told == {"Kind": "AudioData", "AudioData": {"Data": data}, "StopAudio": None}
        return base64.b64decode(data, validate=True)

    async def closed(self) -> int:
        """Wait until we have closed it, past what is played; returns the code."""
        while not self.socket.closed:
            await self.socket.receive()
        return self.socket.close_code or 0


@dataclass
class Call:
    """A call that Azure has placed. `state` as its properties tell it."""

    azure: Azure
    id: str
    body: dict[str, Any]
    state: str = "connecting"

    async def opens(self, flaw: Flaw | None = None, headers: dict[str, str] | None = None) -> Media:
        """Open the socket for the sound. Raises WSServerHandshakeError when it is refused."""
        told = {
            "x-ms-call-connection-id": self.id,
            "x-ms-call-correlation-id": "c0",
            "Authorization": f"Bearer {self.azure.signer.token(flaw)}",
        }
        url = self.azure.here(self.body["mediaStreamingOptions"]["transportUrl"])
        return Media(
            await self.azure.session.ws_connect(url, headers=told if headers is None else headers)
        )

    def event(self, kind: str, code: int = 200, subcode: int = 0, id_: str = "e0") -> object:
        """An event about this call, in the form of CloudEvents."""
        about = {
            "callConnectionId": self.id,
            "serverCallId": "s0",
            "correlationId": "c0",
            "operationContext": self.body.get("operationContext"),
            "resultInformation": {"code": code, "subCode": subcode, "message": "words"},
        }
        return {
            "id": id_,
            "source": f"calling/callConnections/{self.id}",
            "type": f"Microsoft.Communication.{kind}",
            "specversion": "1.0",
            "datacontenttype": "application/json",
            "time": "2024-11-15T19:16:12.925Z",
            "data": about,
        }

    async def tells(self, kind: str, code: int = 200, subcode: int = 0) -> int:
        """Tell of an event; returns the status that it is answered with."""
        return await self.posts(json.dumps([self.event(kind, code, subcode)]).encode())

    async def posts(self, body: bytes, headers: dict[str, str] | None = None) -> int:
        """Post this to the call's callback address."""
        signed = {"Authorization": f"Bearer {self.azure.signer.token()}"}
        url = self.azure.here(self.body["callbackUri"])
        sent = signed if headers is None else headers
        async with self.azure.session.post(url, data=body, headers=sent) as response:
            return response.status


@dataclass
class Azure:
    """The server. `faults` are statuses with which it answers what comes next."""

    signer: Signer
    calls: dict[str, Call] = field(default_factory=dict)
    faults: list[int] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    violations: list[str] = field(default_factory=list)
    keys: list[dict[str, Any]] = field(default_factory=list)
    loses_answers: bool = False
    _known: dict[str, str] = field(default_factory=dict)

    async def __aenter__(self) -> Self:
        """Serve."""
        self.keys = self.keys or [self.signer.public()]
        app = web.Application()
        app.router.add_get("/openid", self._openid)
        app.router.add_get("/keys", self._jwks)
        app.router.add_route("*", "/calling/{rest:.*}", self._calling)
        self._server = TestServer(app, host="127.0.0.1")
        await self._server.start_server(shutdown_timeout=0.1)
        self.session = aiohttp.ClientSession()
        return self

    async def __aexit__(self, *_: object) -> None:
        """Close."""
        await self.session.close()
        await self._server.close()

    @property
    def endpoint(self) -> str:
        """The address of the resource."""
        return str(self._server.make_url("")).rstrip("/")

    def reaches(self, there: str) -> None:
        """Say where the practice really is."""
        self._there = there

    def here(self, url: str) -> str:
        """Return where an address of the practice really leads."""
        path = url.removeprefix(BASE_URL).removeprefix(BASE_URL.replace("https", "wss"))
        assert path.startswith("/api/calls/"), url
        return self._there + path

    @property
    def last(self) -> Call:
        """The newest call."""
        return list(self.calls.values())[-1]

    async def _openid(self, _request: web.Request) -> web.Response:
        self.asked.append("openid")
        return web.json_response({"issuer": "x", "jwks_uri": f"{self.endpoint}/keys"})

    async def _jwks(self, _request: web.Request) -> web.Response:
        return web.json_response({"keys": self.keys})

    async def _calling(self, request: web.Request) -> web.Response:
        body = await request.read()
        name = request.match_info["rest"].removeprefix("callConnections")
        self.asked.append(f"{request.method} {name}")
        if not is_signed(request, body):
            return web.json_response({"error": {"code": "Denied", "message": "x"}}, status=401)
        if self.faults:
            error = {"error": {"code": "Fault", "message": f"secret {KEYHOLE}"}}
            return web.json_response(error, status=self.faults.pop(0))
        if request.method == "POST" and not name:
            return self._create(request, json.loads(body))
        call = self.calls.get(name.strip("/").removesuffix(":terminate"))
        if call is None or call.state == "disconnected":
            error = {"error": {"code": "8522", "message": "Call not found."}}
            return web.json_response(error, status=404)
        if name.endswith(":terminate"):
            call.state = "disconnected"
            return web.Response(status=204)
        return web.json_response(self._properties(call))

    def _create(self, request: web.Request, body: dict[str, Any]) -> web.Response:
        if found := flaws(request, body):
            self.violations += found
            return web.json_response({"error": {"code": "8523", "message": "x"}}, status=400)
        request_id = request.headers["Repeatability-Request-ID"]
        if request_id not in self._known:
            id_ = f"call-{len(self.calls) + 1}"
            self.calls[id_] = Call(self, id_, body)
            self._known[request_id] = id_
        if self.loses_answers:
            assert request.transport is not None
            request.transport.abort()
        return web.json_response(self._properties(self.calls[self._known[request_id]]), status=201)

    @staticmethod
    def _properties(call: Call) -> dict[str, Any]:
        return {
            "callConnectionId": call.id,
            "serverCallId": "s0",
            "callConnectionState": call.state,
            "callbackUri": call.body["callbackUri"],
            "correlationId": "c0",
        }


KEYHOLE = "words of Azure's that no log may hold"
