"""What has to be said word for word: by the rubric's checks, and by the scenario's documents."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from core.scenario import Document
from grading.rubric import Rubric

_REQUIRED = re.compile(
    r"word[ -]for[ -]word[^\n]*\n(?:[^\n>]*\n){0,3}?>[ \t]*(?P<words>[^\n]+(?:\n>[^\n]+)*)",
    re.IGNORECASE,
)
_MARKS = re.compile(r"[*_>\u201c\u201d\"]")
_LONGEST_FILE = 200_000


def demanded(rubric: Rubric, documents: Iterable[Document] = ()) -> tuple[str, ...]:
    """Return the sentences to be said word for word, each once. Reads the documents' files."""
    phrases = [check.phrase for check in rubric.checks if check.phrase]
    for document in documents:
        phrases += required(_text(Path(document.file)))
    return tuple({_plain(phrase): phrase for phrase in reversed(phrases)}.values())[::-1]


def required(text: str) -> list[str]:
    """Return what a text quotes, on lines that begin with ">", as to be said word for word."""
    found = (_MARKS.sub("", match["words"]) for match in _REQUIRED.finditer(text))
    return [" ".join(words.split()) for words in found]


def _text(path: Path) -> str:
    if path.suffix.lower() != ".md":
        return ""
    try:
        return path.read_text(encoding="utf-8", errors="replace")[:_LONGEST_FILE]
    except OSError:
        return ""  # A document that is gone asks for nothing; the linter tells of it.


def _plain(phrase: str) -> str:
    return " ".join(re.findall(r"\w+", phrase.lower()))
