"""The score card: the result, its evidence, and what is left out first."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bots.slack.cards import Card, View, render
from core.messages import CheckResult, CriterionScore, Metric, Quote, ScoreCard
from tests.slack.limits import check_message
from tests.unit.bots.messages import NOW
from tests.unit.bots.slack.reading import buttons_of, words_of

OWN = View("UTC", NOW, own=True, line_link=lambda turn: f"https://x.slack.com/p{turn}")
EMPATHY = CriterionScore(
    "empathy",
    "Empathy",
    2,
    0.5,
    "You heard her.",
    (Quote(1, "I'm sorry."),),
    minimum=3,
    before=1,
    better="“That must be tiring.”",
)
UNSCORED = CriterionScore("pace", "Pace", None, 0.5, "", reason="Too few lines to tell.")
SCORE = ScoreCard(
    "at1",
    "r1",
    "Charged twice",
    3.62,
    "fail",
    "Empathy was missed.",
    (EMPATHY, UNSCORED),
    (
        CheckResult("d", "Said when", passed=True, quotes=(Quote(9, "By Friday."),)),
        CheckResult("e", "Asked more", passed=False, reason="Nothing like it was found."),
        CheckResult("f", "Greeted", passed=None),
    ),
    (
        Metric("w", "Words a reply", 34, "words", "10 to 60"),
        Metric("g", "Greeting", 1, "", "1 = yes"),
        Metric("z", "Reading ease", None, "", "60 to 80"),
    ),
    3.4,
    "the embedded judge",
    approximate=True,
    assignment="as1",
    attempts_left=2,
)


def shown(score: ScoreCard, view: View = OWN) -> Card:
    card = render(score, view)
    assert card is not None
    return card


def test_all_of_a_usual_score_is_told() -> None:
    card = shown(SCORE)

    assert (
        card.text == "Your score for “Charged twice”: 3.6 of 5, not passed yet. Empathy was missed."
    )
    for words in (
        "3.6 of 5, not passed yet\nCharged twice\nEmpathy was missed.\nUp 0.2 since last time.",
        "Empathy 50 %\n▰▰▱▱▱ 2 of 5 · up 1 since last time\n",
        "\nNeeds at least 3 to pass.\nYou heard her.",
        "“I'm sorry.” line 2\nTry: “That must be tiring.”",
        "Pace 50 %\n▱▱▱▱▱ Not scored\nToo few lines to tell.",
        "Yes: Said when “By Friday.” line 10",
        "No: Asked more – Nothing like it was found.",
        "Could not be told: Greeted",
        "Words a reply: 34 words (usual: 10 to 60)",
        "Greeting: Yes",
        "Reading ease: – (usual: 60 to 80)",
        "Scored by the embedded judge. These scores are approximate: take them as a guide.",
        "2 attempts left.",
    ):
        assert words in words_of(card)
    assert "shortened" not in words_of(card)
    assert buttons_of(card) == [
        ("Try again", "start_chat", "as1"),
        ("Transcript", "transcript", "at1"),
        ("Ask a coach", "ask_coach", "at1"),
    ]


def test_a_quote_leads_to_its_line() -> None:
    parts = [p for e in shown(SCORE).blocks[3]["elements"] for p in e["elements"]]

    assert {"type": "link", "url": "https://x.slack.com/p1", "text": "line 2"} in parts


@pytest.mark.parametrize(
    ("overall", "verdict", "words"),
    [
        (4.5, "pass", "🥇 4.5 of 5, passed"),
        (4.2, "conditional", "🥈 4.2 of 5, passed on a condition"),
        (3.0, "pass", "🥉 3 of 5, passed"),
        (4.9, "fail", "4.9 of 5, not passed yet"),
        (3.9, "unscored", "3.9 of 5, result open"),
        (None, "unscored", "Not scored"),
    ],
)
def test_the_headline(overall: float | None, verdict: str, words: str) -> None:
    card = shown(replace(SCORE, overall=overall, verdict=verdict))

    assert words_of(card).startswith(f"{words}\n")


def test_without_attempts_left_there_is_no_trying_again() -> None:
    card = shown(replace(SCORE, attempts_left=0))

    assert [b[1] for b in buttons_of(card)] == ["transcript", "ask_coach"]
    assert "No attempts left." in words_of(card)


def test_others_see_the_score_and_the_transcript() -> None:
    card = shown(SCORE, replace(OWN, own=False))

    assert card.text.startswith("The score for")
    assert [b[1] for b in buttons_of(card)] == ["transcript"]
    assert "attempts left" not in words_of(card)


def long_score(criteria: int) -> ScoreCard:
    quotes = tuple(Quote(turn, f"Quote {turn}. " + "word " * 795) for turn in range(5))
    many = tuple(
        replace(
            EMPATHY,
            id=f"c{n}",
            name=f"No. {n} " + "name " * 60,
            rationale="Why. " * 100,
            quotes=quotes,
        )
        for n in range(criteria)
    )
    return replace(SCORE, criteria=many, metrics=SCORE.metrics * 10)


def test_the_longest_rubric_fits_and_says_where_the_rest_is() -> None:
    card = shown(long_score(20))

    assert check_message({"text": card.text, "blocks": [*card.blocks]}) == []
    for n in range(20):
        assert f"No. {n} name" in words_of(card)
    assert words_of(card).count("▰▰▱▱▱ 2 of 5") == 20
    assert "see Transcript" in words_of(card)
    assert len(buttons_of(card)) == 3


def test_figures_go_before_evidence_and_evidence_before_reasons() -> None:
    few, more = words_of(shown(long_score(4))), words_of(shown(long_score(12)))

    assert "Figures" not in few
    assert "Quote 0." in few
    assert "Quote 0." not in more
    assert "Why. Why." in more


def test_a_score_is_shortened_the_same_way_each_time() -> None:
    assert shown(long_score(20)) == shown(long_score(20))


def test_criteria_past_what_a_message_holds_are_counted() -> None:
    many = replace(SCORE, criteria=(*SCORE.criteria[:1], *(UNSCORED,) * 99))

    assert "… and 70 more criteria: see Transcript." in words_of(shown(many))


def test_a_call_of_which_nothing_could_be_scored_says_so_once() -> None:
    why = "You said nothing in this call, so there is nothing to score."
    silent = replace(
        SCORE, overall=None, verdict="unscored", why=why, criteria=(UNSCORED,) * 4, checks=()
    )

    words = words_of(shown(silent))
    assert words.count(why) == 1
    assert UNSCORED.name not in words
    assert "Transcript" in words
