"""Whole calls of the library: what a fair coach passes, passes, and what one fails, fails."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from core.messages import CriterionScore
from core.rehearsal import ScriptLine
from core.scenario import Outcome
from core.scoring import Verdict
from scenarios.author_tests import AuthorTest
from tests.evaluation.rehearsed import Rehearsed, Stage, script_of

STAGE = Stage()
EMERGENCY = "If you get chest pain or trouble breathing, call 999 straight away."
NEVER_ASK = "We will never ask you for your full PIN, your password or a one-time passcode."


def authored(outcome: Outcome) -> Iterator[tuple[str, AuthorTest]]:
    """The author's tests whose last turn is meant to end the call so."""
    for loaded in STAGE.loaded():
        exits = {e.id for e in loaded.scenario.exits if e.outcome is outcome}
        for test in loaded.tests:
            if test.turns[-1].then.ends in exits:
                yield loaded.scenario.id, test


GOOD, BAD = list(authored(Outcome.GOOD)), list(authored(Outcome.BAD))


def named(cases: list[tuple[str, AuthorTest]]) -> list[str]:
    return [f"{scenario}: {test.name}" for scenario, test in cases]


def criterion(held: Rehearsed, criterion_id: str) -> CriterionScore:
    return next(c for c in held.run.criteria if c.id == criterion_id)


async def said(scenario: str, *texts: str) -> Rehearsed:
    return await STAGE.hold(scenario, [ScriptLine(text) for text in texts])


async def authors(scenario: str, name: str, *, without: str = "", instead: str = "") -> Rehearsed:
    """An author's test, with some words left out or replaced."""
    test = next(t for t in STAGE.library.loaded(scenario).tests if t.name == name)
    script = [ScriptLine(line.text.replace(without, instead)) for line in script_of(test)]
    return await STAGE.hold(scenario, [line for line in script if line.text.strip()])


def test_every_scenario_has_a_good_call_and_a_bad_one() -> None:
    every = {loaded.scenario.id for loaded in STAGE.loaded()}
    assert {scenario for scenario, _ in GOOD} == every
    assert {scenario for scenario, _ in BAD} == every


@pytest.mark.parametrize(("scenario", "test"), GOOD, ids=named(GOOD))
async def test_a_call_handled_well_passes(scenario: str, test: AuthorTest) -> None:
    held = await STAGE.hold(scenario, script_of(test))
    assert held.run.verdict is Verdict.PASSED, held.run.why
    stands(held)


@pytest.mark.parametrize(("scenario", "test"), BAD, ids=named(BAD))
async def test_a_call_handled_badly_fails(scenario: str, test: AuthorTest) -> None:
    held = await STAGE.hold(scenario, script_of(test))
    assert held.run.verdict is Verdict.FAILED, held.run.why
    stands(held)


def stands(held: Rehearsed) -> None:
    """Every quote stands in its turn, and every score has its reason in plain words."""
    for scored in held.run.criteria:
        assert scored.rationale or scored.reason
        assert scored.score is None or scored.quotes
        for quote in scored.quotes:
            assert quote.text in held.attempt.turns[quote.turn].text
        assert not scored.better.startswith("Try")
        assert "no step" not in scored.rationale


@pytest.mark.parametrize(
    ("scenario", "texts"),
    [
        ("cancellation", ("You're an idiot if you leave.", "Shut up and keep it, you fool.")),
        (
            "service-outage",
            ("Stop whining, you stupid woman.", "It's not my problem, deal with it."),
        ),
        ("sales-discovery", ("You people are clueless.", "Don't be stupid, just sign it.")),
    ],
)
async def test_rudeness_fails_whatever_the_matter(scenario: str, texts: tuple[str, ...]) -> None:
    held = await said(scenario, *texts)
    assert held.run.verdict is Verdict.FAILED


async def test_the_emergency_words_decide_at_the_front_desk() -> None:
    held = await authors(
        "clinic-front-desk", "handled well", without=EMERGENCY, instead="Take care now."
    )
    assert held.run.verdict is Verdict.FAILED
    assert criterion(held, "safety").score == 2
    assert EMERGENCY in criterion(held, "safety").better


async def test_the_required_sentence_decides_at_the_bank() -> None:
    held = await authors(
        "fraud-alert",
        "handled well",
        without=NEVER_ASK,
        instead="You never have to give me your PIN or a passcode, and I won't ask for them.",
    )
    assert held.run.verdict is Verdict.FAILED
    assert {c.id for c in held.run.checks if c.passed is False} >= {"disclosure"}


async def test_who_it_is_is_asked_for_only_where_the_briefing_says_so() -> None:
    told_to = await said("duplicate-charge", "Hello Dana. I've refunded the second charge now.")
    assert "who the customer is" in criterion(told_to, "compliance").rationale
    free = await said("warranty", "Hello Des. What does the display show?")
    assert "who the customer is" not in criterion(free, "compliance").rationale


async def test_a_kind_no_can_be_the_solution() -> None:
    held = await authors("refund-out-of-policy", "a kind no and an exchange")
    assert criterion(held, "alternative").score == 5
    assert criterion(held, "clarity").score == 5


async def test_keeping_privacy_takes_nothing_back() -> None:
    held = await authors("clinic-front-desk", "handled well")
    assert "refused" not in criterion(held, "next_step").rationale
    assert criterion(held, "next_step").score == 5


async def test_sorry_and_nothing_else_is_no_service() -> None:
    sorry = (
        "I'm so sorry!",
        "I do apologise, truly.",
        "Again, I'm very sorry.",
        "Sorry once more.",
    )
    held = await said("duplicate-charge", *sorry)
    assert held.run.verdict is Verdict.FAILED


async def test_nobody_is_blamed_for_no_goodbye_when_the_customer_hung_up() -> None:
    held = await authors("duplicate-charge", "handled well")
    closed = next(c for c in held.run.checks if c.id == "closed")
    assert closed.passed is None
    assert "customer ended the call" in closed.reason
