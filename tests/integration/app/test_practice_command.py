"""`scrimmage practice`, in a process of its own."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from scenarios.shelf import LIBRARY

LINES = (
    "Hi Dana, I'm sorry about that. What email is on the account?",
    "I'm refunding the second charge myself right now.",
    "It will be on your card within five working days.",
)


def run(*arguments: str, folder: Path, said: str = "") -> subprocess.CompletedProcess[str]:
    """Run a command of scrimmage in a folder."""
    plain = {k: v for k, v in os.environ.items() if not k.startswith("SCRIMMAGE_")}
    root = str(Path(__file__).parents[3])
    done = subprocess.run(
        [sys.executable, "-m", "app", *arguments],
        cwd=folder,
        env={**plain, "PYTHONPATH": root},
        input=said,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    # Whatever is asked of it, no trace of a stack reaches a person.
    assert "Traceback" not in done.stderr, done.stderr
    return done


def replies(folder: Path, *lines: str) -> str:
    """Write the trainee's lines to a file."""
    path = folder / "replies.txt"
    path.write_text("\n".join(lines), encoding="utf-8")
    return str(path)


def as_json(folder: Path, *arguments: str) -> dict[str, Any]:
    """Run a practice call and return its JSON."""
    done = run("practice", *arguments, "--json", folder=folder)
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def test_a_call_from_a_file_is_printed_as_json(tmp_path: Path) -> None:
    told = as_json(tmp_path, "duplicate-charge", "--replies", replies(tmp_path, *LINES))
    assert told["scenario"] == "duplicate-charge"
    assert told["ended"]["reason"] == "exit_condition"
    assert told["ended"]["exit_condition"] == "refund_agreed"
    assert [turn["speaker"] for turn in told["turns"][:3]] == ["customer", "trainee", "customer"]
    assert [turn["at_s"] for turn in told["turns"]] == sorted(t["at_s"] for t in told["turns"])
    assert {turn["mood"] for turn in told["turns"]} <= {"frustrated", "calm", "happy"}
    assert set(told["objections"].values()) <= {"waiting", "raised", "returned", "resolved"}
    assert told["score"]["verdict"] in {"pass", "fail"}


def test_the_same_seed_and_lines_give_the_same_call(tmp_path: Path) -> None:
    file = replies(tmp_path, *LINES)
    first = as_json(tmp_path, "duplicate-charge", "--replies", file, "--seed", "7")
    again = as_json(tmp_path, "duplicate-charge", "--replies", file, "--seed", "7")
    other = as_json(tmp_path, "duplicate-charge", "--replies", file, "--seed", "8")
    assert first == again
    assert first["ended"] == other["ended"] | {"at_s": first["ended"]["at_s"]}
    assert [t["text"] for t in first["turns"]] != [t["text"] for t in other["turns"]]


def test_pauses_of_jsonl_try_the_customers_patience(tmp_path: Path) -> None:
    file = replies(tmp_path, json.dumps({"text": "Hello", "after_s": 5000}))
    told = as_json(tmp_path, "duplicate-charge", "--replies", file)
    assert told["ended"]["exit_condition"] == "left_waiting"
    assert [t["speaker"] for t in told["turns"]] == ["customer"] * 4


def test_a_scenario_outside_the_library(tmp_path: Path) -> None:
    own = tmp_path / "own"
    shutil.copytree(LIBRARY, own)
    path = own / "scenarios" / "duplicate-charge.yaml"
    text = path.read_text(encoding="utf-8").replace("Charged twice", "Charged two times")
    path.write_text(text, encoding="utf-8")
    file = replies(tmp_path, "Hello")
    done = run("practice", str(path), "--replies", file, folder=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "Dana Whitfield:" in done.stdout


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("", "no lines"),
        ("\n \n", "no lines"),
        ('{"text": 3}', ":1: the line has no text"),
        ('{"text": "Hi"}\n{"text": "Hi", "after_s": -1}', ":2: the line has after_s -1"),
        ('{"text": "Hi", "after_s": NaN}', ":1: the line has after_s nan"),
        ('{"text": "Hi"}\nnot json', ":2: the line is no JSON object"),
        ("x" * 40_000, "40,000 characters"),
    ],
)
def test_a_bad_script_is_told_with_its_line(tmp_path: Path, content: str, expected: str) -> None:
    file = replies(tmp_path, content)
    done = run("practice", "duplicate-charge", "--replies", file, folder=tmp_path)
    assert done.returncode == 1
    assert expected in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (("no-such-scenario",), "There is no scenario"),
        (("./nothing.yaml",), "nothing.yaml"),
        (("duplicate-charge", "--replies", "nowhere.txt"), "cannot be read"),
        (("duplicate-charge", "--json"), "--json needs a call that ends by itself"),
        (("duplicate-charge", "--customer", "openai"), "SCRIMMAGE_OPENAI_MODEL is missing"),
    ],
)
def test_what_cannot_be_done_is_said_in_a_sentence(
    tmp_path: Path, arguments: tuple[str, ...], expected: str
) -> None:
    done = run("practice", *arguments, folder=tmp_path)
    assert done.returncode == 1
    assert expected in done.stderr
    assert "Traceback" not in done.stderr


def test_a_live_call_at_the_terminal(tmp_path: Path) -> None:
    said = "Hello Dana, what email is on the account?\n\n/end\n"
    done = run("practice", "duplicate-charge", folder=tmp_path, said=said)
    assert done.returncode == 0, done.stderr
    assert "dana@whitfieldframes.example" in done.stdout
    assert "The call ended: you ended it." in done.stdout
    assert "Score:" in done.stdout
