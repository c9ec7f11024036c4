"""Whatever a file holds, the loader says what is wrong with it, or loads it."""

from __future__ import annotations

import contextlib
import random
import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from scenarios.lint import lint
from scenarios.loader import load_scenario
from scenarios.problems import ScenarioError
from tests.unit.scenarios.folder import PERSONA, RUBRIC, SCENARIO, make_folder

YAMLISH = st.text(alphabet=" \n-:[]{}'\"|>&*!%@`#?,\\\tabce1~.=<é\u2028", max_size=80)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8) | YAMLISH,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=6,
)


PATIENT = settings(deadline=None)  # what is slow here is the disk


def read(content: bytes, *, name: str = "scenarios/late-train.yaml") -> None:
    with tempfile.TemporaryDirectory() as place:
        folder = make_folder(Path(place))
        (folder.root / name).write_bytes(content)
        with contextlib.suppress(ScenarioError):
            lint(load_scenario(folder.scenario))


@PATIENT
@given(st.binary(max_size=200))
def test_bytes(content: bytes) -> None:
    read(content)


@PATIENT
@given(YAMLISH)
def test_text_that_looks_like_yaml(text: str) -> None:
    read(text.encode("utf-8", "surrogatepass"))


@PATIENT
@given(st.sampled_from(SCENARIO.splitlines()), YAMLISH, st.booleans())
def test_a_scenario_with_one_line_spoilt(line: str, text: str, keep: bool) -> None:
    new = f"{line.partition(':')[0]}: {text}" if keep else text
    read(SCENARIO.replace(line, new, 1).encode())


@PATIENT
@given(st.sampled_from(SCENARIO.splitlines()), VALUES)
def test_a_scenario_with_another_value(line: str, value: object) -> None:
    read(
        SCENARIO.replace(line, f"{line.partition(':')[0]}: {value!r}", 1).encode("utf-8", "replace")
    )


@PATIENT
@given(st.sampled_from(PERSONA.splitlines()), YAMLISH)
def test_a_persona_with_one_line_spoilt(line: str, text: str) -> None:
    read(PERSONA.replace(line, text, 1).encode(), name="personas/kim.yaml")


@PATIENT
@given(st.sampled_from(RUBRIC.splitlines()), YAMLISH)
def test_a_rubric_with_one_line_spoilt(line: str, text: str) -> None:
    read(RUBRIC.replace(line, text, 1).encode(), name="rubrics/short.yaml")


@PATIENT
@given(st.randoms(use_true_random=False))
def test_a_scenario_with_its_lines_shuffled(chance: random.Random) -> None:
    lines = SCENARIO.splitlines()
    chance.shuffle(lines)
    read("\n".join(lines).encode())
