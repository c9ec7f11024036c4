"""The tape of a call: where sounds come to stand, and what outlives what."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from structlog.testing import capture_logs

from core.speech import FRAME_BYTES, RATE
from tests.records import NOON
from tests.sounds import after, heard, sides, silence, tone
from voice_bridge import tape as tapes
from voice_bridge.tape import FRAME, Tape

Take = Callable[[float, bytes], None]


@pytest.fixture
def spool(tmp_path: Path) -> Path:
    return tmp_path / "spools" / "call.pcm"


def frames(take: Callable[[float, bytes], None], at: float, audio: bytes) -> None:
    """Bring a sound as it comes over the wire: in frames of 20 ms, each at its time."""
    for place in range(0, len(audio), FRAME_BYTES):
        take(at + place / (2 * RATE), audio[place : place + FRAME_BYTES])


def by(tape: Tape) -> tuple[Take, Take]:
    """The two sides of a tape, by seconds since the start."""
    return (
        lambda at, audio: tape.trainee(after(NOON, at), audio),
        lambda at, audio: tape.customer(after(NOON, at), audio),
    )


def test_each_side_stands_at_its_time_and_gaps_are_silent(spool: Path) -> None:
    tape = Tape(spool, NOON)
    trainee, customer = by(tape)
    customer(0.5, tone(1))
    frames(trainee, 2, tone(0.7))
    # The customer's is told of after the fact: it is older than what the trainee said.
    customer(1.8, tone(0.4))
    frames(trainee, 5, tone(1))
    tape.close()

    left, right = sides(spool)

    assert heard(left) == [(2.0, 2.7), (5.0, 6.0)]
    assert heard(right) == [(0.5, 1.5), (1.8, 2.2)]
    assert spool.stat().st_size == 6 * RATE * FRAME


def test_what_one_says_is_bit_for_bit_on_its_side(spool: Path) -> None:
    tape = Tape(spool, NOON)
    trainee, customer = by(tape)
    customer(0, tone(2, loud=20_000))
    frames(trainee, 0, tone(2, loud=3_000))
    tape.close()

    left, right = sides(spool)

    assert left.tobytes() == tone(2, loud=3_000)
    assert right.tobytes() == tone(2, loud=20_000)


def test_frames_that_come_early_or_late_make_no_gap(spool: Path) -> None:
    tape = Tape(spool, NOON)
    trainee, _ = by(tape)
    jitter = random.Random(7)  # noqa: S311 - the same jitter each time
    sound = tone(4)
    frames(lambda at, audio: trainee(at + jitter.uniform(0, 0.1), audio), 1, sound)
    tape.close()

    left, _ = sides(spool)
    begins = int(np.flatnonzero(left)[0]) - 1

    assert left[begins:].tobytes() == sound


def test_a_burst_that_was_held_up_loses_no_word_and_comes_back_to_time(spool: Path) -> None:
    tape = Tape(spool, NOON)
    trainee, _ = by(tape)
    # Half a second of speech, a second that hangs and then comes at once, and a pause.
    frames(trainee, 0, tone(0.5))
    frames(lambda _at, audio: trainee(1.5, audio), 0, tone(1))
    frames(trainee, 1.5, silence(3))
    frames(trainee, 4.5, tone(1))
    tape.close()

    left, _ = sides(spool)

    assert heard(left)[0] == (0.0, 0.5)
    assert heard(left)[1] == pytest.approx((1.5, 2.5))
    assert heard(left)[2] == pytest.approx((4.5, 5.5), abs=0.07)


def test_sound_that_was_lost_is_made_up_for_in_the_next_pause(spool: Path) -> None:
    tape = Tape(spool, NOON)
    trainee, _ = by(tape)
    frames(trainee, 0, tone(1))
    frames(trainee, 1.4, tone(1) + silence(1) + tone(1))
    tape.close()

    left, _ = sides(spool)

    assert heard(left)[0] == (0.0, 2.0)
    assert heard(left)[1] == pytest.approx((3.4, 4.4), abs=0.07)


def test_after_the_line_was_lost_it_goes_on_at_its_time(spool: Path) -> None:
    tape = Tape(spool, NOON)
    trainee, _ = by(tape)
    frames(trainee, 0, tone(1))
    frames(trainee, 31, tone(1))
    tape.close()
    assert heard(sides(spool)[0]) == [(0.0, 1.0), (31.0, 32.0)]


def test_a_clock_that_is_set_back_moves_both_sides_together(spool: Path) -> None:
    tape = Tape(spool, NOON)
    trainee, customer = by(tape)
    frames(trainee, 60, tone(1))
    frames(trainee, -3600 + 61, tone(1))
    customer(-3600 + 63, tone(1))
    tape.close()

    left, right = sides(spool)

    assert heard(left) == [(60.0, 62.0)]
    assert heard(right) == [(63.0, 64.0)]


def test_a_process_that_dies_loses_less_than_a_second_and_the_next_goes_on(spool: Path) -> None:
    dies = Tape(spool, NOON)
    trainee, customer = by(dies)
    frames(trainee, 0, tone(10))
    customer(8, tone(1.9))

    # It was never closed.
    assert sides(spool)[0].size >= 9 * RATE
    trainee, customer = by(goes_on := Tape(spool, NOON))
    frames(trainee, 12, tone(1))
    goes_on.close()

    left, right = sides(spool)
    assert heard(left) == [(0.0, 10.0), (12.0, 13.0)]
    assert heard(right) == [(8.0, 9.9)]


def test_a_call_of_many_hours_does_not_fill_the_disk(
    spool: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tapes, "LONGEST_S", 3)
    tape = Tape(spool, NOON)
    trainee, customer = by(tape)
    frames(trainee, 1, tone(9))
    customer(2.5, tone(9))
    customer(10_000, tone(1))
    tape.close()
    assert spool.stat().st_size == 3 * RATE * FRAME


def test_half_a_sample_is_left_out(spool: Path) -> None:
    tape = Tape(spool, NOON)
    trainee, _ = by(tape)
    trainee(0, tone(1) + b"x")
    trainee(1, b"x")
    tape.close()
    assert sides(spool)[0].tobytes() == tone(1)


def test_a_disk_that_fails_ends_the_recording_and_not_the_call(tmp_path: Path) -> None:
    file = tmp_path / "no folder"
    file.write_text("")
    with capture_logs() as logs:
        tape = Tape(file / "call.pcm", NOON)
        trainee, customer = by(tape)
        trainee(0, tone(1))
        customer(1, tone(1))
        tape.close()
        tape.close()
    assert [entry["event"] for entry in logs] == ["tape.failed"]


def test_a_disk_that_fills_up_is_told_once(spool: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_file: int, _sound: bytes, _offset: int) -> int:
        raise OSError(28, "No space left on device")

    tape = Tape(spool, NOON)
    trainee, _ = by(tape)
    monkeypatch.setattr("os.pwrite", full)
    with capture_logs() as logs:
        for second in range(3):
            trainee(second, tone(1))
        tape.close()
    assert logs == [
        {"event": "tape.failed", "error": "No space left on device", "log_level": "warning"}
    ]
