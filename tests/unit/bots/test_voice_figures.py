"""The score card of a call by voice tells the figures of speech, on every surface."""

from __future__ import annotations

import asyncio
import re
from dataclasses import replace

import pytest

from core.messages import ScoreCard
from grading.embedded.judge import EmbeddedJudge
from grading.grade import grade
from grading.transcript import Transcript
from tests.unit.bots.slack import reading as slack
from tests.unit.bots.slack.test_score_cards import SCORE
from tests.unit.bots.slack.test_score_cards import shown as in_slack
from tests.unit.bots.teams import reading as teams
from tests.unit.bots.teams.test_cards import shown as in_teams
from tests.unit.bots.web import test_cards as web
from tests.unit.grading.calls import COMPLAINT, NoVectors, built_in
from tests.unit.grading.spoken import CUSTOMER, TRAINEE, by_voice, log, speech

FIGURES = (
    ("Speaking rate", "150 words a minute", "120 to 160"),
    ("Share of talk, you", "56 %", "43 in top sales calls"),
    ("Share of talk, customer", "44 %", "57 in top sales calls"),
    ("Longest monologue", "10 s", ""),
    ("Fillers (um, you know)", "30 a minute", ""),
    ("Response gap, median", "1 s", ""),
    ("Silences over 3 s", "1", ""),
    ("Dead air in all", "4.2 s", ""),
    ("Times you cut the customer off", "0", ""),
)


@pytest.fixture(scope="module")
def score() -> ScoreCard:
    held = by_voice((CUSTOMER, COMPLAINT), (TRAINEE, "um, I have refunded it. " * 5))
    entries = log(
        *speech(CUSTOMER, 0, 8),
        *speech(TRAINEE, 9, 19),
        (9, "gap", {"by": "trainee", "ms": 1040}),
        (20, "dead_air", {"ms": 4200}),
    )
    judge = EmbeddedJudge(NoVectors())
    graded = asyncio.run(grade(Transcript.of(held, entries), built_in(), judge))
    return replace(SCORE, metrics=graded.metrics, checks=())


def squeezed(words: str) -> str:
    """The words without the space between them, which differs by platform."""
    return re.sub(r"\s", "", words)


def in_the_browser(score: ScoreCard) -> str:
    return web.read(web.shown(score)).text


def test_in_slack(score: ScoreCard) -> None:
    words = squeezed(slack.words_of(in_slack(score)))
    for label, value, usual in FIGURES:
        assert squeezed(f"{label}: {value}{f' (usual: {usual})' if usual else ''}") in words


def test_in_teams(score: ScoreCard) -> None:
    words = squeezed(teams.words_of(in_teams(score)))
    for label, value, usual in FIGURES:
        assert squeezed(f"{label}: {value}{f' (usual: {usual})' if usual else ''}") in words


def test_in_the_browser(score: ScoreCard) -> None:
    words = squeezed(in_the_browser(score))
    for label, value, usual in FIGURES:
        assert squeezed(f"{label}{value}{usual}") in words


def test_nothing_of_writing_is_told(score: ScoreCard) -> None:
    ids = {metric.id for metric in score.metrics}
    assert not ids & {"spelling_errors", "first_response", "reading_ease", "reply_words"}
