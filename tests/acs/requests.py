"""What Call Automation takes: a request's signature and the body of a new call, held strictly.

The signature is as learn.microsoft.com/rest/api/communication/authentication describes it; the
body as the REST reference of Create Call, 2026-03-12, does.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
from typing import Any

from aiohttp import web

KEY = base64.b64encode(b"the key of a resource that lives as long as one test").decode()
_SIGNED = "x-ms-date;host;x-ms-content-sha256"
_STREAMING = {
    "transportType": "websocket",
    "contentType": "audio",
    "audioChannelType": "mixed",
    "startMediaStreaming": True,
    "enableBidirectional": True,
    "enableDtmfTones": False,
    "audioFormat": "pcm16KMono",
}


def is_signed(request: web.Request, body: bytes) -> bool:
    """Whether the request carries the HMAC of the resource's key."""
    digest = base64.b64encode(hashlib.sha256(body).digest()).decode()
    told = request.headers.get("x-ms-content-sha256", "")
    signed = f"{request.headers.get('x-ms-date')};{request.host};{digest}"
    said = f"{request.method}\n{request.raw_path}\n{signed}"
    made = hmac.new(base64.b64decode(KEY), said.encode(), hashlib.sha256).digest()
    signature = base64.b64encode(made).decode()
    wanted = f"HMAC-SHA256 SignedHeaders={_SIGNED}&Signature={signature}"
    return told == digest and request.headers.get("Authorization") == wanted


def flaws(request: web.Request, body: dict[str, Any]) -> list[str]:
    """What is wrong with a request to place a call to somebody in Teams."""
    found = [
        f"no {name}"
        for name in ("Repeatability-Request-ID", "Repeatability-First-Sent")
        if not request.headers.get(name)
    ]
    if not request.query.get("api-version"):
        found.append("no api-version")
    if not str(body.get("callbackUri")).startswith("https://"):
        found.append("callbackUri is no https address")
    streaming = dict(body.get("mediaStreamingOptions") or {})
    if not str(streaming.pop("transportUrl", "")).startswith("wss://"):
        found.append("transportUrl is no wss address")
    if streaming != _STREAMING:
        found.append(f"mediaStreamingOptions are {streaming}")
    [target] = body.get("targets") or [{}]
    if not (target.get("microsoftTeamsUser") or {}).get("userId"):
        found.append("the target is nobody in Teams")
    return found
