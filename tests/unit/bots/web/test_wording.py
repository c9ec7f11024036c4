"""What only a page needs to write."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bots.web import wording


@pytest.mark.parametrize(
    ("name", "letters"), [("Dana Whitfield", "DW"), ("Dana", "D"), ("A B C", "AC"), ("", "")]
)
def test_initials(name: str, letters: str) -> None:
    assert wording.initials(name) == letters


def test_a_name_keeps_its_colour() -> None:
    assert wording.hue("Dana Whitfield") == wording.hue("Dana Whitfield")
    assert 0 <= wording.hue("Dana") < 8


def test_moments_are_counted_as_the_browser_does() -> None:
    assert wording.millis(datetime(1970, 1, 1, 0, 0, 1, tzinfo=UTC)) == "1000"
    assert wording.millis(None) == ""
