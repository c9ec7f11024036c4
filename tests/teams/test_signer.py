"""The tokens are good or bad as they say, by PyJWT's own judgement."""

from __future__ import annotations

import json
from typing import Any
from urllib.request import urlopen

import jwt
import pytest
from jwt import PyJWK
from jwt.exceptions import PyJWTError

from tests.teams.openid import OpenId
from tests.teams.people import APP
from tests.teams.signer import ISSUER, Flaw, Signer

SERVICE = "https://smba.example/acme/"


class _RefusedError(Exception):
    pass


def _checked(openid: OpenId, token: str) -> dict[str, Any]:
    """What a careful bot makes of a token."""
    published = {key["kid"]: key for key in _read(_read(openid.url)["jwks_uri"])["keys"]}
    key = published.get(jwt.get_unverified_header(token).get("kid", ""))
    if key is None or "msteams" not in key.get("endorsements", []):
        raise _RefusedError("key")
    claims: dict[str, Any] = jwt.decode(
        token,
        PyJWK(key).key,
        algorithms=["RS256"],
        audience=APP,
        issuer=ISSUER,
        leeway=300,
        options={"require": ["exp", "nbf", "aud", "iss"]},
    )
    if claims.get("serviceurl") != SERVICE:
        raise _RefusedError("address")
    return claims


def _read(url: str) -> dict[str, Any]:
    assert url.startswith("http://127.0.0.1:")
    with urlopen(url) as response:  # noqa: S310 - it is our own server
        found: dict[str, Any] = json.load(response)
        return found


def test_a_token_is_good_for_the_app_and_the_address(openid: OpenId, signer: Signer) -> None:
    assert _checked(openid, signer.token(SERVICE))["aud"] == APP


@pytest.mark.parametrize("flaw", Flaw)
def test_a_flaw_makes_a_token_bad(openid: OpenId, signer: Signer, flaw: Flaw) -> None:
    with pytest.raises((_RefusedError, PyJWTError)):
        _checked(openid, signer.token(SERVICE, flaw))


def test_a_signer_of_another_day_makes_tokens_of_that_day(openid: OpenId) -> None:
    old = Signer(APP, clock=lambda: 1_700_000_000)
    claims = jwt.decode(old.token(SERVICE), options={"verify_signature": False})
    assert claims["exp"] == 1_700_003_600


def test_other_keys_take_the_place_of_those_before(signer: Signer) -> None:
    with OpenId(signer) as openid:
        openid.publish({"keys": [signer.public("secret")]})
        assert [k["kid"] for k in _read(_read(openid.url)["jwks_uri"])["keys"]] == ["secret"]
