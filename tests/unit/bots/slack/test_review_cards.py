"""What coaches and managers see, and what a review brings the trainee."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from bots.slack.cards import Card, View, render, render_reviewed
from core.messages import (
    Adjusted,
    CriterionMean,
    Digest,
    HelpNeeded,
    Message,
    OneToOne,
    Quote,
    ResultShared,
    ReviewAsked,
    Reviewed,
)
from tests.unit.bots.messages import NOW
from tests.unit.bots.slack.reading import buttons_of, words_of

VIEW = View("UTC", NOW, own=False)
OWN = replace(VIEW, own=True)
ASKED = ReviewAsked(
    "at1",
    "Sam Okafor",
    "Charged twice",
    "The score is low.",
    2.4,
    (Quote(3, "You will have to wait."),),
    "fail",
    "low",
    (("U012AB3CD", "Ruth"), ("p-77", "Owen <3")),
)
DONE = Reviewed(
    "at1",
    "rv1",
    "Charged twice",
    "Sam Okafor",
    "Ruth Adeyemi",
    "conditional",
    "You stayed calm.",
    3.1,
    2.4,
    (Adjusted("c", "Compliance", 1, 2, "The name counts."), Adjusted("p", "Pace", None, 4, "")),
    "one_to_one",
    meet_at=NOW + timedelta(days=1),
)
LOOK = Digest(
    NOW - timedelta(days=7),
    NOW,
    ("Billing",),
    8,
    12,
    5,
    2,
    1,
    3.6,
    3.2,
    (CriterionMean("Compliance", 2.4, 2.8, 12), CriterionMean("Pace", 4.4, None, 1)),
    (HelpNeeded("U012AB3CD", "Sam", ("2 assignments overdue", "score went down"), "Empathy"),),
)


def shown(message: Message, view: View = VIEW) -> Card:
    card = render(message, view)
    assert card is not None
    return card


def test_a_request_calls_the_coaches_and_shows_where_to_begin() -> None:
    words = words_of(shown(ASKED))

    assert "<@U012AB3CD>, Owen <3: would you have a look at Sam Okafor’s call?" in words
    assert "Low score\nSam: Charged twice" in words
    assert "▰▰▱▱▱ 2.4 of 5, not passed yet" in words
    assert "“You will have to wait.” line 4" in words
    assert [b[1:] for b in buttons_of(shown(ASKED))] == [
        ("review", "at1"),
        ("comment", "at1"),
        ("show_lines", "at1"),
    ]


def test_a_request_that_reaches_no_coach_says_so() -> None:
    assert "Nobody coaches Sam Okafor yet" in words_of(shown(replace(ASKED, coaches=())))


def test_a_request_that_was_dealt_with_may_be_reviewed_again() -> None:
    card = render_reviewed(ASKED, DONE, VIEW)

    assert "Reviewed by Ruth Adeyemi\nSam: Charged twice" in words_of(card)
    assert buttons_of(card) == [("Review again", "review", "at1")]


def test_the_trainee_sees_both_numbers_the_words_and_the_next_step() -> None:
    card = shown(DONE, OWN)

    assert card.text == (
        "Ruth Adeyemi has reviewed your call “Charged twice”: 3.1 of 5, passed on a condition."
    )
    for words in (
        "3.1 of 5, passed on a condition (was 2.4 of 5)",
        "You stayed calm.",
        "Compliance ▰▰▱▱▱ 2 of 5 (was 1)\nThe name counts.",
        "Pace ▰▰▰▰▱ 4 of 5 (was not scored)",
        "Next: a 1:1 with Ruth Adeyemi: [tomorrow, 15:30].",
    ):
        assert words in words_of(card)


@pytest.mark.parametrize(
    ("step", "words"),
    [
        ("remedial", "Next: another scenario, “Late parcel”, in your training."),
        ("new_attempt", "Next: one more attempt at “Charged twice”."),
    ],
)
def test_next_steps(step: str, words: str) -> None:
    done = replace(DONE, next_step=step, next_title="Late parcel")

    assert words in words_of(shown(done, OWN))


def test_a_review_with_nothing_to_follow_has_no_next_step() -> None:
    words = words_of(shown(replace(DONE, next_step="none", adjusted=(), overall_was=3.1), OWN))

    assert "Next" not in words
    assert "was" not in words


def test_a_one_to_one_names_the_other_and_the_time() -> None:
    told = OneToOne("at1", "Charged twice", "U012AB3CD", "Ruth", False, NOW, "The email check.")
    asks = replace(told, by_coach=True, meet_at=None, words="")

    assert "You have a 1:1 with <@U012AB3CD> about “Charged twice”." in words_of(shown(told))
    assert "When: [today, 15:30]" in words_of(shown(told))
    assert "The email check." in words_of(shown(told))
    assert "You suggested a 1:1" in words_of(shown(asks))
    assert "No time is set yet: a message to <@U012AB3CD> will do." in words_of(shown(asks))


@pytest.mark.parametrize(
    ("verdict", "overall", "medal", "words"),
    [
        (None, None, None, "Sam has practised “Charged twice”."),
        ("fail", None, None, "Sam has practised “Charged twice”: not passed yet."),
        ("pass", 4.2, "silver", "🥈 Sam has practised “Charged twice”: 4.2 of 5, passed."),
    ],
)
def test_a_channel_sees_what_its_settings_let_it(
    verdict: str | None, overall: float | None, medal: str | None, words: str
) -> None:
    shared = ResultShared("at1", "Sam", "Charged twice", verdict, overall, medal)

    assert words_of(shown(shared)) == words


def test_a_digest_tells_who_needs_help_first_and_where_criteria_stand() -> None:
    card = shown(LOOK)

    for words in (
        "Billing · 25 February to 4 March · 8 people",
        "12 calls scored. On average 3.6 of 5 ▲ 0.4.",
        "<@U012AB3CD>: 2 assignments overdue, score went down. Begin with Empathy.",
        "▰▰▱▱▱ 2.4 Compliance ▼ 0.4 · 12 calls",
        "▰▰▰▰▱ 4.4 Pace · 1 call",
        "5 assignments done, 2 overdue.\n1 review waiting for a coach.",
    ):
        assert words in words_of(card)
    assert card.text.endswith("1 person may need help.")


@pytest.mark.parametrize(
    ("look", "words"),
    [
        (replace(LOOK, attempts=0), "Nobody practised this week."),
        (replace(LOOK, attempts=0, since=NOW - timedelta(days=30)), "in this time."),
        (replace(LOOK, people=0), "There is nobody in your teams yet."),
        (replace(LOOK, help=()), "Nobody stands out as needing help."),
        (replace(LOOK, done=0, overdue=0), "No assignments done, none overdue."),
        (replace(LOOK, help=LOOK.help * 12), "and 2 more"),
        (replace(LOOK, overall=3.2), "(as before)"),
    ],
)
def test_a_digest_of_little_or_much(look: Digest, words: str) -> None:
    assert words in words_of(shown(look))
