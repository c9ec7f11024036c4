"""The manifest asks for what is used, no less and no more, in the form that Slack takes."""

from __future__ import annotations

import re
from typing import Any

import pytest

from bots.slack.manifest import EVENTS, PURPOSES, SCOPES, manifest
from tests.unit.bots.slack import used

_CODE = re.compile(r"`([a-z:._]+)`")
BASE = "https://practice.example.com"
_HISTORY = {"channels:history", "groups:history", "im:history"}
# What docs.slack.dev/reference/methods says of each: the scopes for the places we use it in.
NEEDED: dict[str, set[str]] = {
    "apps_connections_open": set(),
    "assistant_threads_setStatus": {"chat:write"},
    "auth_test": set(),
    "calls_add": {"calls:write"},
    "calls_end": {"calls:write"},
    "calls_participants_add": {"calls:write"},
    "calls_participants_remove": {"calls:write"},
    "calls_update": {"calls:write"},
    "chat_appendStream": {"chat:write"},
    "chat_delete": {"chat:write"},
    "chat_getPermalink": set(),
    "chat_postEphemeral": {"chat:write"},
    "chat_postMessage": {"chat:write"},
    "chat_startStream": {"chat:write"},
    "chat_stopStream": {"chat:write"},
    "chat_stream": {"chat:write"},
    "chat_update": {"chat:write"},
    "conversations_history": _HISTORY,
    "conversations_info": {"channels:read", "groups:read"},
    "conversations_open": {"im:write"},
    "conversations_replies": _HISTORY,
    "files_upload_v2": {"files:write"},
    "oauth_v2_access": set(),
    "users_info": {"users:read"},
    "users_lookupByEmail": {"users:read.email"},
    "views_open": set(),
    "views_publish": set(),
    "views_push": set(),
    "views_update": set(),
}
# What docs.slack.dev/reference/events says of each.
HEARD: dict[str, set[str]] = {
    "app_home_opened": set(),
    "app_uninstalled": set(),
    "message.channels": {"channels:history"},
    "message.groups": {"groups:history"},
    "message.im": {"im:history"},
    "tokens_revoked": set(),
    "user_huddle_changed": {"users:read"},
}


def _scopes(wanted: dict[str, Any]) -> list[str]:
    scopes: list[str] = wanted["oauth_config"]["scopes"]["bot"]
    return scopes


def test_it_asks_for_just_these_scopes() -> None:
    assert _scopes(manifest(BASE, socket_mode=False)) == [
        "calls:write",
        "channels:history",
        "chat:write",
        "chat:write.customize",
        "commands",
        "files:write",
        "groups:history",
        "im:history",
        "im:write",
        "users:read",
        "users:read.email",
    ]
    assert set(PURPOSES) == set(SCOPES)


@pytest.mark.parametrize("method", sorted(used.methods()))
def test_each_method_has_its_scopes(method: str) -> None:
    assert method in NEEDED, f"look up which scopes {method} needs, and write them down here"
    assert set(SCOPES) >= NEEDED[method]


def test_each_scope_has_a_use() -> None:
    asked: set[str] = set().union(*(NEEDED[method] for method in used.methods()))
    heard: set[str] = set().union(*HEARD.values())
    dressed = {"chat:write.customize"} if used.dressed() else set()
    # The command and the shortcut are features.
    beside = {"commands"}
    assert set(SCOPES) <= asked | heard | dressed | beside


def test_the_documents_name_each_scope() -> None:
    page = (used.SOURCE.parents[1] / "docs" / "slack.md").read_text(encoding="utf-8")
    table = page.partition("| scope | for |")[2].partition("\n\n")[0]
    named = {scope for row in table.splitlines() for scope in _CODE.findall(row[:60])}
    assert named == set(SCOPES)


def test_each_event_has_its_scopes() -> None:
    assert set(EVENTS) == set(HEARD)
    assert set(SCOPES) >= set().union(*HEARD.values())


def test_lines_come_under_the_customers_name_only_with_the_scope_for_it() -> None:
    assert not used.dressed() or "chat:write.customize" in SCOPES


def test_over_http_slack_is_told_one_address() -> None:
    told = manifest(BASE + "/", socket_mode=False)
    settings: Any = told["settings"]
    features: Any = told["features"]
    address = f"{BASE}/slack/events"
    assert settings["event_subscriptions"]["request_url"] == address
    assert settings["interactivity"] == {"is_enabled": True, "request_url": address}
    assert [one["url"] for one in features["slash_commands"]] == [address]
    assert not settings["socket_mode_enabled"]


def test_by_socket_slack_is_told_no_address() -> None:
    told = manifest("", socket_mode=True)
    assert "http" not in str(told)
    assert told["settings"]["socket_mode_enabled"]  # type: ignore[index]  # a tree of plain things


@pytest.mark.parametrize(
    ("socket_mode", "many", "rotates"),
    [(False, True, True), (True, True, False), (False, False, False), (True, False, False)],
)
def test_only_tokens_that_we_keep_are_rotated(
    *, socket_mode: bool, many: bool, rotates: bool
) -> None:
    told: Any = manifest(BASE, socket_mode=socket_mode, many=many)
    assert told["settings"]["token_rotation_enabled"] is rotates
    redirects = [f"{BASE}/slack/oauth_redirect"] if many else []
    assert told["oauth_config"].get("redirect_urls", []) == redirects


@pytest.mark.parametrize(("socket_mode", "many"), [(False, False), (False, True), (True, True)])
def test_without_an_address_slack_could_not_come(*, socket_mode: bool, many: bool) -> None:
    with pytest.raises(ValueError, match="address"):
        manifest("", socket_mode=socket_mode, many=many)


def test_every_text_has_a_length_that_slack_takes() -> None:
    """The figures are those of github.com/slackapi/manifest-schema, version 1.0.0 of the schema."""
    told: Any = manifest(BASE, socket_mode=False)
    shown, features = told["display_information"], told["features"]
    assert len(shown["name"]) <= 35
    assert len(shown["description"]) <= 140
    assert 175 <= len(shown["long_description"]) <= 4000
    assert len(features["bot_user"]["display_name"]) <= 80
    for shortcut in features["shortcuts"]:
        assert len(shortcut["name"]) <= 24
        assert len(shortcut["description"]) <= 150
    for command in features["slash_commands"]:
        assert len(command["command"]) <= 32
        assert len(command["description"]) <= 2000
        assert len(command["usage_hint"]) <= 1000
