"""What is no speech, and what transcribers invent for it."""

from __future__ import annotations

import pytest

from adapters.speech.no_words import is_silent, made_up
from tests.sounds import silence, tone


@pytest.mark.parametrize("sound", [b"", silence(2), tone(0.05), tone(1, level=0.0005)])
def test_too_short_or_too_quiet_for_a_word(sound: bytes) -> None:
    assert is_silent(sound)


@pytest.mark.parametrize(
    "sound", [tone(0.2), tone(1, level=0.01), silence(5) + tone(0.2, level=0.01) + silence(5)]
)
def test_a_quiet_word_is_heard_even_between_silences(sound: bytes) -> None:
    assert not is_silent(sound)


@pytest.mark.parametrize(
    "text", ["", " . ", "[Music]", "(coughs)", "Thank you for watching!", "Subtitles by the team"]
)
def test_what_is_written_under_sound_without_words(text: str) -> None:
    assert made_up(text)


def test_the_hint_given_back_is_nothing_that_was_said() -> None:
    assert made_up("Harbour Desk, Dana Whitfield.", "Harbour Desk, Dana Whitfield")


@pytest.mark.parametrize("text", ["Thank you.", "Dana?", "I'll refund it now.", "You"])
def test_what_people_do_say_is_kept(text: str) -> None:
    assert not made_up(text, "Dana")
