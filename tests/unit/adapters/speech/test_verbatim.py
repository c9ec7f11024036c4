"""Telling a line that is read out from one that is answered."""

from __future__ import annotations

import pytest

from adapters.speech.realtime.verbatim import Following

SPELT = (
    "I've called twice about the forty-two dollars ninety-nine, and nobody at pat at example dot "
    "com ever wrote back to me."
)
LINE = "I've called twice about the $42.99, and nobody at pat@example.com ever wrote back to me."


def follows(line: str, heard: str) -> bool:
    """Whether it is the line at every point, and at the end."""
    following = Following(line)
    return all(following.hears(letter) for letter in heard) and following.complete


@pytest.mark.parametrize(
    "heard",
    [
        LINE,
        LINE.replace("'", "’").upper(),
        SPELT,
        LINE.replace("wrote back", "wrote it back"),
    ],
)
def test_the_line_however_it_is_written(heard: str) -> None:
    assert follows(LINE, heard)


@pytest.mark.parametrize(
    "heard",
    [
        "",
        "I've called twice",
        f"Sure! {LINE}",
        f"{LINE} Is there anything else I can help you with today, perhaps?",
        "I'm sorry to hear that you called twice. Let me look into it.",
    ],
)
def test_something_else(heard: str) -> None:
    assert not follows(LINE, heard)


def test_a_preface_is_noticed_with_its_first_word() -> None:
    following = Following(LINE)
    assert following.hears("Sure")
    assert not following.begun
    assert not following.hears(", ")


def test_a_line_of_figures_alone_can_be_said() -> None:
    assert follows("42.99!", "Forty-two ninety-nine.")
