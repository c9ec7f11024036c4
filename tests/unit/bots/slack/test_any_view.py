"""Whatever people have written, and however much there is of it, Slack takes every view."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from bots.slack.home import home, review_blocks, training_blocks
from bots.slack.modals import (
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
from core.messages import Quote
from core.people import Person, Role, Share, Ways
from core.review import Adjustment, NextStep, Review, ReviewRequest, WhyReview
from core.scenario import Document, Scenario
from core.scoring import Verdict
from core.views import AttemptPage, Learner, Medal, Status, TrainingItem, WaitingReview
from tests.samples import scenario
from tests.slack.limits import check_blocks, check_view
from tests.unit.bots.slack.held import NOW, TIA, attempt, criterion, item, page, past, run
from tests.unit.bots.slack.held import comment as said

_ODD = (
    "",
    " \n\t",
    "\x00\x07\x1b[0m",
    "\ud800",
    "<!channel> <@U012AB3CD> <https://example.com|here> & co",
    "*bold* _italic_ ~struck~ `code` ```block``` > quote :tada:",
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


def fine(view: dict[str, object]) -> bool:
    """Whether Slack takes it; the findings are shown where it does not."""
    assert check_view(view) == []
    return True


def somebody(words: str, number: int = 0) -> Person:
    return Person(
        f"U0{number:07}",
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
    last = Review("v", "t1", "r1", "U0", NOW, Verdict.FAILED, words, adjusted, NextStep.ONE_TO_ONE)
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
        assert fine(transcript.view(found, {"U0CLEO001": words}, at))
    assert fine(comment.view(found, turn))
    assert fine(report.view(found.attempt, found.scenario.title))


@often
@given(WORDS, st.integers(1, 20), st.sampled_from(NextStep), st.sampled_from([0, 3, 400]))
def test_reviews(words: str, criteria: int, step: NextStep, scenarios: int) -> None:
    library = [replace(about(words), id=f"s{n}", category=f"{n % 7}") for n in range(scenarios)]

    assert fine(review.view(held(words, scenarios % 2, criteria), library, step))


@often
@given(
    st.lists(
        st.tuples(WORDS, st.none() | WORDS | st.text("ab #*`|-\n", max_size=9000)), max_size=30
    )
)
def test_documents(texts: list[tuple[str, str | None]]) -> None:
    docs = [
        (Document("d", title, "d.md"), text, "https://x.example/d" if n % 2 else None)
        for n, (title, text) in enumerate(texts)
    ]

    assert fine(documents.view(texts[0][0] if texts else "", docs))


@often
@given(st.lists(WORDS, max_size=40), SIZES, SIZES)
def test_forms(names: list[str], more: int, scenarios: int) -> None:
    everybody = [somebody(name, n) for n, name in enumerate(names * (more // 10))]
    library = [replace(about(n), id=f"s{k}") for k, n in enumerate((names or ["A"]) * scenarios)]
    known = everybody[0] if everybody else None
    now = Ways("C0COACHES", Share.SCORE, tuple((n[:90], "C0TEAM001") for n in names))

    assert fine(assign.view(somebody("Ada", 9_999_999), everybody, library[:400]))
    assert fine(people.view(everybody))
    assert fine(person.view("U0NEW0001", names[0] if names else "", "UTC", known, everybody))
    assert fine(ways.view(now, everybody))
    assert fine(digest_time.view(somebody("Max"), names[0] if names else ""))


def one(number: int, words: str, status: Status) -> TrainingItem:
    tried = (past(f"t{number}", 4.0),) if status is Status.DONE else ()
    if status is Status.RUNNING:
        tried = (past(f"t{number}", ended=False),)
    found = item(
        f"a{number}", status, tried=tried, due_h=number - 60, medal=Medal.GOLD, words=words
    )
    return replace(found, goal=words)


def link(attempt: str) -> str:
    return f"https://x.slack.com/archives/D1/{attempt}"


@often
@given(
    WORDS,
    st.lists(st.sampled_from(Status), max_size=200),
    SIZES,
    SIZES,
    st.sets(st.sampled_from(Role)),
)
@example("Somebody of a long name. " * 280, [], 130, 0, {Role.COACH})
def test_home(
    words: str, statuses: list[Status], others: int, reviews: int, roles: set[Role]
) -> None:
    items = [one(n, words, status) for n, status in enumerate(statuses)]
    waits = [
        WaitingReview(
            ReviewRequest(f"t{n}", "w", "U0", list(WhyReview)[n % 4], NOW), TIA, words, n / 26
        )
        for n in range(reviews)
    ]
    learners = [Learner(somebody(words, n), tuple(items[n : n + 2])) for n in range(others)]
    viewer = replace(somebody(words), roles=frozenset(roles))

    view = home(viewer, items, NOW, thread_link=link, people=learners, waiting=waits)

    assert fine(view)
    assert check_blocks(training_blocks(viewer, items, NOW, link)) == []
    assert check_blocks(review_blocks(waits, NOW)) == []


def test_a_report_of_a_call_without_a_word() -> None:
    assert fine(report.view(attempt(), ""))
