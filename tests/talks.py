"""Calls in the middle, for tests of what reads and words them."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from core.attempt import Call, Speaker, Turn
from core.moods import Mood
from core.rehearsal import EPOCH, new_attempt
from core.scenario import Mode, Scenario


def talk(played: Scenario, *texts: str, told: tuple[str, ...] = ()) -> Call:
    """A call in which customer and trainee took turns, the customer first."""
    attempt = new_attempt(played, seed=0, mode=Mode.CHAT)
    speakers = (Speaker.CUSTOMER, Speaker.TRAINEE)
    turns = tuple(
        Turn(n, speakers[n % 2], text, EPOCH + timedelta(seconds=n), Mood.CALM)
        for n, text in enumerate(texts)
    )
    customer = replace(attempt.customer, told=told)
    return Call(replace(attempt, turns=turns, customer=customer), played)
