from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from app.grade_cli import grade
from core.errors import PracticeError
from grading.transcript import Transcript
from tests.unit.grading.calls import BEGGING, GOOD, HOLLOW, RUDE

RUBRIC = """
rubric: warmth
title: Warmth
pass_mark: 2.5
criteria:
  - id: empathy
    name: Empathy
    weight: 1.0
    description: Were feelings acknowledged?
    anchors: {"1": none, "2": little, "3": some, "4": much, "5": all of it}
"""


def line(transcript: Transcript, **more: object) -> str:
    turns = [{"speaker": x.speaker.value, "text": x.text} for x in transcript.lines]
    return json.dumps({"id": "x", "mode": "chat", "turns": turns, **more})


def run(*lines: str | bytes, rubric: str = "built-in") -> Result:
    given = b"\n".join(x if isinstance(x, bytes) else x.encode() for x in lines)
    return CliRunner().invoke(grade, ["--rubric", rubric, "--transcripts", "-"], input=given)


def test_one_line_for_each_transcript_in_order() -> None:
    calls = [GOOD, RUDE, HOLLOW, BEGGING] * 5
    found = run(*(line(x, id=f"t{i}", ratings={"a": 1}) for i, x in enumerate(calls)))
    assert found.exit_code == 0
    results = [json.loads(x) for x in found.stdout.splitlines()]
    assert [x["id"] for x in results] == [f"t{i}" for i in range(20)]
    first = results[0]
    assert first["verdict"] == "pass"
    assert first["scores"]["empathy"]["score"] >= 4
    assert first["checks"]["greeted"]["passed"] is True
    assert first["metrics"]["first_response"]["value"] is None
    for result, said in zip(results, calls, strict=True):
        for criterion in result["scores"].values():
            for piece in criterion["evidence"]:
                assert piece["quote"] in said.lines[piece["turn"]].text


def test_an_empty_call_is_unscored() -> None:
    found = run('{"id": "e", "turns": []}')
    result = json.loads(found.stdout)
    assert result["verdict"] == "unscored"
    assert result["overall"] is None
    assert result["scores"]["empathy"]["score"] is None
    assert "nothing to score" in result["scores"]["empathy"]["reason"]


@pytest.mark.parametrize(
    "bad",
    [
        "not json",
        "[]",
        "null",
        '{"id": "x"}',
        '{"turns": []}',
        '{"id": "x", "turns": [{"speaker": "robot", "text": "hi"}]}',
        '{"id": "x", "turns": [{"speaker": "trainee", "text": 7}]}',
        '{"id": "x", "mode": "fax", "turns": []}',
        '{"id": "x", "turns": [{"speaker": "trainee", "text": "hi", "at_s": NaN}]}',
        '{"id": "x", "turns": ' + "[" * 100_000,
        '{"id": "x", "turns": [' + '{"speaker":"trainee","text":"a"},' * 2_001 + "]}",
        b'{"id": "x", "turns": [{"speaker": "trainee", "text": "\xff\xfe"}]}',
        '{"id": "x", "turns": [{"speaker": "trainee", "text": "\\ud800"}]}',
        '{"id": "x", "turns": [], "pad": "' + "a" * 2_100_000 + '"}',
    ],
    ids=[
        "words",
        "list",
        "null",
        "no turns",
        "no id",
        "speaker",
        "text",
        "mode",
        "time",
        "deep",
        "turns",
        "bytes",
        "surrogate",
        "long",
    ],
)
def test_a_bad_line_is_named_and_the_others_are_graded(bad: str | bytes) -> None:
    found = run(line(GOOD, id="before"), bad, "", line(RUDE, id="after"))
    assert found.exit_code == 1
    assert [json.loads(x)["id"] for x in found.stdout.splitlines()] == ["before", "after"]
    assert "stdin" in found.stderr
    assert "line 2:" in found.stderr
    assert len(found.stderr) < 400


@pytest.mark.parametrize(
    "text",
    [
        "a" * 200_000,
        "." * 200_000 + "x",
        "why " * 20_000 + "?",
        "@" * 50_000,
        "\u202e\x00\x1b[31m 😀" * 2_000,
        '"' * 50_000,
        "you are " * 10_000,
        "i'm so sorry " * 10_000,
    ],
    ids=lambda text: ascii(text[:12]),
)
def test_hostile_words_are_graded_in_time(text: str) -> None:
    turns = [{"speaker": "customer", "text": text}, {"speaker": "trainee", "text": text}]
    found = run(json.dumps({"id": "h", "turns": turns}))
    assert found.exit_code == 0
    assert json.loads(found.stdout)["id"] == "h"


def test_a_rubric_file_of_ones_own(tmp_path: Path) -> None:
    path = tmp_path / "warmth.yaml"
    path.write_text(RUBRIC)
    found = run(line(GOOD), rubric=str(path))
    assert found.exit_code == 0
    assert list(json.loads(found.stdout)["scores"]) == ["empathy"]


def test_a_rubric_that_is_not_there() -> None:
    found = run(line(GOOD), rubric="nowhere")
    assert found.exit_code != 0
    assert isinstance(found.exception, PracticeError)
    assert "nowhere" in str(found.exception)


def test_a_model_has_to_be_named() -> None:
    found = CliRunner().invoke(
        grade, ["--rubric", "built-in", "--transcripts", "-", "--grader", "openai"], input=b""
    )
    assert "--model" in str(found.exception)
