"""How the trainee writes: length, ease of reading, shape, and the manners of a chat."""

from __future__ import annotations

import re
from statistics import fmean

from core.messages import Metric
from grading.manners import closing, greeting
from grading.metrics.readability import reading_ease
from grading.transcript import Line, Transcript

LONG = 60
"""Words above which an answer needs steps or paragraphs."""

_PARTS = re.compile(r"\n|^\s*(?:[-*\u2022]|\d+[.)])\s", re.MULTILINE)


def wording(transcript: Transcript, known: str = "") -> tuple[Metric, ...]:
    """Return the figures about the trainee's messages."""
    del known
    lines = transcript.trainee
    lengths = [len(line.text.split()) for line in lines]
    replies = replies_of(transcript)
    ease = reading_ease("\n".join(line.text for line in lines))
    a_reply = [sum(len(line.text.split()) for line in reply) for reply in replies]
    return (
        Metric("reply_words", "Words a reply", _mean(a_reply), "words", "10 to 60"),
        Metric(
            "reply_messages", "Messages a reply", _mean([len(r) for r in replies]), "", "1 to 2"
        ),
        Metric("reading_ease", "Reading ease (Flesch)", ease, "", "60 to 80"),
        Metric("long_shaped", "Long answers in steps or paragraphs", _shaped(lines, lengths), "%"),
        Metric("greeting", "Greeting", _present(greeting(transcript), lines), "", "1 = yes"),
        Metric("closing", "Closing", _present(closing(transcript), lines), "", "1 = yes"),
    )


def replies_of(transcript: Transcript) -> list[list[Line]]:
    """Return the trainee's messages, those that follow each other without a break together."""
    replies: list[list[Line]] = []
    was_trainee = False
    for line in transcript.lines:
        if line.by_trainee and line.text.strip():
            if not was_trainee:
                replies.append([])
            replies[-1].append(line)
        was_trainee = line.by_trainee
    return replies


def shaped(text: str) -> bool:
    """Whether a text has more than one paragraph, or a list."""
    return bool(_PARTS.search(text.strip()))


def _shaped(lines: tuple[Line, ...], lengths: list[int]) -> float | None:
    """Share of the long answers that have a shape, in per cent; None when none is long."""
    long = [shaped(line.text) for line, words in zip(lines, lengths, strict=True) if words > LONG]
    return round(100 * fmean(long), 0) if long else None


def _mean(values: list[int]) -> float | None:
    return round(fmean(values), 1) if values else None


def _present(found: object, lines: tuple[Line, ...]) -> float | None:
    return float(found is not None) if lines else None
