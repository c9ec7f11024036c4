"""What a scripted caller says, and when."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from core.errors import PracticeError
from core.words import Unfit, fit

USUAL_PAUSE_S = 0.5
"""From the end of the customer's line to the caller's, unless the script says otherwise."""
_LONGEST_S = 600.0
_SHOWN = 40


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to say: `say` in words, or `play`, the path of a WAV file.

    It begins `after_s` after the customer's line has ended, or, where `into_s` is given, so many
    seconds into the customer's next line.
    """

    say: str = ""
    play: str = ""
    after_s: float = USUAL_PAUSE_S
    into_s: float | None = None


def parse(name: str, text: str) -> list[Step]:
    """Return the steps of a script: a line of words a line, or JSONL.

    `{"say": "…"}` or `{"play": "file.wav"}`, with `"after_s"` or `"into_s"`. Raises PracticeError
    with file and line.
    """
    steps = list(_steps(name, text))
    if not steps:
        raise PracticeError(f"{name} has no lines for the caller.", "Write one a line.")
    return steps


def _steps(name: str, text: str) -> Iterator[Step]:
    lines = [(number, line) for number, line in enumerate(text.splitlines(), 1) if line.strip()]
    as_json = bool(lines) and lines[0][1].lstrip().startswith("{")
    for number, line in lines:
        where = f"{name}:{number}"
        yield _from_json(where, line) if as_json else Step(say=_fit(where, line))


def _from_json(where: str, line: str) -> Step:
    try:
        entry = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise PracticeError(f"{where}: the line is no JSON.", 'Write {"say": "…"}.') from error
    if not isinstance(entry, dict) or not set(entry) <= {"say", "play", "after_s", "into_s"}:
        raise PracticeError(
            f"{where}: the line is not a step.", 'Write {"say": "…", "after_s": 0.5}.'
        )
    if entry.get("after_s") is not None and entry.get("into_s") is not None:
        raise PracticeError(
            f"{where}: it has both after_s and into_s.",
            "Keep after_s to wait for the customer, or into_s to cut in.",
        )
    say, play = _text(where, entry, "say"), _text(where, entry, "play")
    if bool(say) == bool(play):
        raise PracticeError(f"{where}: it needs either say or play.", 'Write {"say": "…"}.')
    into = _seconds(where, entry, "into_s", None)
    after = _seconds(where, entry, "after_s", USUAL_PAUSE_S)
    return Step(say, play, USUAL_PAUSE_S if after is None else after, into)


def _text(where: str, entry: dict[str, Any], key: str) -> str:
    value = entry.get(key)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise PracticeError(f"{where}: {key} is {_short(value)}.", f'Write {{"{key}": "…"}}.')
    if not value.strip():
        raise PracticeError(f"{where}: {key} is empty.", f'Write {{"{key}": "…"}}.')
    return _fit(where, value) if key == "say" else value


def _fit(where: str, text: str) -> str:
    try:
        said = fit(text)
    except Unfit as error:
        raise PracticeError(f"{where}: {error.sentence}", error.mend) from error
    if not any(letter.isalnum() for letter in said):
        raise PracticeError(
            f"{where}: {_short(said)} makes no sound.", "Write words that can be spoken."
        )
    return said


def _seconds(where: str, entry: dict[str, Any], key: str, usual: float | None) -> float | None:
    value = entry.get(key, usual)
    if value is None:
        return None
    fits = isinstance(value, int | float) and not isinstance(value, bool)
    if not fits or not 0 <= value <= _LONGEST_S:
        raise PracticeError(f"{where}: {key} is {_short(value)}.", "Give seconds from 0 to 600.")
    return float(value)


def _short(value: object) -> str:
    shown = repr(value)
    return shown if len(shown) <= _SHOWN else f"{shown[:_SHOWN]}…"
