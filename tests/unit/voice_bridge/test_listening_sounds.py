from __future__ import annotations

import pytest

from voice_bridge.turns.listening_sounds import only_listens


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Mhm.",
        "Mm-hmm.",
        "Uh-huh",
        "Yeah, okay.",
        "I see.",
        "Right, right.",
        "...",
        "Oh, I see!",
    ],
)
def test_these_only_listen(text: str) -> None:
    assert only_listens(text)


@pytest.mark.parametrize(
    "text",
    [
        "No.",
        "Wait.",
        "Stop",
        "Hold on",
        "Sorry, what?",
        "Yeah, but I can't do that.",
        "Okay, let me look at that for you",
        "Yes, I have refunded it.",
    ],
)
def test_these_take_the_turn(text: str) -> None:
    assert not only_listens(text)
