"""Questions that want a fact, and those that do not."""

from __future__ import annotations

import pytest

from adapters.models.embedded.questions import is_courtesy, proposes, wants_a_fact


@pytest.mark.parametrize(
    "text",
    [
        "How can I help?",
        "how may we help you today",
        "What can I do for you?",
        "How are you doing, Priya?",
        "How are things going over there?",
        "How's your week?",
        "Is there anything else?",
        "Anything else I can do, Margaret?",
        "may I ask a few questions?",
        "Could I just check something?",
        "whats the problem",
        "Is now a good time?",
    ],
)
def test_courtesies(text: str) -> None:
    assert is_courtesy(text)
    assert not wants_a_fact(text)


@pytest.mark.parametrize(
    "text",
    [
        "Dr Mensah has 11:40 or 15:20, which suits you?",
        "Do you want me to refund the second charge?",
        "Shall I send it by courier?",
        "Would you rather have the money back?",
        "How does that sound?",
    ],
)
def test_proposals(text: str) -> None:
    assert proposes(text)
    assert not wants_a_fact(text)


@pytest.mark.parametrize(
    "text",
    [
        "Can I ask what made you look elsewhere?",
        "Why do you want to leave?",
        "What would matter most to you next year?",
        "What do you need from us?",
        "Could you tell me a bit more about it?",
    ],
)
def test_invitations_to_talk(text: str) -> None:
    assert not wants_a_fact(text)


@pytest.mark.parametrize(
    "text",
    [
        "How old is your cat?",
        "What was the reference of that call?",
        "Which branch did you visit?",
        "Do you have a second card?",
        "When did you buy it?",
        "Is it the blue one?",
        "How many people work there?",
    ],
)
def test_questions_that_want_a_fact(text: str) -> None:
    assert wants_a_fact(text)
