"""Whatever people have written, and however much there is of it, Teams takes every dialog."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bots.chat.forms.person import Member
from bots.teams.dialogs import (
    assign,
    comment,
    digest_time,
    documents,
    people,
    person,
    report,
    review,
    transcript,
    ways,
)
from bots.teams.dialogs.dialog import Dialog
from bots.teams.dialogs.notice import notice
from bots.teams.dialogs.reading import read
from core.contacts import Contact, Kind
from core.messages import Quote
from core.people import Person, Role, Share, Ways
from core.review import Adjustment, NextStep, Review
from core.scenario import Document, Scenario
from core.scoring import Verdict
from core.views import AttemptPage
from tests.samples import scenario
from tests.unit.bots.slack.held import NOW, criterion, page, run
from tests.unit.bots.slack.held import comment as said
from tests.unit.bots.teams.dialog_filled import TZ, inputs, problems, sent

_ODD = (
    "",
    " \n\t",
    "\x00\x07\x1b[0m",
    "\ud800",
    "\u200b",
    "<at>Ada</at> {{DATE(2026-01-01T00:00:00Z)}} [here](https://example.com) & co",
    "**bold** _italic_ ~~struck~~ `code` # title - item",
    "👩‍👩‍👧‍👦🏳️‍🌈" * 40,
    "## Title\n\n1. one\n   - two\n\n| a | b |\n|---|---|\n| c | d |\n\n> **well**",
    "You charged me twice, and I would like it back. " * 83,
    '"\\\n' * 1300,
    "字" * 4000,
)
WORDS = st.one_of(st.sampled_from(_ODD), st.text(max_size=60))
MARKDOWN = st.none() | WORDS | st.text("ab #*`|-\n", max_size=9000)
SIZES = st.integers(0, 60) | st.just(130)
often = settings(
    max_examples=15,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


def fine(dialog: Dialog) -> bool:
    """Whether Teams takes it, and what it sends in is read."""
    assert problems(dialog) == []
    if inputs(dialog):
        read(sent(dialog), TZ)
    return True


def somebody(words: str, number: int = 0) -> Person:
    return Person(
        f"u{number:07}",
        "w",
        words,
        frozenset(Role),
        team=words[:100],
        manages=frozenset({words[:99]}),
    )


def about(words: str) -> Scenario:
    return replace(scenario(), title=words, goal=words, category=words or "x", brief=words)


def held(words: str, lines: int, criteria: int) -> AttemptPage:
    """A call with these words wherever there are words."""
    scores = [
        replace(criterion(words, n % 6 or None, Quote(n, words)), id=f"c{n}", rationale=words)
        for n in range(criteria)
    ]
    adjusted = tuple(Adjustment(f"c{n}", 2, words[:300]) for n in range(0, criteria, 2))
    last = Review(
        "v", "t1", "r1", "U0", NOW, Verdict.FAILED, words[:3000], adjusted, NextStep.ONE_TO_ONE
    )
    found = page(
        *([words] * lines or [""]),
        runs=(run(*scores),),
        comments=tuple(said(words, n if n % 3 else None) for n in range(lines)),
        reviews=(last,) if lines % 2 else (),
        about=about(words),
    )
    return replace(found, trainee=somebody(words))


@often
@given(WORDS, SIZES, st.integers(1, 20), st.none() | st.integers(0, 140))
def test_calls(words: str, lines: int, criteria: int, turn: int | None) -> None:
    found = held(words, lines, criteria)

    for at in range(3):
        assert fine(transcript.dialog(found, {"U0CLEO001": words}, at))
    assert fine(comment.dialog(found, turn))
    assert fine(report.dialog(found.attempt, found.scenario.title))
    assert fine(notice(words, words, words))


@often
@given(WORDS, st.integers(1, 20), st.sampled_from([0, 3, 400]), st.booleans())
def test_reviews(words: str, criteria: int, scenarios: int, wrong: bool) -> None:
    library = [replace(about(words), id=f"s{n}", category=f"{n % 7}") for n in range(scenarios)]
    found = held(words, scenarios % 2, criteria)
    errors = {f"reason:{n}": "Why 1 and not 4? A line will do." for n in range(criteria)}

    assert fine(review.dialog(found, library, errors=errors if wrong else None))


@often
@given(st.lists(st.tuples(WORDS, MARKDOWN), max_size=30))
def test_documents(texts: list[tuple[str, str | None]]) -> None:
    docs = [
        (Document("d", title, "d.md"), text, "https://x.example/d" if n % 2 else None)
        for n, (title, text) in enumerate(texts)
    ]

    assert fine(documents.dialog(texts[0][0] if texts else "", docs))


@often
@given(st.lists(WORDS, max_size=40), SIZES, SIZES, st.integers(0, 200))
def test_forms(names: list[str], more: int, scenarios: int, channels: int) -> None:
    everybody = [somebody(name, n) for n, name in enumerate(names * (more // 10))]
    library = [replace(about(n), id=f"s{k}") for k, n in enumerate((names or ["A"]) * scenarios)]
    known = everybody[0] if everybody else None
    now = Ways("19:coaches", Share.SCORE, tuple((n[:90], "19:team") for n in names))
    name = names[0] if names else ""
    met = [Contact("w", Kind.PERSON, f"c{n}", words, "{}", NOW) for n, words in enumerate(names)]
    rooms = [(f"19:{n:040}", f"{n} {name}") for n in range(channels)]

    assert fine(assign.dialog(somebody("Ada", 9_999_999), everybody, library[:400], tz=name))
    assert fine(people.dialog(everybody, met))
    assert fine(person.dialog(Member("new", name, name), known, everybody))
    assert fine(ways.dialog(now, everybody, rooms))
    assert fine(digest_time.dialog(somebody("Max"), name))
