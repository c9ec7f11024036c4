"""`scrimmage grade`: score transcripts against a rubric, one JSON line for each."""

from __future__ import annotations

import asyncio
import json
import os
from collections import deque
from collections.abc import AsyncIterator, Iterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path
from typing import BinaryIO

import click

from adapters.clock import SystemClock
from adapters.models.minilm import MiniLM
from app.grade_json import graded_json
from app.transcript_lines import BadLine, read_lines
from core.errors import PracticeError
from grading.embedded.judge import EmbeddedJudge
from grading.grade import grade as grade_one
from grading.judges import Judge
from grading.rubric import Rubric
from grading.transcript import Transcript
from scenarios.loader import load_rubric

AHEAD = 8
"""Transcripts graded at the same time; results come out in the order of the file."""


@click.command()
@click.option("--rubric", required=True, help="A rubric file, or the id of one of the library.")
@click.option(
    "--transcripts",
    required=True,
    type=click.File("rb"),
    help='JSONL: {"id", "mode", "turns": [{"speaker", "text", "at_s"?}]}; - reads stdin.',
)
@click.option(
    "--grader",
    type=click.Choice(["embedded", "openai"]),
    default="embedded",
    show_default=True,
    help="Rules and counts on this machine, or a model.",
)
@click.option("--base-url", help="An OpenAI-compatible address; its key in OPENAI_API_KEY.")
@click.option("--model", help="The model's name there.")
@click.pass_context
def grade(  # noqa: PLR0913 - one for each option
    ctx: click.Context,
    *,
    rubric: str,
    transcripts: BinaryIO,
    grader: str,
    base_url: str | None,
    model: str | None,
) -> None:
    """Score transcripts against a rubric; print one JSON line for each, in order.

    A line that is no transcript is told of on stderr and passed over; the exit code is then 1.
    """
    chosen = Rubric.of(load_rubric(_named(rubric)))
    judge = _openai(base_url, model) if grader == "openai" else _embedded()
    read = read_lines(transcripts, getattr(transcripts, "name", "stdin"))
    ctx.exit(0 if asyncio.run(_grade_all(chosen, judge, read)) else 1)


def _named(rubric: str) -> Path | str:
    """What looks like a path is one; anything else is an id of the library."""
    path = Path(rubric)
    is_path = path.suffix in {".yaml", ".yml"} or "/" in rubric or path.is_file()
    return path if is_path else rubric


async def _grade_all(
    rubric: Rubric,
    judging: AbstractAsyncContextManager[Judge],
    lines: Iterator[Transcript | BadLine],
) -> bool:
    """Print every result in order; return whether every line was good."""
    good = True
    under_way: deque[asyncio.Task[str]] = deque()
    async with judging as judge, asyncio.TaskGroup() as group:
        for line in lines:
            if isinstance(line, BadLine):
                click.echo(f"scrimmage: {line}", err=True)
                good = False
                continue
            under_way.append(group.create_task(_graded(line, rubric, judge)))
            if len(under_way) >= AHEAD:
                _show(await under_way.popleft())
        for task in under_way:
            _show(await task)
    return good


async def _graded(transcript: Transcript, rubric: Rubric, judge: Judge) -> str:
    graded = await grade_one(transcript, rubric, judge)
    return json.dumps(
        graded_json(transcript.id, graded, approximate=judge.approximate), ensure_ascii=False
    )


def _show(line: str) -> None:
    # As bytes: what people wrote need not fit the terminal's encoding.
    click.echo(line.encode("utf-8", "replace"))


@asynccontextmanager
async def _embedded() -> AsyncIterator[Judge]:
    yield EmbeddedJudge(MiniLM())


@asynccontextmanager
async def _openai(base_url: str | None, model: str | None) -> AsyncIterator[Judge]:
    if not model:
        raise PracticeError("The openai grader needs a model.", "Add --model NAME.")
    # Slow to import, and the embedded grader does without.
    from adapters.models.openai.settings import OpenAISettings  # noqa: PLC0415
    from adapters.models.openai.tries import Pace  # noqa: PLC0415
    from adapters.models.openai_judge import OpenAIJudge  # noqa: PLC0415

    address = base_url or "https://api.openai.com/v1"
    settings = OpenAISettings(address, model, os.environ.get("OPENAI_API_KEY", ""))
    judge = OpenAIJudge(settings, Pace(SystemClock()))
    try:
        yield judge
    finally:
        await judge.aclose()
