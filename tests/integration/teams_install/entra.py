"""A small Entra over TLS: tenants, apps and their secrets, in the form of Microsoft's documents.

Nobody else has confirmed it. What asks it is Microsoft's own library.
"""

from __future__ import annotations

import ssl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from ipaddress import IPv4Address
from pathlib import Path

from aiohttp import web
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

TENANT = "11111111-aaaa-4bbb-8ccc-000000000001"
APP = "22222222-aaaa-4bbb-8ccc-000000000002"
SECRET = "hush~Value.of-a-secret"
TOKEN = "a-token-that-nobody-should-read"
_REFUSED = {
    700016: (400, "unauthorized_client"),
    7000112: (401, "invalid_client"),
    7000215: (401, "invalid_client"),
    7000222: (401, "invalid_client"),
    7000229: (401, "invalid_client"),
    53003: (400, "invalid_grant"),
}


@dataclass
class Entra:
    """Knows one app in one tenant. `code` is an error for every token; `trouble` a status."""

    url: str = ""
    tenants: set[str] = field(default_factory=lambda: {TENANT})
    code: int = 0
    trouble: int = 0
    asked: list[tuple[str, str]] = field(default_factory=list)

    def routes(self) -> list[web.RouteDef]:
        return [
            web.get("/{tenant}/v2.0/.well-known/openid-configuration", self._tenant),
            web.post("/{tenant}/oauth2/v2.0/token", self._token),
        ]

    async def _tenant(self, request: web.Request) -> web.Response:
        tenant = request.match_info["tenant"]
        if tenant not in self.tenants:
            return _refusal(400, "invalid_tenant", 90002)
        base = f"{self.url}/{tenant}/oauth2/v2.0"
        told = {"authorization_endpoint": f"{base}/authorize", "token_endpoint": f"{base}/token"}
        return web.json_response({"issuer": f"{self.url}/{tenant}/v2.0", **told})

    async def _token(self, request: web.Request) -> web.Response:
        form = await request.post()
        self.asked.append((request.match_info["tenant"], str(form["scope"])))
        if self.trouble:
            return web.Response(status=self.trouble)
        if code := self.code or self._wrong(str(form["client_id"]), str(form["client_secret"])):
            status, error = _REFUSED.get(code, (400, "invalid_request"))
            return _refusal(status, error, code)
        token = {"token_type": "Bearer", "expires_in": 3599, "access_token": TOKEN}
        return web.json_response(token)

    def _wrong(self, app: str, secret: str) -> int:
        if app != APP:
            return 700016
        return 0 if secret == SECRET else 7000215


def _refusal(status: int, error: str, code: int) -> web.Response:
    told = f"AADSTS{code}: As Entra words it for {APP}. Trace ID: 0 Correlation ID: 0"
    body = {"error": error, "error_description": told, "error_codes": [code]}
    return web.json_response(body, status=status)


@asynccontextmanager
async def serve_entra(certificate: Path) -> AsyncIterator[Entra]:
    """Serve it while the block runs. `certificate` is a file that certificate() wrote."""
    entra = Entra()
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    async with serve(entra.routes(), context) as port:
        entra.url = f"https://127.0.0.1:{port}"
        yield entra


@asynccontextmanager
async def serve(
    routes: list[web.RouteDef], context: ssl.SSLContext | None = None
) -> AsyncIterator[int]:
    """Serve these routes on this machine while the block runs; yields the port."""
    app = web.Application()
    app.add_routes(routes)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=1)
    await runner.setup()
    try:
        site = web.TCPSite(runner, "127.0.0.1", 0, ssl_context=context)
        await site.start()
        yield runner.addresses[0][1]
    finally:
        await runner.cleanup()


def certificate(path: Path) -> Path:
    """Write a key and its certificate for 127.0.0.1 to this file, good for an hour."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Entra of the tests")])
    now = datetime.now(UTC)
    signed = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(minutes=5))
        .not_valid_after(now + timedelta(hours=1))
        .add_extension(
            x509.SubjectAlternativeName([x509.IPAddress(IPv4Address("127.0.0.1"))]), critical=False
        )
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    plain = serialization.NoEncryption()
    pem = serialization.Encoding.PEM
    private = key.private_bytes(pem, serialization.PrivateFormat.PKCS8, plain)
    path.write_bytes(private + signed.public_bytes(pem))
    return path
