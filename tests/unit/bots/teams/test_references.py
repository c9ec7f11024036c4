"""Where a conversation is, there and back."""

from __future__ import annotations

import json

import pytest

from bots.teams.references import Reference, Scope, tenant_of

PERSONAL = {
    "serviceUrl": "https://smba.example/emea/",
    "conversation": {"id": "a:1", "tenantId": "t1", "conversationType": "personal"},
    "recipient": {"id": "28:app", "name": "Scrimmage"},
}
THREAD = {
    "serviceUrl": "https://smba.example/emea/",
    "conversation": {"id": "19:c@thread.tacv2;messageid=17", "conversationType": "channel"},
    "channelData": {"tenant": {"id": "t1"}},
    "recipient": {"id": "28:app"},
}


def test_a_reference_survives_being_kept() -> None:
    found = Reference.of(PERSONAL)
    assert Reference.read(found.as_json()) == found
    kept = json.loads(found.as_json())
    assert kept["conversation"]["tenantId"] == "t1"
    assert kept["serviceUrl"] == "https://smba.example/emea/"


def test_a_thread_knows_its_channel_and_its_first_message() -> None:
    found = Reference.of(THREAD)
    assert (found.scope, found.channel, found.root) == (Scope.CHANNEL, "19:c@thread.tacv2", "17")
    assert found.thread("18").conversation == "19:c@thread.tacv2;messageid=18"
    assert found.tenant == "t1"


@pytest.mark.parametrize(
    ("conversation", "scope"),
    [
        ({"id": "19:c@thread.tacv2"}, Scope.CHANNEL),
        ({"id": "19:g@thread.v2", "isGroup": True}, Scope.GROUP),
        ({"id": "a:1"}, Scope.PERSONAL),
    ],
)
def test_what_teams_does_not_say_the_id_does(conversation: dict[str, str], scope: Scope) -> None:
    assert Reference.of({**PERSONAL, "conversation": conversation}).scope is scope


def test_an_activity_without_a_tenant_has_none() -> None:
    assert tenant_of({"conversation": {"id": "a:1"}}) == ""
