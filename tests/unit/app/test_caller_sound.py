"""Sound from WAV files of all kinds, and from words."""

from __future__ import annotations

import wave
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest

from app.caller_sound import read_wav, sound_of
from core.errors import PracticeError
from core.moods import Mood
from core.speech import seconds_of
from voice_bridge.caller import Step

RATE = 16_000


def written(
    path: Path, frames: bytes, *, rate: int = RATE, channels: int = 1, width: int = 2
) -> Path:
    with wave.open(str(path), "wb") as file:
        file.setnchannels(channels)
        file.setsampwidth(width)
        file.setframerate(rate)
        file.writeframes(frames)
    return path


def tone(rate: int, seconds: float = 1.0, hz: float = 440) -> np.ndarray:
    moments = np.arange(round(rate * seconds)) / rate
    return np.asarray(8000 * np.sin(2 * np.pi * hz * moments), np.int16)


def test_a_file_of_the_calls_own_kind_is_taken_as_it_is(tmp_path: Path) -> None:
    frames = tone(RATE).tobytes()
    assert read_wav(written(tmp_path / "a.wav", frames)) == frames


@pytest.mark.parametrize("rate", [8_000, 22_050, 44_100, 48_000])
def test_another_rate_keeps_length_and_pitch(tmp_path: Path, rate: int) -> None:
    audio = read_wav(written(tmp_path / "a.wav", tone(rate).tobytes(), rate=rate))
    assert seconds_of(audio) == pytest.approx(1.0, abs=0.01)
    spectrum = abs(np.fft.rfft(np.frombuffer(audio, "<i2")))
    assert spectrum.argmax() * RATE / (len(audio) / 2) == pytest.approx(440, abs=3)


def test_of_two_channels_the_mean_is_heard(tmp_path: Path) -> None:
    both = np.array([[1000, 3000], [-32768, -32768], [-1000, 1000]], "<i2")
    audio = read_wav(written(tmp_path / "a.wav", both.tobytes(), channels=2))
    assert np.frombuffer(audio, "<i2").tolist() == [2000, -32768, 0]


def test_a_file_that_was_cut_off_is_heard_as_far_as_it_goes(tmp_path: Path) -> None:
    path = written(tmp_path / "a.wav", tone(RATE).tobytes(), channels=2)
    path.write_bytes(path.read_bytes()[:-5])
    assert 0.49 < seconds_of(read_wav(path)) < 0.5


def _claims(path: Path, frames: int) -> Path:
    """Write a file that says it holds so many frames."""
    written(path, tone(RATE, 0.1).tobytes())
    data = bytearray(path.read_bytes())
    data[40:44] = (frames * 2).to_bytes(4, "little")
    path.write_bytes(data)
    return path


def _odd(tmp_path: Path) -> dict[str, Path]:
    return {
        "8 bits": written(tmp_path / "8.wav", b"\x80" * 100, width=1),
        "24 bits": written(tmp_path / "24.wav", b"\0" * 300, width=3),
        "longer than an hour": _claims(tmp_path / "long.wav", 3601 * RATE),
        "no sound in": written(tmp_path / "none.wav", b""),
        "100 samples a second": written(tmp_path / "slow.wav", b"\0" * 100, rate=100),
        "There is no file": tmp_path / "missing.wav",
        "cannot be read: Is a directory": tmp_path,
    }


@pytest.mark.parametrize(
    "expected",
    [
        "8 bits",
        "24 bits",
        "longer than an hour",
        "no sound in",
        "100 samples a second",
        "There is no file",
        "cannot be read: Is a directory",
    ],
)
def test_a_file_that_is_not_fit_is_told_by_name_with_the_mend(
    tmp_path: Path, expected: str
) -> None:
    path = _odd(tmp_path)[expected]
    with pytest.raises(PracticeError) as caught:
        read_wav(path)
    assert expected in caught.value.sentence
    assert str(path) in caught.value.sentence
    assert caught.value.mend


def test_an_hour_is_not_too_long(tmp_path: Path) -> None:
    assert read_wav(_claims(tmp_path / "hour.wav", 3600 * RATE))


@pytest.mark.parametrize(
    "content", [b"", b"RIFF", b"ID3\x03" * 100, b"RIFF\xff\xff\xff\xffWAVEfmt "]
)
def test_what_is_no_wav_is_told_with_how_to_convert_it(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "song.mp3"
    path.write_bytes(content)
    with pytest.raises(PracticeError, match="is no WAV file") as caught:
        read_wav(path)
    assert caught.value.mend.startswith(f"Convert it: ffmpeg -i {path}")


@dataclass
class Voice:
    """Implements `speech.Synthesiser`: pieces that were made before."""

    pieces: tuple[bytes, ...]

    async def speak(
        self, text: str, *, voice: str, mood: Mood, language: str
    ) -> AsyncIterator[bytes]:
        for piece in self.pieces:
            yield piece


async def test_words_are_spoken_to_their_end() -> None:
    assert await sound_of(Step(say="Hi."), Voice((b"\1\0", b"\2\0"))) == b"\1\0\2\0"


async def test_words_that_make_no_sound_are_told() -> None:
    with pytest.raises(PracticeError, match="“…” makes no sound"):
        await sound_of(Step(say="…"), Voice(()))


async def test_a_file_is_played_and_not_spoken(tmp_path: Path) -> None:
    path = written(tmp_path / "a.wav", b"\5\0" * 10)
    assert await sound_of(Step(play=str(path)), Voice((b"\1\0",))) == b"\5\0" * 10
