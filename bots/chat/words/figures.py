"""Names, scores and results, at lengths for a sentence."""

from __future__ import annotations

from collections.abc import Sequence

from bots.chat.texts import fit
from core.scenario import Document
from core.wording import counted, figure, first_name

NAME, TITLE, LINE = 80, 150, 300
MEDALS = {"gold": "🥇 ", "silver": "🥈 ", "bronze": "🥉 "}
_DOCUMENTS = 10
_VERDICTS = {"pass": "passed", "fail": "not passed yet", "conditional": "passed on a condition"}


def name(words: str) -> str:
    """Somebody's name, at a length for a sentence."""
    return fit(" ".join(words.split()), NAME) or "somebody"


def title(words: str) -> str:
    """What a scenario, criterion or document is called."""
    return fit(" ".join(words.split()), TITLE)


def who(trainee: str) -> str:
    """A first name leaves room for the title of the call."""
    return fit(first_name(trainee), 40) or "Somebody"


def bar(score: float | None) -> str:
    """▰▰▰▱▱ for 3 of 5."""
    full = 0 if score is None else min(5, max(0, round(score)))
    return "▰" * full + "▱" * (5 - full)


def of_five(score: float | None) -> str:
    """3.8 of 5; or that there is no score."""
    return "not scored" if score is None else f"{figure(score)} of 5"


def result(overall: float | None, verdict: str) -> str:
    """3.8 of 5, passed; as a sentence begins."""
    if overall is None:
        return _VERDICTS.get(verdict, "not scored").capitalize()
    return f"{of_five(overall)}, {_VERDICTS.get(verdict, 'result open')}"


def barred(overall: float | None, outcome: str) -> str:
    """A result as a bar and in words."""
    return f"{bar(overall)} {outcome}" if overall is not None else outcome


def attempts_left(number: int | None) -> str:
    """2 attempts left; as often as you like."""
    if number == 0:
        return "no attempts left"
    return "as often as you like" if number is None else f"{counted(number, 'attempt')} left"


def documents(papers: Sequence[Document]) -> tuple[str, str]:
    """Documents: these, and so many more; as what stands before them, and they."""
    names = [title(d.title) for d in papers[:_DOCUMENTS] if d.title.strip()]
    more = len(papers) - _DOCUMENTS
    tail = f" and {more} more" if more > 0 else ""
    return f"{'Document' if len(papers) == 1 else 'Documents'}: ", ", ".join(names) + tail
