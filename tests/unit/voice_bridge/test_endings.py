from __future__ import annotations

import pytest

from voice_bridge.turns.endings import Ending, ending_of


@pytest.mark.parametrize(
    "text",
    [
        "I can see your account and",
        "What I would suggest is that I",
        "The reason why it took so long was",
        "You should get an email within the",
        "I would be happy to but...",
        "It looks to me as if\u2026",
        "So the thing is, um",
        "Let me check whether.",
        "When you called us last week,",
        "I'm going to cancel it, and then I'll",
    ],
)
def test_more_is_to_come(text: str) -> None:
    assert ending_of(text) is Ending.OPEN


@pytest.mark.parametrize(
    "text",
    [
        "So?",
        "Well.",
        "I'm sure it is.",
        "Yes, we can.",
        "Thank you.",
        "Is that your account?",
        "That is what it is for.",
        "I will do that!",
    ],
)
def test_this_may_be_all(text: str) -> None:
    assert ending_of(text) is Ending.CLOSED


@pytest.mark.parametrize("text", ["", "Thank you", "which device are you using"])
def test_nothing_says_either(text: str) -> None:
    assert ending_of(text) is Ending.BARE
