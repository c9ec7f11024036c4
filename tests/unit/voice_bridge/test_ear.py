"""The ear under networks that stutter: what is late is not lost, and what is lost is silence."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from core.speech import FRAME_BYTES, FRAME_MS
from tests.fakes.coded_speech import Phrasebook, coded_speech
from tests.fakes.speech import silence
from voice_bridge.ear import Ear
from voice_bridge.turns.events import Window

FRAME_S = FRAME_MS / 1000
SAID = "What is the email address?"


def _frames(sound: bytes) -> list[bytes]:
    return [sound[at : at + FRAME_BYTES] for at in range(0, len(sound), FRAME_BYTES)]


def _ear() -> tuple[Ear, Phrasebook]:
    book = Phrasebook()
    return Ear(coded_speech(book), "en", ""), book


async def test_what_comes_late_in_a_burst_is_heard_where_it_was_said() -> None:
    ear, book = _ear()
    for number, frame in enumerate(_frames(silence(1000) + book.sound(SAID) + silence(1000))):
        said_at = (number + 1) * FRAME_S
        ear.take(said_at if not 0.5 < said_at < 2.4 else 2.4, frame)
    assert ear.now == 3.25
    assert await ear.words(2.3, paused=True) == SAID


def _hears_after_a_gap(ear: Ear, sound: bytes, gap_s: float, *, idle: bool) -> list[Window]:
    """Hear a second of silence, nothing for a while, and then this."""
    windows = []
    for number, frame in enumerate(_frames(silence(1000) + sound)):
        at = (number + 1) * FRAME_S
        at = at if at <= 1.0 else at + gap_s
        windows += ear.take(at, frame)
        if idle:
            ear.idle(at)
    return windows


async def test_what_never_comes_is_passed_over_while_nobody_speaks() -> None:
    ear, _ = _ear()
    _hears_after_a_gap(ear, silence(4000), 60.0, idle=True)
    assert ear.now is not None
    assert abs(ear.now - 65.0) < 0.05


async def test_within_a_turn_nothing_is_made_up_for_it() -> None:
    ear, book = _ear()
    windows = _hears_after_a_gap(ear, book.sound(SAID, ms=5000), 2.0, idle=False)
    quiet = [window for window in windows if window.p < 0.5]
    assert len(quiet) * 0.032 < 1.1
    assert ear.now is not None
    assert await ear.words(ear.now, paused=True) == SAID


async def test_more_cannot_be_forgotten_than_there_is() -> None:
    ear, book = _ear()
    for number, frame in enumerate(_frames(silence(1000))):
        ear.take((number + 1) * FRAME_S, frame)
    ear.forget(99.0)
    for number, frame in enumerate(_frames(book.sound(SAID) + silence(500))):
        ear.take(1.0 + (number + 1) * FRAME_S, frame)
    assert await ear.words(2.25, paused=True) == SAID


@given(st.lists(st.floats(0, 3), min_size=5, max_size=60), st.integers(0, 59))
def test_however_sound_comes_its_end_is_never_later_than_now(
    delays: list[float], forgets: int
) -> None:
    ear, _ = _ear()
    at = 0.0
    for number, delay in enumerate(delays):
        at = max(at, (number + 1) * FRAME_S + delay)
        windows = ear.take(at, silence(FRAME_MS))
        assert ear.now is not None
        assert ear.now <= at + 1e-6
        assert all(window.at <= at + 1e-6 for window in windows)
        ear.idle(at)
        assert ear.now <= at + 1e-6
        if number == forgets:
            ear.forget(at + delay)
