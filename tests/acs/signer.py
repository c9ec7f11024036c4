"""Signs requests as Call Automation does, and in every way in which somebody else might try.

The claims are those of learn.microsoft.com/azure/communication-services/how-tos/call-automation/
secure-webhook-endpoint.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
from collections.abc import Callable
from enum import StrEnum
from typing import Any

import jwt
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from jwt.algorithms import RSAAlgorithm

ISSUER = "https://acscallautomation.communication.azure.com"
RESOURCE = "0acc0acc-1111-4222-8333-000000000001"
GOOD_FOR_S = 300


class Flaw(StrEnum):
    """What is wrong with a token."""

    EXPIRED = "expired"
    NOT_YET_VALID = "not yet valid"
    NO_EXPIRY = "good for ever"
    ODD_EXPIRY = "expires at no number"
    OTHER_RESOURCE = "for another resource"
    NO_AUDIENCE = "for nobody"
    OTHER_ISSUER = "of another issuer"
    BOT_FRAMEWORK = "of the Bot Framework, for our bot"
    UNKNOWN_KEY = "signed with a key that is not published"
    NO_KEY_ID = "names no key"
    WRONG_SIGNATURE = "signed with another key than it names"
    NO_ALGORITHM = "not signed: the algorithm is none"
    PUBLIC_KEY_AS_SECRET = "signed by HS256, with the public key as the secret"


class Signer:
    """Holds the private keys; `clock` gives the Unix time."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self.clock = clock
        self._keys = {name: _new_key() for name in ("one", "secret")}

    def public(self, name: str = "one", kid: str = "") -> dict[str, Any]:
        """A public key (JWK), under its own name or another."""
        key = RSAAlgorithm.to_jwk(self._keys[name].public_key(), as_dict=True)
        return {k: v for k, v in key.items() if k != "key_ops"} | {"kid": kid or name, "use": "sig"}

    def token(self, flaw: Flaw | None = None, kid: str = "") -> str:
        """A token for our resource."""
        claims = self._claims(flaw)
        secret = flaw in {Flaw.UNKNOWN_KEY, Flaw.WRONG_SIGNATURE}
        header = {"kid": kid or ("secret" if flaw is Flaw.UNKNOWN_KEY else "one"), "typ": "JWT"}
        if flaw is Flaw.NO_KEY_ID:
            header = {"typ": "JWT"}
        if flaw is Flaw.NO_ALGORITHM:
            return _joined({**header, "alg": "none"}, claims) + "."
        if flaw is Flaw.PUBLIC_KEY_AS_SECRET:
            said = _joined({**header, "alg": "HS256"}, claims)
            return f"{said}.{_part(hmac.new(self._pem(), said.encode(), hashlib.sha256).digest())}"
        key = self._keys["secret" if secret else "one"]
        return jwt.encode(claims, key, algorithm="RS256", headers=header)

    def _claims(self, flaw: Flaw | None) -> dict[str, Any]:
        now = int(self.clock())
        claims: dict[str, Any] = {
            "iss": ISSUER,
            "aud": RESOURCE,
            "iat": now,
            "nbf": now,
            "exp": now + GOOD_FOR_S,
        }
        changed: dict[Flaw | None, dict[str, Any]] = {
            Flaw.EXPIRED: {"nbf": now - 3600, "exp": now - 61},
            Flaw.NOT_YET_VALID: {"nbf": now + 120},
            Flaw.ODD_EXPIRY: {"exp": "soon"},
            Flaw.OTHER_RESOURCE: {"aud": "0acc0acc-1111-4222-8333-000000000002"},
            Flaw.OTHER_ISSUER: {"iss": "https://azure.example"},
            Flaw.BOT_FRAMEWORK: {"iss": "https://api.botframework.com"},
        }
        claims |= changed.get(flaw, {})
        left_out = {Flaw.NO_EXPIRY: "exp", Flaw.NO_AUDIENCE: "aud"}.get(flaw or Flaw.EXPIRED)
        return {name: value for name, value in claims.items() if name != left_out}

    def _pem(self) -> bytes:
        public = self._keys["one"].public_key()
        form = serialization.PublicFormat.SubjectPublicKeyInfo
        return public.public_bytes(serialization.Encoding.PEM, form)


def _new_key() -> rsa.RSAPrivateKey:
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


def _joined(header: dict[str, Any], claims: dict[str, Any]) -> str:
    return ".".join(_part(json.dumps(each).encode()) for each in (header, claims))


def _part(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()
