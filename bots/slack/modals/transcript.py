"""The transcript: numbered lines, what was scored on them, and what a coach said about them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from slack_sdk.models.blocks import Block, RichTextBlock

from bots.chat.texts import pieces
from bots.slack.blocks import actions, button, context, header, section
from bots.slack.modals.parts import BLOCKS, View, modal, size
from bots.slack.names import Action
from bots.slack.rich import bold, italic, moment, quoted, rich, rows
from core.attempt import Speaker, Turn
from core.people import Comment
from core.scoring import ScoreRun
from core.views import AttemptPage
from core.wording import figure, line_number, offset

_PIECE = 3000
_FRAME = 7  # blocks around the lines of a page
_BYTES = 180_000  # of the 250 kB that a view may have
_PAGE = "page:"
_VERDICTS = {"pass": "Passed", "fail": "Not passed yet", "conditional": "Passed, on a condition"}
_RESULTS = {True: "yes", False: "no", None: "could not be told"}


def view(found: AttemptPage, names: Mapping[str, str], page: int = 0) -> View:
    """Return a page of the transcript. `names` are those of who commented, by id.

    `page` counts from 0; one that is not there is the last. `page_of` tells which a button wants.
    """
    pages = _pages(found, names)
    at = min(max(page, 0), len(pages) - 1)
    head = _head(found) if at == 0 else []
    foot = _turning(found.attempt.id, at, len(pages))
    return modal("Transcript", [*head, *pages[at], *foot])


def page_of(action: Mapping[str, Any]) -> int:
    """Return the page that a pressed button wants: 0 for a button that stands elsewhere."""
    wanted = str(action.get("block_id") or "").removeprefix(_PAGE)
    return int(wanted) if wanted.isdecimal() else 0


def _head(found: AttemptPage) -> list[Block]:
    run, trainee = found.standing, found.trainee
    began = found.attempt.started_at or found.attempt.created_at
    score = f"{figure(run.overall)} of 5" if run and run.overall is not None else ""
    verdict = _VERDICTS.get(run.verdict.value, "Not scored") if run else "Not scored yet"
    who = f"{trainee.name} with {found.scenario.persona.name}, "
    return [
        header(found.scenario.title),
        *rich(rows([who, moment(began, trainee.time_zone, began)])),
        *context(verdict, score),
    ]


def _pages(found: AttemptPage, names: Mapping[str, str]) -> list[list[Block]]:
    pages: list[list[Block]] = [[]]
    taken = 0
    for block in _body(found, names):
        needed = size([block])
        if pages[-1] and (len(pages[-1]) == BLOCKS - _FRAME or taken + needed > _BYTES):
            pages.append([])
            taken = 0
        pages[-1].append(block)
        taken += needed
    return pages if pages[0] else [[section("Nothing was said in this call.")]]


def _body(found: AttemptPage, names: Mapping[str, str]) -> Iterator[Block]:
    """What is said of the whole, then each line with what is said of it."""
    by: dict[int | None, list[Comment]] = {}
    for comment in found.comments:
        by.setdefault(comment.turn, []).append(comment)
    for comment in by.get(None, []):
        yield from _said(comment, names)
    for turn in found.attempt.turns:
        yield from _line(turn, found)
        for comment in by.get(turn.number, []):
            yield from _said(comment, names)


def _line(turn: Turn, found: AttemptPage) -> list[RichTextBlock]:
    trainee = turn.speaker is Speaker.TRAINEE
    name = found.trainee.name if trainee else found.scenario.persona.name
    into = offset(turn.at, found.attempt.started_at)
    mood = "" if trainee else f" · {turn.mood.value}"
    head = [f"{line_number(turn.number)}. ", bold(name), italic(f"  {into} in{mood}")]
    marks = " · ".join(_marks(turn, found.standing))
    return rich(rows(head, pieces(turn.text, _PIECE), [italic(marks)]))


def _said(comment: Comment, names: Mapping[str, str]) -> list[RichTextBlock]:
    name = names.get(comment.author, "A coach")
    return rich(quoted([bold(f"{name}: "), *pieces(comment.text, _PIECE)]))


def _marks(turn: Turn, run: ScoreRun | None) -> list[str]:
    """What a line is evidence of: criteria with their scores, checks with their results."""
    if run is None:
        return []
    scores = [
        (c.quotes, f"{c.name}: {'not scored' if c.score is None else f'{c.score} of 5'}")
        for c in run.criteria
    ]
    checks = [(c.quotes, f"{c.name}: {_RESULTS[c.passed]}") for c in run.checks]
    found = [
        words for quotes, words in [*scores, *checks] if any(q.turn == turn.number for q in quotes)
    ]
    return list(dict.fromkeys(found))


def _turning(attempt: str, at: int, pages: int) -> list[Block]:
    """Buttons to turn the page: each in a block of its own, which says where it leads."""
    found: list[Block] = [*context(f"Page {at + 1} of {pages}" if pages > 1 else "")]
    for words, to in (("Earlier lines", at - 1), ("Later lines", at + 1)):
        if 0 <= to < pages:
            row = actions(button(words, Action.TRANSCRIPT, value=attempt))
            row[0].block_id = f"{_PAGE}{to}"
            found += row
    return found
