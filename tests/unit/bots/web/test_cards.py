"""Every message has a card, and none lets words become markup."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import get_args

import pytest
from _pytest.mark import ParameterSet

from bots.web.cards import CARDS, View, card
from core.attempt import EndReason
from core.messages import (
    Adjusted,
    CallEnded,
    CriterionMean,
    CustomerSaid,
    Digest,
    Face,
    Message,
    OneToOne,
    Outgoing,
    ResultShared,
    Reviewed,
    ScoreCard,
    ToThread,
    TraineeSaid,
)
from core.rehearsal import EPOCH
from core.scenario import Outcome
from tests.house import PEOPLE
from tests.unit.bots.web.messages import one_of_each

EVIL = """<script>alert("1")</script>' onmouseover='x' "><img src=x onerror=y>&amp;{{ 7*7 }}"""


def cases(words: str) -> list[ParameterSet]:
    """Every message as a parameter; some come in several forms."""
    found = enumerate(one_of_each(words))
    return [pytest.param(message, id=f"{type(message).__name__}{n}") for n, message in found]


class _Reader(HTMLParser):
    """Collects what a browser would see."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs

    def handle_data(self, data: str) -> None:
        self.text += data


def shown(message: Message, *, own: bool = True) -> str:
    outgoing = Outgoing("o1", "w", ToThread("t1"), message, EPOCH)
    return str(card(1, outgoing, View(PEOPLE[0], own=own, token="tok", now=EPOCH)))


def read(html: str) -> _Reader:
    reader = _Reader()
    reader.feed(html)
    return reader


def test_every_message_has_a_card() -> None:
    assert set(CARDS) == set(get_args(Message))
    assert {type(message) for message in one_of_each("x")} == set(get_args(Message))


@pytest.mark.parametrize("own", [True, False])
@pytest.mark.parametrize("message", cases(EVIL))
def test_words_never_become_markup(message: Message, own: bool) -> None:
    page = read(shown(message, own=own))

    assert "script" not in page.tags
    assert not [name for name, _ in page.attributes if name.startswith("on") or name == "style"]
    assert not [value for name, value in page.attributes if name == "src" and value == "x"]
    assert "49" not in page.text


@pytest.mark.parametrize("message", cases("plain words"))
def test_words_are_shown(message: Message) -> None:
    text = read(shown(message)).text

    assert type(message).__name__ in {"TimeWarning", "Scoring"} or "plain words" in text


def test_a_line_of_ones_own_carries_the_key_that_the_page_gave_it() -> None:
    html = shown(TraineeSaid("t1", 1, "Tia", "Hello", "web:t1:abc-123"))

    assert ("data-key", "abc-123") in read(html).attributes
    assert "You" in read(html).text


def test_a_coach_sees_whose_line_it_is() -> None:
    page = read(shown(TraineeSaid("t1", 1, "Tia", "Hello", "k"), own=False))

    assert "Tia" in page.text


def test_a_customer_without_a_picture_has_initials() -> None:
    assert "PS" in read(shown(CustomerSaid("t1", 0, Face("Pat Sample"), "Hi"))).text


@pytest.mark.parametrize("reason", EndReason)
def test_every_end_is_told(reason: EndReason) -> None:
    ended = CallEnded("t1", reason, Outcome.NEUTRAL, "", Face("Pat"), 60, 4)

    assert "The call has ended" in read(shown(ended)).text


def test_a_score_card_without_a_score_says_so() -> None:
    unscored = ScoreCard("t1", "r", "T", None, "unscored", "Why.", (), (), (), None, "g", False)

    assert "Not scored" in read(shown(unscored)).text


def test_trying_again_is_not_offered_when_no_attempt_is_left() -> None:
    spent = ScoreCard("t1", "r", "T", 4, "pass", "", (), (), (), 3, "g", False, "as1", 0)

    assert "Try again" not in read(shown(spent)).text
    assert "Up 1 since last time" in read(shown(spent)).text


def test_a_review_shows_both_numbers_and_what_comes_next() -> None:
    adjusted = (Adjusted("empathy", "Empathy", 2, 4, "Warm enough."),)
    review = Reviewed(
        "t1",
        "v",
        "T",
        "Tia",
        "Cleo",
        "conditional",
        "",
        4.0,
        2.0,
        adjusted,
        "remedial",
        "Pat again",
    )
    text = " ".join(read(shown(review)).text.split())

    assert "Passed, on a condition" in text
    assert "4 now, 2 before the review" in text
    assert "Empathy 4 of 5 was 2 Warm enough." in text
    assert "Next: “Pat again”" in text


def test_a_review_that_changes_no_score_speaks_of_none_before() -> None:
    review = Reviewed("t1", "v", "T", "Tia", "Cleo", "pass", "Well done.", 4.0, 4.0, (), "none")

    assert "before the review" not in read(shown(review)).text
    assert "Next:" not in read(shown(review)).text


def test_a_channel_that_may_see_no_result_is_shown_none() -> None:
    text = read(shown(ResultShared("t1", "Tia", "T", None, None))).text

    assert "Passed" not in text
    assert "scored" not in text


def test_an_empty_week_has_a_digest_without_figures() -> None:
    text = read(shown(Digest(EPOCH, EPOCH, ("A",), 2, 0, 0, 0, 0, None, None, (), ()))).text

    assert "No calls ended in this time." in text
    assert "scored" not in text


def test_a_digest_tells_how_each_criterion_moved() -> None:
    means = (CriterionMean("Empathy", 2.5, 3.0, 4),)
    text = read(shown(Digest(EPOCH, EPOCH, ("A",), 2, 4, 1, 0, 0, 2.5, 3.0, means, ()))).text

    assert "down 0.5 since last time" in text
    assert "overdue" not in text


@pytest.mark.parametrize(
    ("by_coach", "words"), [(True, "Agree on a time with Tia."), (False, "Tia will suggest")]
)
def test_a_talk_without_a_time_says_who_sees_to_it(by_coach: bool, words: str) -> None:
    talk = OneToOne("t1", "T", "tia", "Tia Trainee", by_coach, None)

    assert words in read(shown(talk)).text
