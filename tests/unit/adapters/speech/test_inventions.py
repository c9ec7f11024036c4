from __future__ import annotations

import pytest

from adapters.speech.inventions import hummed, invented


@pytest.mark.parametrize(
    ("text", "no_speech", "score"),
    [
        ("I'm going to do that.", 0.9, -1.8),
        ("I'm going to do that.", 0.6, -0.3),
        ("I don't know.", 0.4, -1.2),
        ("I don't know.", 0.1, -2.2),
        ("Thanks for watching!", 0.1, -0.9),
        ("[Music]", 0.3, -0.4),
        (" . . .", 0.1, -0.2),
        ("", 0.0, 0.0),
    ],
)
def test_what_nobody_said(text: str, no_speech: float, score: float) -> None:
    assert invented(text, no_speech, score)


@pytest.mark.parametrize(
    ("text", "no_speech", "score"),
    [
        ("Yes.", 0.3, -0.95),
        ("Your ticket number is 20417.", 0.1, -0.97),
        ("I don't know.", 0.3, -1.4),
        ("Thank you.", 0.05, -0.4),
        ("Bye.", 0.1, -0.3),
    ],
)
def test_what_somebody_said(text: str, no_speech: float, score: float) -> None:
    assert not invented(text, no_speech, score)


def test_hums() -> None:
    assert all(map(hummed, ("Man.", "M", "Them.", "Uh-huh.", "And make sure.")))
    assert not any(map(hummed, ("Yes.", "Manager", "Make sure of it.", "")))
