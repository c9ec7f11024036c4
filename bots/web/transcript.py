"""The transcript: numbered lines, what was scored on them, and what a coach said about them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from aiohttp import web
from markupsafe import Markup

from bots.web.deps import DEPS
from bots.web.gate import VISITOR
from bots.web.marks import Mark, marked
from bots.web.recording import Listening, listening
from bots.web.render import page, templates
from bots.web.thread import attempt_page
from core.attempt import Speaker, Turn
from core.messages import Adjusted, Reviewed
from core.people import Comment
from core.views import AttemptPage


@dataclass(frozen=True, slots=True)
class Line:
    """A turn with what is anchored to it. `start` is the second at which it can be heard."""

    turn: Turn
    name: str
    html: Markup
    marks: tuple[Mark, ...]
    comments: tuple[tuple[str, Comment], ...]
    start: float | None
    cut: bool


async def transcript(request: web.Request) -> web.StreamResponse:
    """Show the transcript, ready to be printed."""
    found = await attempt_page(request)
    names = await _names(request, found)
    heard = await listening(request, found)
    return page(request, "transcript.html", listening=heard, **_words(found, names, heard))


async def download(request: web.Request) -> web.StreamResponse:
    """Hand the transcript over as plain text."""
    found = await attempt_page(request)
    heard = await listening(request, found)
    words = _words(found, await _names(request, found), heard)
    viewer = request[VISITOR].person
    # Plain text: what would be escaped for HTML is handed over as it was said.
    text = templates().overlay(autoescape=False).get_template("transcript.txt")
    response = web.Response(text=text.render(tz=viewer.time_zone, **words))
    response.headers["Content-Disposition"] = f'attachment; filename="{_file_name(found)}"'
    return response


def _file_name(found: AttemptPage) -> str:
    return f"transcript-{found.scenario.id}-{found.attempt.created_at:%Y-%m-%d}.txt"


def _words(found: AttemptPage, names: dict[str, str], heard: Listening) -> dict[str, Any]:
    run = found.standing
    return {
        "found": found,
        "attempt": found.attempt,
        "title": found.scenario.title,
        "run": run,
        "review": _review(found, names),
        "lines": [_line(turn, found, heard, names) for turn in found.attempt.turns],
        "general": [(names[c.author], c) for c in found.comments if c.turn is None],
    }


def _review(found: AttemptPage, names: dict[str, str]) -> Reviewed | None:
    """Return the review that counts, with the numbers of the run that it was given for."""
    if not found.reviews:
        return None
    review, now = found.reviews[-1], found.standing
    run = next((r for r in found.runs if r.id == review.run), None)
    old = {c.id: c for c in run.criteria} if run else {}
    return Reviewed(
        attempt=found.attempt.id,
        review=review.id,
        title=found.scenario.title,
        trainee=found.trainee.name,
        coach=names[review.author],
        verdict=review.verdict.value,
        words=review.words,
        overall=now.overall if now else None,
        overall_was=run.overall if run else None,
        adjusted=tuple(
            Adjusted(a.criterion, old[a.criterion].name, old[a.criterion].score, a.score, a.reason)
            for a in review.adjustments
            if a.criterion in old
        ),
        next_step=review.next_step.value,
    )


def _line(turn: Turn, found: AttemptPage, heard: Listening, names: dict[str, str]) -> Line:
    trainee = turn.speaker is Speaker.TRAINEE
    html, marks = marked(turn, found.standing)
    return Line(
        turn,
        found.trainee.name if trainee else found.scenario.persona.name,
        html,
        marks,
        tuple((names[c.author], c) for c in found.comments if c.turn == turn.number),
        heard.starts.get(turn.number),
        turn.number in heard.cut,
    )


async def _names(request: web.Request, found: AttemptPage) -> dict[str, str]:
    """Return the names of those who commented or reviewed; people may have left since."""
    authors = {c.author for c in found.comments} | {r.author for r in found.reviews}
    names = {}
    async with request.app[DEPS].store.reading() as unit:
        for author in authors:
            person = await unit.person(found.attempt.workspace, author)
            names[author] = person.name if person else "A coach"
    return names
