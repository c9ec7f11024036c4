"""Which of OpenAI's voices a persona has, and how it speaks."""

from __future__ import annotations

import pytest

from adapters.speech.openai_voices import OF_PERSONAS, VOICES, manner, openai_voice
from core.moods import Mood
from scenarios.library import FolderLibrary

PERSONAS = sorted({scenario.persona.voice for scenario in FolderLibrary().all()})


@pytest.mark.parametrize("voice", PERSONAS)
def test_the_librarys_voices_are_matched_by_hand(voice: str) -> None:
    assert OF_PERSONAS[voice] in VOICES


def test_two_kinds_of_voice_are_not_the_same_person() -> None:
    assert openai_voice("warm-low") != openai_voice("soft-high")


def test_a_name_nobody_knows_always_gets_the_same_voice() -> None:
    # Steady over processes too, which Python's own hash is not.
    assert openai_voice("gravelly-old") == "alloy"


def test_openais_own_names_are_kept() -> None:
    assert openai_voice("marin") == "marin"


def test_the_mood_is_in_the_manner() -> None:
    said = {mood: manner("warm-low", mood) for mood in Mood}
    assert len(set(said.values())) == len(Mood)
    assert "angry" in said[Mood.ANGRY]
    assert "warmly" in said[Mood.CALM]
