from __future__ import annotations

import os
from pathlib import Path

import pytest
import yaml

from scenarios import yaml_tree
from scenarios.problems import Problem, ScenarioError
from scenarios.yaml_source import read_yaml


@pytest.fixture(params=["CSafeLoader", "SafeLoader"], autouse=True)
def _with_and_without_libyaml(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    loader = getattr(yaml, request.param, None)
    assert loader is not None, "PyYAML's wheels bring libyaml, and both ways are tested"
    monkeypatch.setattr(yaml_tree, "LOADER", loader)


def refusals(path: Path) -> tuple[Problem, ...]:
    with pytest.raises(ScenarioError) as caught:
        read_yaml(path)
    return caught.value.problems


def refusal(path: Path, content: str | bytes) -> Problem:
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    (problem,) = refusals(path)
    return problem


LAUGHS = "a: &a [ha, ha]\n" + "".join(
    f"{b}: &{b} [*{a}, *{a}, *{a}, *{a}, *{a}, *{a}, *{a}, *{a}]\n"
    for a, b in zip("abcdefgh", "bcdefghi", strict=True)
)


@pytest.mark.parametrize(
    ("content", "line", "what"),
    [
        ("", 0, "empty"),
        ("# only a remark\n", 0, "empty"),
        ("---\n", 0, "empty"),
        ("- a\n- b\n", 1, "no mapping"),
        ("just words\n", 1, "no mapping"),
        (b"title: caf\xe9\n", 1, "not UTF-8"),
        ("title: x\n".encode("utf-16"), 1, "not UTF-8"),
        ("title: a\n---\ntitle: b\n", 2, "several documents"),
        ("title: !!python/object/apply:os.system [ls]\n", 1, "tag"),
        ("title: !secret x\n", 1, "tag"),
        ("title: a\nlines: b\ntitle: c\n", 3, '"title" stands here twice; the first is on line 1'),
        ("title:\n\tgoal: x\n", 2, "tab"),
        ("title: a: b\n", 1, "a colon"),
        ("title: @you\n", 1, "cannot begin"),
        ('title: "never closed\n', 0, "never closed"),
        ("lines: [a, b\ngoal: x\n", 0, "closed"),
        ("a:\n  b: 1\n c: 2\n", 3, "does not fit"),
        ("title: a\nno colon here\n", 0, "colon"),
        ('title: "a\\qb"\n', 1, "backslash"),
        ("title: a\x00b\n", 1, "cannot be seen"),
        ('goal: x\ntitle: "a\\u0007b"\n', 2, "cannot be seen"),
        ("goal: x\ntitle: abc\u202egnp.exe\n", 2, "cannot be seen"),
        ("goal: x\n? [a, b]\n: c\n", 2, "key"),
        ("goal: x\nyes: y\n", 2, "cannot be a key"),
        ("goal: x\n2026-01-01: y\n", 2, "cannot be a key"),
        ("goal: x\n<<: y\n", 2, "cannot be a key"),
        ("a: " + "[" * 30 + "]" * 30 + "\n", 1, "nested over 20 deep"),
        ("a: " + "[" * 500_000, 1, "nested over 20 deep"),
        ("a: " + "{b: " * 100_000, 1, "nested over 20 deep"),
        ("a: [" + "1," * 60_000 + "]\n", 1, "over 50000 values"),
        ("a: " + "x" * 1_000_001, 0, "over 1 MB"),
    ],
    ids=lambda value: f"{len(value)}-{value!r:.20}" if isinstance(value, str | bytes) else None,
)
def test_what_is_no_good_yaml_is_refused_in_a_sentence(
    tmp_path: Path, content: str | bytes, line: int, what: str
) -> None:
    problem = refusal(tmp_path / "a.yaml", content)

    assert what in problem.what
    assert problem.mend.endswith(".")
    assert line in {0, problem.line}


def test_a_billion_laughs_are_not_laughed(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(LAUGHS)

    problems = refusals(tmp_path / "a.yaml")

    assert all("anchors and aliases" in problem.what for problem in problems)
    assert {problem.line for problem in problems} == set(range(1, 10))


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    assert refusals(tmp_path)[0].what == "this is a folder"


def test_a_missing_file_is_missing(tmp_path: Path) -> None:
    assert refusals(tmp_path / "a.yaml")[0].what == "there is no such file"


def test_a_link_to_nowhere_is_told_from_a_missing_file(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").symlink_to(tmp_path / "b.yaml")

    assert refusals(tmp_path / "a.yaml")[0].what == "this link leads nowhere"


def test_links_in_a_ring_are_refused(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").symlink_to(tmp_path / "b.yaml")
    (tmp_path / "b.yaml").symlink_to(tmp_path / "a.yaml")

    assert "cannot be read" in refusals(tmp_path / "a.yaml")[0].what


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.yaml")

    assert "not a regular file" in refusals(tmp_path / "a.yaml")[0].what


@pytest.mark.parametrize("name", ["a\0b.yaml", "a" * 5000])
def test_impossible_names_are_refused(name: str) -> None:
    assert "cannot be read" in refusals(Path(name))[0].what


def test_a_mark_of_byte_order_and_windows_line_ends_do_no_harm(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"\xef\xbb\xbftitle: a\r\ngoal: b\r\n")

    source = read_yaml(path)

    assert source.data == {"title": "a", "goal": "b"}
    assert source.place(("goal",)).line == 2


def test_every_value_knows_its_place(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("a:\n  - b: 1\n    c: [x, y]\n  - id: d\n    e: 2\n")

    source = read_yaml(path)

    assert source.place(("a", 0, "c", 1)).line == 3
    assert source.place(("a", 0, "c", 1)).column == 12
    assert source.place(("a", 1, "e", "not there")).line == 5
    assert source.field(("a", 1, "e")) == "a[d].e"
    assert source.field(("a", 0, "c", 1)) == "a[1].c[2]"


def test_a_problem_is_printed_with_path_line_and_field() -> None:
    problem = Problem(Path("a.yaml"), 3, "title", "this is wrong", "Mend it.")

    assert str(problem) == "a.yaml:3: title: this is wrong. Mend it."


def test_all_doubled_keys_are_told_at_once(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("a: 1\na: 2\nb: {c: 1, c: 2}\n")

    assert [problem.line for problem in refusals(tmp_path / "a.yaml")] == [2, 3]
