"""A small library on disk, for tests to spoil one line of."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from scenarios.loader import LoadedScenario, load_scenario
from scenarios.problems import Problem, ScenarioError

SCENARIO = """\
scenario: late-train
title: The late train
category: support
goal: Say when the next train goes.
brief: You work at the information desk.
persona: kim
rubric: short
owner: tests
mode: hybrid
time_limit_minutes: 10
opening: My train has not come.
situation: The 9 o'clock train was cancelled.
documents:
  - {id: timetable, title: Timetable, file: ../documents/timetable.md}
attachments:
  - {id: ticket, title: Ticket, file: ../pictures/ticket.svg}
facts:
  - id: destination
    asked:
      like: [Where are you going?]
    says: [To Whitby.]
objections:
  - id: too_late
    raise: {after_turns: 1}
    lines: [Then I miss my boat.]
    answered_by:
      like: [There is a later boat]
exit_conditions:
  - id: knows
    description: The next train was named.
    outcome: good
    steps:
      - id: named
        like: [It goes at ten, Your train leaves at ten, The next one is at ten]
        stances: [explains]
    resolved: [too_late]
    mood: calm
    closing: [Thank you.]
  - id: gives_up
    description: Nobody knew.
    outcome: bad
    steps:
      - id: shrugged
        like: [I don't know, No idea, I could not say]
    closing: [Then I walk.]
tools:
  - id: pocket
    description: Looks into the pocket
    asked:
      like: [Do you have a ticket?]
    results:
      - says: [Here it is.]
        shows: ticket
lines:
  press:
    - So when does it go?
    - I only want to know the time.
    - {say: "The time, please!", mood: angry}
tests:
  - name: handled well
    turns:
      - say: Where are you going?
        then: {tells: [destination]}
      - say: It goes at ten.
        then: {ends: knows}
  - name: handled badly
    turns:
      - say: No idea.
        then: {ends: gives_up}
  - name: derailed
    turns:
      - say: Are you a robot?
        then: {tells_nothing: true, not_ends: any}
"""
PERSONA = """\
persona: kim
name: Kim
mood: calm
drift: slow
backstory: Kim has a boat to catch.
facts:
  - id: age
    asked: {like: [How old are you?]}
    says: [Forty-four.]
"""
RUBRIC = """\
rubric: short
title: Short
criteria:
  - id: clarity
    name: Clarity
    weight: 0.5
    description: Was it clear?
    anchors: {1: No., 2: Hardly., 3: So so., 4: Mostly., 5: Yes.}
  - id: manners
    name: Manners
    weight: 0.5
    minimum: 2
    description: Was it friendly?
    anchors: {1: No., 2: Hardly., 3: So so., 4: Mostly., 5: Yes.}
"""


@dataclass(frozen=True, slots=True)
class Folder:
    """A library with one scenario, one persona, one rubric and two documents."""

    root: Path

    @property
    def scenario(self) -> Path:
        return self.root / "scenarios" / "late-train.yaml"

    @property
    def persona(self) -> Path:
        return self.root / "personas" / "kim.yaml"

    @property
    def rubric(self) -> Path:
        return self.root / "rubrics" / "short.yaml"

    def load(self) -> LoadedScenario:
        return load_scenario(self.scenario)

    def spoil(self, old: str, new: str, *, file: str = "scenario") -> None:
        """Replace a part of a file that stands there once."""
        path: Path = getattr(self, file)
        text = path.read_text("utf-8")
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {path.name}"
        path.write_text(text.replace(old, new), "utf-8")

    def problems(self) -> tuple[Problem, ...]:
        """Return what is wrong with the scenario, which has to be something."""
        try:
            self.load()
        except ScenarioError as error:
            return error.problems
        raise AssertionError("The scenario was loaded.")

    def problem(self) -> Problem:
        """Return the one thing that is wrong with the scenario."""
        (problem,) = self.problems()
        return problem


def make_folder(root: Path) -> Folder:
    """Write a library that has nothing wrong with it."""
    folder = Folder(root)
    files = {
        folder.scenario: SCENARIO,
        folder.persona: PERSONA,
        folder.rubric: RUBRIC,
        root / "documents" / "timetable.md": "# Trains\n",
        root / "pictures" / "ticket.svg": '<svg xmlns="http://www.w3.org/2000/svg"/>\n',
    }
    for path, text in files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return folder


def line_of(text: str, part: str) -> int:
    """Return the number of the only line that holds `part`."""
    (number,) = (n for n, line in enumerate(text.splitlines(), 1) if part in line)
    return number
