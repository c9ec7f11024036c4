"""A spoken call is judged as speech: nobody spelt its words, and it has no paragraphs."""

from __future__ import annotations

from dataclasses import replace

from core.scenario import Mode
from grading.embedded.judge import EmbeddedJudge
from grading.judges import Context
from grading.transcript import Transcript
from tests.unit.grading.calls import COMPLAINT, NoVectors, call, criterion

JUDGE = EmbeddedJudge(NoVectors())


def spoken(transcript: Transcript) -> Transcript:
    return replace(transcript, mode=Mode.VOICE)


def score(criterion_id: str, transcript: Transcript) -> int | None:
    return JUDGE.score(criterion(criterion_id), transcript, Context()).score


def test_how_words_were_transcribed_costs_nothing() -> None:
    said = call(COMPLAINT, "I recieve teh mesage and wil refnd it tody for yuo.")
    assert (score("fluency", said) or 5) < 5
    assert score("fluency", spoken(said)) == 5


def test_fillers_cost_what_misspelt_words_do() -> None:
    said = spoken(call(COMPLAINT, "Um, I will, uh, er, you know, refund it, um, today."))
    assert (score("fluency", said) or 5) < 5


def test_an_answer_of_a_hundred_words_needs_no_paragraphs_when_it_is_spoken() -> None:
    said = call(COMPLAINT, f"I have refunded it just now. {'And this is how it goes. ' * 12}")
    assert score("efficiency", spoken(said)) == 1 + (score("efficiency", said) or 0)
