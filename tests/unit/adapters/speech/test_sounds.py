from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from adapters.models.weights import checked
from adapters.speech.edges import LEAD_S, TAIL_S, trimmed
from adapters.speech.embedded import available
from adapters.speech.pieces import LONGEST_S, pieces
from adapters.speech.repeats import Repeats
from adapters.speech.sound import pcm, samples
from adapters.speech.voices import VOICES, voice_named
from core.errors import ProviderError
from core.speech import RATE
from scenarios.library import FolderLibrary
from tests.speech_clips import white


def test_samples_come_back_as_they_were() -> None:
    audio = np.array([0, 1, -1, 32767, -32768], "<i2").tobytes()
    assert pcm(samples(audio)) == audio


def test_what_is_too_loud_is_cut_off_and_does_not_turn_over() -> None:
    loud = np.array([2.0, -2.0], np.float32)
    assert np.frombuffer(pcm(loud), "<i2").tolist() == [32767, -32768]


def test_silence_around_a_clause_is_trimmed_and_its_ends_are_faded() -> None:
    tone = white(RATE // 2, 0.3)
    sound = np.concatenate([np.zeros(RATE, np.float32), tone, np.zeros(RATE, np.float32)])
    cut = trimmed(sound)
    assert len(cut) == pytest.approx(len(tone) + (LEAD_S + TAIL_S) * RATE, abs=RATE // 50)
    assert cut[0] == cut[-1] == 0
    assert len(trimmed(np.zeros(RATE, np.float32))) == 0
    assert len(trimmed(np.zeros(0, np.float32))) == 0


def test_a_clause_without_silence_is_faded_all_the_same() -> None:
    cut = trimmed(white(RATE, 0.3))
    assert abs(cut[0]) == abs(cut[-1]) == 0


def test_a_long_sound_is_cut_where_it_is_quiet() -> None:
    sound = white(70 * RATE, 0.1)
    pauses = [20 * RATE, 41 * RATE]
    for at in pauses:
        sound[at : at + RATE // 2] = 0
    parts = list(pieces(sound))
    assert np.array_equal(np.concatenate(parts), sound)
    assert all(len(part) <= LONGEST_S * RATE for part in parts)
    cuts = np.cumsum([len(part) for part in parts])
    assert all(any(at <= cut <= at + RATE // 2 for cut in cuts) for at in pauses)


def test_a_short_sound_is_one_piece() -> None:
    sound = white(RATE, 0.1)
    assert [len(part) for part in pieces(sound)] == [RATE]


def test_what_was_not_used_for_longest_is_let_go() -> None:
    repeats = Repeats(most=10)
    repeats.keep("a", b"1234")
    repeats.keep("b", b"1234")
    assert repeats.find("a") == b"1234"
    repeats.keep("c", b"1234")
    assert repeats.find("b") is None
    assert repeats.find("a") == repeats.find("c") == b"1234"
    repeats.keep("a", b"12345678901")
    assert repeats.find("a") is None


def test_every_persona_of_the_library_has_a_voice_of_its_own() -> None:
    named = {scenario.persona.voice for scenario in FolderLibrary().all()}
    assert named <= VOICES.keys()
    assert len(set(VOICES.values())) == len(VOICES)


def test_an_unknown_voice_is_always_the_same_known_one() -> None:
    assert voice_named("gruff-troll") is voice_named("gruff-troll")
    assert voice_named("gruff-troll") in VOICES.values()
    assert voice_named(" Warm-Low ") is VOICES["warm-low"]
    assert len({voice_named(f"voice {n}") for n in range(50)}) > 5


def test_weights_are_taken_only_as_they_were_checked(tmp_path: Path) -> None:
    file = tmp_path / "model.bin"
    file.write_bytes(b"abc")
    digest = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    assert checked(file, digest, "its-package") == file
    file.write_bytes(b"abd")
    with pytest.raises(ProviderError, match="reinstall its-package") as caught:
        checked(file, digest, "its-package")
    assert not caught.value.retryable
    with pytest.raises(ProviderError, match="cannot be read: reinstall its-package"):
        checked(tmp_path / "none", digest, "its-package")


def test_what_is_missing_is_named_with_the_mend(monkeypatch: pytest.MonkeyPatch) -> None:
    assert available() == ""
    here = {"piper", "soxr", "pipecat"}
    monkeypatch.setattr("adapters.speech.embedded._installed", lambda name: name in here)
    assert "faster-whisper" in available()
    assert "piper-tts" not in available()
    assert available().endswith("pip install 'scrimmage[voice]'.")
    monkeypatch.setattr("adapters.speech.embedded._installed", lambda name: name != "pipecat")
    assert "--no-deps pipecat-ai==1.14.0" in available()
