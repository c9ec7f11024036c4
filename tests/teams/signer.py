"""Signs requests as Teams does, and in every way in which somebody else might try.

The claims are those of learn.microsoft.com/azure/bot-service/rest-api/
bot-framework-rest-connector-authentication, "Connector to Bot".
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import time
from collections.abc import Callable
from enum import StrEnum
from typing import Any

import jwt
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from jwt.algorithms import RSAAlgorithm

ISSUER = "https://api.botframework.com"
_CLOCKS_MAY_DIFFER_S = 300
_GOOD_FOR_S = 3600
_ENDORSED = {
    "teams": ["msteams"],
    "bare": None,
    "webchat": ["webchat"],
}
"""Which channels a key signs for. The one that is not published has no place here."""


class Flaw(StrEnum):
    """What is wrong with a token."""

    EXPIRED = "expired"
    NOT_YET_VALID = "not yet valid"
    OTHER_AUDIENCE = "for another app"
    NO_AUDIENCE = "for nobody"
    OTHER_ISSUER = "of another issuer"
    OTHER_SERVICE = "for another service address"
    NO_SERVICE = "for no service address"
    UNKNOWN_KEY = "signed with a key that is not published"
    NO_KEY_ID = "names no key"
    WRONG_SIGNATURE = "signed with another key than it names"
    CHANGED = "changed after it was signed"
    NO_ALGORITHM = "not signed: the algorithm is none"
    PUBLIC_KEY_AS_SECRET = "signed by HS256, with the public key as the secret"
    NO_ENDORSEMENT = "signed with a key that endorses no channel"
    OTHER_ENDORSEMENT = "signed with a key that endorses another channel"


_KEY = {
    Flaw.UNKNOWN_KEY: "secret",
    Flaw.NO_ENDORSEMENT: "bare",
    Flaw.OTHER_ENDORSEMENT: "webchat",
}


class Signer:
    """Holds the private keys. `clock` gives the Unix time in seconds."""

    def __init__(self, app: str, clock: Callable[[], float] = time.time) -> None:
        self.app = app
        self._clock = clock
        self._keys = {name: _new_key() for name in (*_ENDORSED, "secret")}

    @property
    def keys(self) -> dict[str, Any]:
        """The public keys, as they are published (JWKS)."""
        return {"keys": [self.public(name) for name in _ENDORSED]}

    def public(self, name: str) -> dict[str, Any]:
        """One public key (JWK): teams, bare, webchat, or secret, which is not published."""
        key = RSAAlgorithm.to_jwk(self._keys[name].public_key(), as_dict=True)
        key = {k: v for k, v in key.items() if k != "key_ops"}
        told = {"kid": name, "use": "sig", "alg": "RS256", **key}
        endorsed = _ENDORSED.get(name, ["msteams"])
        return told if endorsed is None else told | {"endorsements": endorsed}

    def token(self, service_url: str, flaw: Flaw | None = None) -> str:
        """A token for an activity that names this service address."""
        claims, name = self._claims(service_url, flaw), _KEY.get(flaw or Flaw.EXPIRED, "teams")
        header = {"kid": name, "typ": "JWT"}
        if flaw is Flaw.NO_ALGORITHM:
            return _joined({**header, "alg": "none"}, claims) + "."
        if flaw is Flaw.PUBLIC_KEY_AS_SECRET:
            return self._by_secret({**header, "alg": "HS256"}, claims)
        key = self._keys["secret" if flaw is Flaw.WRONG_SIGNATURE else name]
        if flaw is Flaw.NO_KEY_ID:
            header = {"typ": "JWT"}
        signed = jwt.encode(claims, key, algorithm="RS256", headers=header)
        return _changed(signed) if flaw is Flaw.CHANGED else signed

    def named(self, key_id: str, service_url: str) -> str:
        """A good token that names its key so."""
        header = {"kid": key_id, "typ": "JWT"}
        claims = self._claims(service_url, None)
        return jwt.encode(claims, self._keys["teams"], algorithm="RS256", headers=header)

    def _claims(self, service_url: str, flaw: Flaw | None) -> dict[str, Any]:
        now = int(self._clock())
        begins, ends = now, now + _GOOD_FOR_S
        if flaw is Flaw.EXPIRED:
            begins, ends = now - 2 * _GOOD_FOR_S, now - _CLOCKS_MAY_DIFFER_S - 60
        if flaw is Flaw.NOT_YET_VALID:
            begins, ends = now + _CLOCKS_MAY_DIFFER_S + 60, now + 2 * _GOOD_FOR_S
        claims = {
            "iss": "https://example.test" if flaw is Flaw.OTHER_ISSUER else ISSUER,
            "aud": "other-app" if flaw is Flaw.OTHER_AUDIENCE else self.app,
            "serviceurl": service_url,
            "nbf": begins,
            "exp": ends,
        }
        if flaw is Flaw.OTHER_SERVICE:
            claims["serviceurl"] = "https://elsewhere.test/"
        left_out = {Flaw.NO_AUDIENCE: "aud", Flaw.NO_SERVICE: "serviceurl"}.get(
            flaw or Flaw.CHANGED
        )
        return {name: value for name, value in claims.items() if name != left_out}

    def _by_secret(self, header: dict[str, Any], claims: dict[str, Any]) -> str:
        """What a checker takes that lets the token say how it is to be checked."""
        pem = (
            self._keys["teams"]
            .public_key()
            .public_bytes(
                serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
            )
        )
        said = _joined(header, claims)
        return f"{said}.{_part(hmac.new(pem, said.encode(), hashlib.sha256).digest())}"


def _new_key() -> rsa.RSAPrivateKey:
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


def _changed(token: str) -> str:
    """The same token for somebody who wants it to be good for longer."""
    head, body, signature = token.split(".")
    claims = json.loads(base64.urlsafe_b64decode(body + "=" * (-len(body) % 4)))
    claims["exp"] += _GOOD_FOR_S
    return f"{head}.{_part(json.dumps(claims).encode())}.{signature}"


def _joined(header: dict[str, Any], claims: dict[str, Any]) -> str:
    return ".".join(_part(json.dumps(each).encode()) for each in (header, claims))


def _part(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()
