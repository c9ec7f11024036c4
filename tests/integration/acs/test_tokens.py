"""Who is let in at the two addresses: Azure, for our resource, about a ring of ours."""

from __future__ import annotations

import json
from typing import Any

import aiohttp
import pytest

from tests.acs.azure import BASE_URL
from tests.acs.exchange import Exchange
from tests.acs.signer import GOOD_FOR_S, Flaw
from voice_bridge.teams_call.legs import State
from voice_bridge.teams_call.links import GOOD_FOR, Links, Ring


async def _state(here: Exchange) -> State:
    leg = await here.legs.find("at1")
    assert leg is not None
    return leg.state


async def _refused(here: Exchange, headers: dict[str, str]) -> None:
    """Both addresses answer 401 to these headers, and nothing moves."""
    call = here.azure.last
    body = json.dumps([call.event("CallConnected")]).encode()
    assert await call.posts(body, headers) == 401
    with pytest.raises(aiohttp.WSServerHandshakeError) as refused:
        await call.opens(headers={**headers, "x-ms-call-connection-id": call.id})
    assert refused.value.status == 401
    assert await _state(here) is State.RINGING


@pytest.mark.parametrize("flaw", Flaw)
async def test_a_token_with_a_flaw_is_refused(here: Exchange, flaw: Flaw) -> None:
    await here.rings()
    await _refused(here, {"Authorization": f"Bearer {here.azure.signer.token(flaw)}"})


async def test_what_is_no_token_is_refused(here: Exchange) -> None:
    await here.rings()
    good = here.azure.signer.token()
    await _refused(here, {})
    for told in (
        "",
        "Bearer",
        f"Basic {good}",
        good,
        "Bearer x",
        "Bearer a.b.c",
        f"Bearer {good} x",
    ):
        await _refused(here, {"Authorization": told})
    # Longer than that, and the server refuses the headers as a whole.
    for token in ("e30.e30.e30", "é", "A" * 8000):
        await _refused(here, {"Authorization": f"Bearer {token}"})


async def test_a_token_is_good_for_its_time_and_a_minute(here: Exchange) -> None:
    await here.rings()
    signed = {"Authorization": f"Bearer {here.azure.signer.token()}"}
    body = json.dumps([here.azure.last.event("Unknown")]).encode()
    here.clock.passes(GOOD_FOR_S + 59)
    assert await here.azure.last.posts(body, signed) == 200
    here.clock.passes(1)
    assert await here.azure.last.posts(body, signed) == 401


async def test_an_address_that_is_not_ours_is_refused(here: Exchange) -> None:
    await here.rings()
    call, ring = here.azure.last, Ring("w", "at1", "p", 1)
    for url in (
        Links(BASE_URL, "another secret", here.clock).events(ring),
        f"{BASE_URL}/api/calls/events/x",
        call.body["callbackUri"] + "x",
    ):
        call.body["callbackUri"] = url
        assert await call.tells("CallConnected") == 401
    assert await _state(here) is State.RINGING


async def test_an_address_is_good_for_some_hours(here: Exchange) -> None:
    await here.rings()
    here.clock.passes(GOOD_FOR.total_seconds() + 1)
    assert await here.azure.last.tells("CallConnected") == 401


@pytest.mark.parametrize("connection", ["", "call-9"])
async def test_a_socket_for_another_call_is_refused(here: Exchange, connection: str) -> None:
    await here.rings()
    signed = {"Authorization": f"Bearer {here.azure.signer.token()}"}
    with pytest.raises(aiohttp.WSServerHandshakeError) as refused:
        await here.azure.last.opens(headers={**signed, "x-ms-call-connection-id": connection})
    assert refused.value.status == 401


async def test_a_key_that_azure_begins_to_use_is_found_and_one_it_dropped_is_not(
    here: Exchange,
) -> None:
    await here.rings()
    call, signer = here.azure.last, here.azure.signer
    body = json.dumps([call.event("Unknown")]).encode()
    assert await call.posts(body) == 200
    here.azure.keys = [signer.public(), signer.public(kid="new")]

    async def answer() -> int:
        return await call.posts(body, {"Authorization": f"Bearer {signer.token(kid='new')}"})

    # Not asked for anew at once: whoever names keys at random must not make us ask.
    assert [await answer(), await answer()] == [401, 401]
    assert here.azure.asked.count("openid") == 1
    here.clock.passes(301)
    assert await answer() == 200
    here.azure.keys = [signer.public(kid="other")]
    here.clock.passes(3600)
    assert await answer() == 200
    here.clock.passes(86_401)
    assert await call.tells("Unknown") == 401


async def test_without_keys_nobody_is_let_in_and_azure_may_come_again(here: Exchange) -> None:
    await here.rings()
    nothing: tuple[Any, ...] = (["x"], [{"kid": "one"}], [{"kty": "RSA", "kid": "one"}], None)
    for keys in nothing:
        here.azure.keys = keys
        assert await here.azure.last.tells("CallConnected") == 503
        here.clock.passes(301)
    here.azure.keys = [here.azure.signer.public()]
    assert await here.azure.last.tells("CallConnected") == 200
