"""What is wrong with a call from a file is told in a sentence, with exit code 1."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from app.cli import main
from tests.integration.app.placing import SCENARIO, own_scenario


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ((), "Give --audio FILE.wav or --script FILE."),
        (("--audio", "a.wav", "--script", "hi.txt"), "both --audio and --script. Give one"),
        (("--audio", "a.wav"), "There is no file a.wav."),
        (("--audio", "hi.txt"), "hi.txt is no WAV file of plain PCM. Convert it: ffmpeg"),
        (("--script", "a.txt"), "a.txt cannot be read: No such file"),
        (("--script", "empty.txt"), "empty.txt has no lines for the caller."),
        (("--script", "bad.jsonl"), "bad.jsonl:2: say is 3."),
        (("--script", "play.jsonl"), "There is no file gone.wav."),
        (("--script", "latin.txt"), "latin.txt is not UTF-8 text."),
    ],
)
def test_a_mistake_is_one_sentence_before_anything_slow_begins(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    arguments: tuple[str, ...],
    expected: str,
) -> None:
    files = {
        "hi.txt": b"Hi.\n",
        "empty.txt": b" \n",
        "bad.jsonl": b'{"say": "Hi."}\n{"say": 3}\n',
        "play.jsonl": b'{"play": "gone.wav"}',
        "latin.txt": "Grüße".encode("latin-1"),
    }
    for name, content in files.items():
        (tmp_path / name).write_bytes(content)
    monkeypatch.chdir(tmp_path)
    told = _refused(monkeypatch, capsys, "duplicate-charge", *arguments)
    assert expected in told
    assert told.startswith("scrimmage: ")
    assert told.count("\n") == 1


@pytest.mark.parametrize(
    ("scenario", "expected"),
    [
        ("no-such-scenario", 'There is no scenario "no-such-scenario".'),
        ("./nothing.yaml", "nothing.yaml"),
    ],
)
def test_a_scenario_that_is_not_there_is_told(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    scenario: str,
    expected: str,
) -> None:
    (tmp_path / "hi.txt").write_text("Hi.", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert expected in _refused(monkeypatch, capsys, scenario, "--script", "hi.txt")


def _refused(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], *arguments: str
) -> str:
    """Call within this process; what is told as it is refused with exit code 1."""
    monkeypatch.setattr(sys, "argv", ["scrimmage", "call", *arguments])
    with pytest.raises(SystemExit) as refused:
        main()
    told = capsys.readouterr()
    assert (refused.value.code, told.out) == (1, "")
    return told.err


def test_two_files_of_one_name_are_not_taken_for_each_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    own = tmp_path / own_scenario(tmp_path)
    other = own.with_name("a-cake.yaml")
    other.write_text(SCENARIO.replace("where is my cake", "who are you"), encoding="utf-8")
    (tmp_path / "hi.txt").write_text("Hi.", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    told = _refused(monkeypatch, capsys, str(own), "--script", "hi.txt")
    assert told == (
        "scrimmage: Another file beside it is the scenario late-cake too. Rename one of them.\n"
    )
