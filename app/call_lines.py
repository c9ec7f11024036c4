"""A scripted call as people read it: one line for each thing said, and for what else happened."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from statistics import median

from app.calling import Placed
from voice_bridge.caller import Said, Timeline

YOU = "You"
_ENDED = 1000


@dataclass(frozen=True, slots=True)
class Told:
    """One line: seconds on the line, who speaks ("" for what happens), the words, and a remark."""

    at: float
    who: str
    words: str
    remark: str = ""


def told(placed: Placed) -> list[Told]:
    """Return the call from its first line to its end, by time.

    A line of the customer's stands where it was first heard, with what was heard of it.
    """
    rows = [*_yours(placed), *_customers(placed), *_happenings(placed)]
    return sorted(rows, key=lambda row: row.at)


def first_name(placed: Placed) -> str:
    """What the customer is called in the lines."""
    return placed.customer.split()[0]


def summary(timeline: Timeline) -> str:
    """Say in a sentence how long answers took."""
    answers = timeline.answers()
    if not answers and all(said.cut_in for said in timeline.said):
        return "No answer was timed: what cuts in has none of its own."
    if not answers:
        return "Nothing that you said was answered."
    if len(answers) == 1:
        return f"Your line was answered after {answers[0]:.1f} s."
    least, most = min(answers), max(answers)
    return (
        f"{len(answers)} answers, after {median(answers):.1f} s in the median "
        f"({least:.1f} to {most:.1f} s)."
    )


def _yours(placed: Placed) -> Iterator[Told]:
    """Tell what the caller said, and how it was understood where that was otherwise."""
    timeline, name = placed.timeline, first_name(placed)
    understood = _misunderstood(timeline)
    for said in timeline.said:
        words = f"plays {said.text}" if said.file else f"“{said.text}”"
        remarks = [f"while {name} speaks"] if said.cut_in else []
        remarks += [f"understood as “{understood[said]}”"] if said in understood else []
        yield Told(said.began, YOU, words, ", ".join(remarks))


def _misunderstood(timeline: Timeline) -> dict[Said, str]:
    """Return how what was said was understood, where that was otherwise, by its last part."""
    found: dict[Said, str] = {}
    since = float("-inf")
    for at, what, data in timeline.events:
        if what != "caption" or not data["final"] or data["speaker"] != "trainee":
            continue
        parts = [said for said in timeline.said if since < said.began < at]
        # Sounds of listening that came before are no part of the turn.
        meant = {_bare(" ".join(said.text for said in parts[n:])) for n in range(len(parts))}
        if parts and _bare(data["text"]) not in meant:
            found[parts[-1]] = data["text"]
        since = at
    return found


def _bare(text: str) -> str:
    """Return the words alone: a comma is no misunderstanding."""
    kept = (letter for letter in text.lower() if letter.isalnum() or letter.isspace())
    return " ".join("".join(kept).split())


def _customers(placed: Placed) -> Iterator[Told]:
    timeline = placed.timeline
    took = dict(timeline.answered())
    line, began = 0, 0.0
    for at, what, data in timeline.events:
        if what == "line" and data["line"] != line:
            line = data["line"]
            began = next((sound for sound, _ in timeline.sounds if sound >= at), at)
        elif what == "caption" and data["final"] and data["speaker"] == "customer":
            remark = f"after {took.pop(began):.1f} s" if began in took else ""
            yield Told(began, first_name(placed), f"“{data['text']}”", remark)


def _happenings(placed: Placed) -> Iterator[Told]:
    name, line, last = first_name(placed), 0, 0.0
    for at, what, data in placed.timeline.events:
        last = at
        match what:
            case "stop":
                yield Told(at, "", f"{name} falls silent.")
            case "line":
                if data["line"] == line:
                    yield Told(at, "", f"{name} goes on.")
                line = data["line"]
            case "document":
                yield Told(at, "", f"{name} shows “{data['title']}”.")
            case "warning":
                yield Told(at, "", f"{data['left_s']} seconds are left.")
            case "trouble" | "ended":
                yield Told(at, "", str(data["words"]))
    code, words = placed.timeline.closed
    if code != _ENDED:
        yield Told(last, "", f"The line was closed before the call had ended. {words}".strip())
