from __future__ import annotations

from pathlib import Path

import pytest

from core.moods import Drift, Mood
from core.scenario import Line, Mode, Outcome, Patience
from core.stances import Stance
from scenarios.author_tests import AuthorTurn, Expectation
from scenarios.loader import load_rubric, load_scenario
from scenarios.problems import ScenarioError
from scenarios.rubric_file import RubricFile
from scenarios.shelf import LIBRARY
from tests.unit.scenarios.folder import PERSONA, RUBRIC, Folder


def test_a_scenario_is_read_with_everything_in_it(folder: Folder) -> None:
    scenario = folder.load().scenario

    assert (scenario.id, scenario.title, scenario.category) == (
        "late-train",
        "The late train",
        "support",
    )
    assert (scenario.mode, scenario.patience) == (Mode.HYBRID, Patience.USUAL)
    assert (scenario.time_limit_s, scenario.monologue_words) == (600, 120)
    assert (scenario.persona.mood, scenario.persona.drift) == (Mood.CALM, Drift.SLOW)
    assert [fact.id for fact in scenario.all_facts] == ["destination", "age"]
    assert scenario.objections[0].trigger.after_turns == 1
    assert dict(scenario.lines)["press"][2] == Line("The time, please!", Mood.ANGRY)
    assert scenario.tools[0].results[0].shows == "ticket"


def test_exit_conditions_keep_their_cues(folder: Folder) -> None:
    known, lost = folder.load().scenario.exits

    assert (known.outcome, known.mood, known.resolved) == (Outcome.GOOD, Mood.CALM, ("too_late",))
    assert known.steps[0].cue.stances == frozenset({Stance.EXPLAINS})
    assert known.closing == (Line("Thank you."),)
    assert (lost.outcome, lost.steps[0].times) == (Outcome.BAD, 1)


def test_the_authors_tests_are_read(folder: Folder) -> None:
    well, _, derailed = folder.load().tests

    assert well.name == "handled well"
    assert well.turns[1] == AuthorTurn("It goes at ten.", None, Expectation(ends="knows"))
    assert derailed.turns[0].then == Expectation(tells_nothing=True, not_ends="any")


def test_a_turn_may_be_plain_text_and_may_come_late(folder: Folder) -> None:
    folder.spoil(
        "      - say: No idea.\n", "      - Hello.\n      - say: No idea.\n        after_s: 40\n"
    )

    bad = folder.load().tests[1]

    assert bad.turns[0] == AuthorTurn("Hello.")
    assert bad.turns[1].after_s == 40


def test_time_limits_may_have_halves(folder: Folder) -> None:
    folder.spoil("minutes: 10", "minutes: 2.5")

    assert folder.load().scenario.time_limit_s == 150


@pytest.mark.parametrize(
    ("file", "part"),
    [
        ("scenarios/late-train.yaml", "# a remark\n"),
        ("personas/kim.yaml", "# a remark\n"),
        ("documents/timetable.md", "more\n"),
        ("pictures/ticket.svg", "<!-- more -->\n"),
    ],
)
def test_the_revision_changes_with_every_file_that_makes_the_call(
    folder: Folder, file: str, part: str
) -> None:
    before = folder.load().scenario.revision
    with (folder.root / file).open("a") as written:
        written.write(part)

    after = folder.load().scenario.revision

    assert before != after
    assert len(after) == 12
    assert int(after, 16) >= 0


def test_the_revision_stays_when_only_the_rubric_or_the_place_changes(
    folder: Folder, tmp_path: Path
) -> None:
    before = folder.load().scenario.revision
    folder.spoil("title: Short", "title: Shorter", file="rubric")
    folder.root.rename(tmp_path / "elsewhere")

    assert Folder(tmp_path / "elsewhere").load().scenario.revision == before


def test_a_persona_beside_the_scenario_goes_before_the_others(folder: Folder) -> None:
    beside = folder.scenario.parent / "kim.yaml"
    beside.write_text(PERSONA.replace("name: Kim", "name: Kim Other"))

    loaded = folder.load()

    assert loaded.scenario.persona.name == "Kim Other"
    assert loaded.persona_path == beside


def test_a_scenario_is_not_taken_for_the_persona_of_its_name(folder: Folder) -> None:
    (folder.scenario.parent / "kim.yaml").write_text("scenario: kim\n")

    assert folder.load().persona_path == folder.persona


def test_the_library_helps_out(folder: Folder) -> None:
    folder.spoil("persona: kim", "persona: dana-whitfield")
    folder.spoil("rubric: short\n", "")

    loaded = folder.load()

    assert loaded.scenario.persona.name == "Dana Whitfield"
    assert loaded.scenario.rubric_id == "built-in"
    assert loaded.rubric_path == LIBRARY / "rubrics" / "built-in.yaml"


def test_a_file_has_to_be_called_what_it_calls_itself(folder: Folder) -> None:
    folder.persona.rename(folder.persona.with_name("lee.yaml"))
    folder.spoil("persona: kim", "persona: lee")

    problem = folder.problem()

    assert problem.file.name == "lee.yaml"
    assert 'this file calls itself "kim"' in problem.what


def test_names_cannot_be_paths(folder: Folder) -> None:
    folder.spoil("persona: kim", "persona: ../personas/kim")

    problem = folder.problem()

    assert (problem.field, problem.line) == ("persona", 6)
    assert "cannot be used here" in problem.what


def test_the_path_may_be_relative(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder.scenario.parent)

    assert load_scenario(Path("late-train.yaml")).rubric.id == "short"


def test_a_rubric_is_read_by_path_or_by_id(folder: Folder) -> None:
    by_path, by_id = load_rubric(folder.rubric), load_rubric("built-in")

    assert isinstance(by_path, RubricFile)
    assert by_path.criteria[0].anchors.texts == ("No.", "Hardly.", "So so.", "Mostly.", "Yes.")
    assert [criterion.id for criterion in by_id.criteria] == [
        "empathy",
        "resolution",
        "compliance",
        "efficiency",
    ]


def test_a_rubric_that_is_not_there_is_told_with_those_that_are() -> None:
    with pytest.raises(ScenarioError, match='no rubric "build-in"') as caught:
        load_rubric("build-in")

    assert 'Did you mean "built-in"?' in str(caught.value)


def test_a_check_may_be_mandatory(folder: Folder) -> None:
    folder.rubric.write_text(
        f"{RUBRIC}checks:\n  - {{id: said, name: Said it, judge: phrase, mandatory: true}}\n"
    )

    assert folder.load().rubric.checks[0].mandatory
