"""The process behind the Town."""

from __future__ import annotations

import pytest

from tests.slack.emulated import Emulated
from tests.slack.people import ACME, RESIDENTS


def test_it_knows_everybody_and_where_they_talk() -> None:
    with Emulated(ACME) as emulated:
        assert {each.name for each in RESIDENTS} <= emulated.users.keys()
        assert {"coaches", "team-a", "general"} <= emulated.channels.keys()
        for name in ("alex", "ada"):
            token = ACME.user_token(name)
            assert emulated.ask("auth.test", token)["user_id"] == emulated.users[name]


def test_it_says_what_was_wrong_with_a_call() -> None:
    with Emulated(ACME) as emulated, pytest.raises(RuntimeError, match="channel_not_found"):
        emulated.ask("chat.postMessage", channel="C0", text="x")


def test_nothing_is_left_of_it() -> None:
    emulated = Emulated(ACME).start()
    emulated.stop()
    emulated.stop()

    with pytest.raises(ConnectionRefusedError):
        emulated.ask("auth.test")


def test_it_says_why_it_did_not_start(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SCRIMMAGE_TEST_NODE", "/bin/false")

    with pytest.raises(RuntimeError, match="emulate did not start"):
        Emulated(ACME).start()
