"""Who is let in: tokens that are Teams', and in no other way good."""

from __future__ import annotations

import json

import pytest

from tests.teams.openid import OpenId
from tests.teams.people import ACME
from tests.teams.signer import Flaw, Signer
from tests.teams_guest import Guest
from tests.teams_house import TeamsHouse

HELLO = "I see both payments here."


@pytest.fixture
async def tia(house: TeamsHouse) -> Guest:
    await house.staff()
    guest = house.guest("tia")
    await guest.starts()
    return guest


@pytest.mark.parametrize("flaw", Flaw)
async def test_a_token_with_a_flaw_is_refused_and_nothing_is_said(tia: Guest, flaw: Flaw) -> None:
    caller, shown = tia.house.process.caller, len(tia.posts())
    answer = await caller.send(tia.teller.message(tia.person, HELLO), flaw)
    await tia.house.idle()
    assert answer.status == 401
    assert "Traceback" not in answer.text
    assert len(tia.posts()) == shown


@pytest.mark.parametrize("token", ["", "x", "a.b", "a.b.c", "é" * 40, "e30.e30.e30", "A" * 9000])
async def test_what_is_no_token_at_all_is_refused(tia: Guest, token: str) -> None:
    activity = tia.teller.message(tia.person, HELLO)
    body = json.dumps(activity).encode()
    header = {"Authorization": f"Bearer {token}"} if token else {}
    assert (await tia.house.process.caller.post(body, header)).status in {400, 401}


@pytest.mark.parametrize("header", ["Bearer", "Basic x", "bearer {}", "Bearer {} x", "{}"])
async def test_another_scheme_is_refused(tia: Guest, signer: Signer, header: str) -> None:
    activity = tia.teller.message(tia.person, HELLO)
    token = signer.token(str(activity["serviceUrl"]))
    told = {"Authorization": header.format(token)}
    answer = await tia.house.process.caller.post(json.dumps(activity).encode(), told)
    assert answer.status == 401


@pytest.mark.parametrize("channel", ["webchat", "directline", "emulator", ""])
async def test_another_channel_of_the_same_bot_is_refused(tia: Guest, channel: str) -> None:
    activity = tia.teller.message(tia.person, HELLO) | {"channelId": channel}
    assert (await tia.house.process.caller.send(activity)).status == 401


async def test_a_tenant_that_is_not_served_is_refused(tia: Guest) -> None:
    activity = tia.teller.message(tia.person, HELLO)
    for tenant in ("44444444-aaaa-4bbb-8ccc-000000000004", ""):
        activity["conversation"] = {**activity["conversation"], "tenantId": tenant}
        activity["channelData"] = {"tenant": {"id": tenant}}
        assert (await tia.house.process.caller.send(activity)).status == 403


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b'"message"',
        b"{}",
        b'{"type": "message"}',
        b"[" * 100_000,
        b"\xff\xfe",
    ],
)
async def test_what_is_no_activity_is_told_so(tia: Guest, signer: Signer, body: bytes) -> None:
    token = signer.token(tia.house.town.service_url(ACME))
    answer = await tia.house.process.caller.post(body, {"Authorization": f"Bearer {token}"})
    assert answer.status in {400, 401}
    assert "Traceback" not in answer.text


@pytest.mark.parametrize("field", ["from", "recipient", "conversation", "serviceUrl"])
@pytest.mark.parametrize("value", [None, "x", 7, [], {}])
async def test_an_activity_of_an_odd_shape_is_refused(
    tia: Guest, signer: Signer, field: str, value: object
) -> None:
    activity = tia.teller.message(tia.person, HELLO) | {field: value}
    token = signer.token(tia.house.town.service_url(ACME))
    answer = await tia.house.process.caller.send(activity, token=token)
    await tia.house.idle()
    assert answer.status in {400, 401, 403}
    [attempt] = await tia.house.attempts()
    assert len(attempt.turns) == 1


async def test_a_body_that_is_too_large_is_refused(tia: Guest, signer: Signer) -> None:
    token = signer.token(tia.house.town.service_url(ACME))
    caller = tia.house.process.caller
    header = {"Authorization": f"Bearer {token}"}
    parts = [b'{"type": "', *[b"x" * 500_000] * 5, b'"}']
    assert (await caller.stream(parts, header)).status == 413


async def test_a_key_that_teams_begins_to_use_is_found_and_one_it_dropped_is_not(
    tia: Guest, openid: OpenId, signer: Signer
) -> None:
    activity = tia.teller.message(tia.person, HELLO)
    caller, other = tia.house.process.caller, Signer(signer.app)
    assert (await caller.send(activity)).status == 200
    renamed = {**other.public("teams"), "kid": "new"}
    openid.publish({"keys": [*signer.keys["keys"], renamed]})
    token = other.named("new", str(activity["serviceUrl"]))
    try:
        # Not asked for anew at once: whoever names keys at random must not make us ask.
        assert (await caller.send(activity, token=token)).status == 401
        tia.house.clock.passes(301)
        assert (await caller.send(activity, token=token)).status == 200
    finally:
        openid.publish(signer.keys)
    tia.house.clock.passes(86_401)
    assert (await caller.send(activity, token=token)).status == 401


async def test_without_keys_nobody_is_let_in_and_teams_may_come_again(
    house: TeamsHouse, openid: OpenId, signer: Signer
) -> None:
    tia = house.guest("tia")
    openid.publish({"nothing": []})
    try:
        assert (await house.process.caller.send(tia.teller.installed(tia.person))).status == 503
    finally:
        openid.publish(signer.keys)
    house.clock.passes(301)
    assert (await house.process.caller.send(tia.teller.installed(tia.person))).status == 200
