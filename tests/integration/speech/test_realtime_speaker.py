"""A line that is worded and spoken at once, and heard only when it is right."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from contextlib import aclosing, asynccontextmanager

import pytest

from adapters.models.nearness import Nearness
from adapters.models.openai import OpenAISettings
from adapters.speech.realtime import (
    RealtimeSession,
    RealtimeSettings,
    RealtimeSpeaker,
    SpokenPiece,
)
from adapters.speech.realtime.tools import functions
from core.attempt import Call
from core.beats import Act, Beat, Move
from core.moods import Mood
from core.reading import Note
from core.scenario import Scenario
from core.speech import seconds_of
from tests.fakes.embedder import WordEmbedder
from tests.fakes.openai_realtime_script import Line
from tests.fakes.openai_realtime_server import RealtimeServer
from tests.fakes.pace import FakePace
from tests.integration.openai.customers import EMAIL, NONCE, PRESS, STOCK, note
from tests.samples import scenario
from tests.talks import talk
from tests.unit.adapters.openai.test_prompts import (
    LIBRARY,
    moves_of,
    rubric_texts,
    texts,
    unsaid,
)

CALL = talk(scenario(), "You charged me twice.", "Hello, how can I help?")
OPEN = Beat((Move(Act.OPEN),), Mood.CALM)
LOOK = Beat((Move(Act.USE_TOOL, "app"),), Mood.CALM)


@asynccontextmanager
async def session_of(server: RealtimeServer, played: Scenario) -> AsyncIterator[RealtimeSession]:
    """A session for a call with this scenario; nothing may have been refused."""
    settings = RealtimeSettings(OpenAISettings(server.base_url, "m"), "gpt-4o-mini-transcribe")
    pace, tools = FakePace().pace, functions(played)
    async with aclosing(RealtimeSession(settings, pace, "warm-low", tools)) as session:
        yield session
    assert server.refusals == []


async def conversed(
    server: RealtimeServer, beat: Beat, call: Call = CALL
) -> tuple[list[SpokenPiece], list[Note]]:
    """The pieces and the notes of a line."""
    speaker = RealtimeSpeaker(Nearness(WordEmbedder()), STOCK, lambda: NONCE)
    async with session_of(server, call.scenario) as session:
        parts = [part async for part in speaker.converse(session, call, beat)]
    pieces = [part for part in parts if isinstance(part, SpokenPiece)]
    return pieces, [part for part in parts if isinstance(part, Note)]


async def test_words_and_sound_come_together() -> None:
    async with RealtimeServer(Line("I want it back. What happens now?")) as server:
        pieces, notes = await conversed(server, PRESS)
    assert [piece.text for piece in pieces] == ["I want it back. What happens now?"]
    assert seconds_of(pieces[0].audio) == pytest.approx(0.6, abs=0.01)
    assert notes == []


async def test_the_beat_and_the_persona_are_in_what_it_is_told() -> None:
    async with RealtimeServer(Line("So?")) as server:
        await conversed(server, PRESS)
    asked = server.sent("response.create")[0]["response"]
    assert "Pat was charged twice." in asked["instructions"]
    task = asked["input"][0]["content"][0]["text"]
    assert "come back to what you need" in task
    assert f"<<{NONCE}\nCustomer: You charged me twice." in task
    assert asked["conversation"] == "none"


async def test_a_line_at_fault_is_made_again_and_its_sound_not_let_out() -> None:
    bad = Line("I want it back. How can I help you today?", audio=b"\x01\x01" * 24_000)
    async with RealtimeServer(bad, Line("What happens now?")) as server:
        pieces, notes = await conversed(server, PRESS)
    assert [piece.text for piece in pieces] == ["What happens now?"]
    assert seconds_of(pieces[0].audio) == pytest.approx(0.6, abs=0.01)
    fault = "speaks_as_agent"
    assert notes == [note("line_rejected", fault), note("line_retried", fault)]
    again = json.dumps(server.sent("response.create")[1])
    assert "You write only the customer." in again


async def test_after_a_second_fault_the_author_speaks() -> None:
    script = (Line("As an AI I have no money."), Line("*sighs* Again."))
    async with RealtimeServer(*script) as server:
        pieces, notes = await conversed(server, PRESS)
    assert pieces[0].text in {"I just want my money.", "What about my money?"}
    assert pieces[0].line
    assert seconds_of(pieces[0].audio) == pytest.approx(0.6, abs=0.01)
    assert notes[-1] == note("authored_line_used", "out_of_character")


async def test_a_fact_that_must_be_told_is_not_left_out() -> None:
    script = (Line("Let me see."), Line("One moment, please."))
    async with RealtimeServer(*script) as server:
        pieces, _ = await conversed(server, EMAIL)
    assert [piece.text for piece in pieces] == ["It's pat@example.com."]


async def test_the_opening_is_the_scripted_one() -> None:
    async with RealtimeServer() as server:
        pieces, notes = await conversed(server, OPEN, talk(scenario()))
    assert [piece.text for piece in pieces] == ["You charged me twice."]
    assert notes == []


async def test_a_tool_is_used_when_the_beat_says_so_and_never_by_the_model() -> None:
    async with RealtimeServer(Line("There are two charges.")) as server:
        await conversed(server, LOOK)
    session = server.sent("session.update")[0]["session"]
    assert [tool["name"] for tool in session["tools"]] == ["app"]
    assert session["tool_choice"] == "none"
    asked = server.sent("response.create")[0]["response"]
    assert asked["tool_choice"] == "none"
    _, call, output = asked["input"]
    assert (call["type"], call["name"]) == ("function_call", "app")
    assert (output["type"], output["output"]) == ("function_call_output", "Two charges.")
    assert call["call_id"] == output["call_id"]


@pytest.mark.parametrize("played", LIBRARY.all(), ids=lambda played: played.id)
async def test_nothing_that_is_sent_holds_the_rubric_or_what_is_not_to_be_said(
    played: Scenario,
) -> None:
    call = talk(played, played.opening, "Hello.")
    beats = [Beat((move,), Mood.CALM) for move in moves_of(played) if move.act is Act.USE_TOOL]
    for beat in (PRESS, *beats):
        async with RealtimeServer(Line(""), Line("")) as server:
            await conversed(server, beat, call)
        sent = json.dumps(server.received[:2], ensure_ascii=False)
        assert server.received[1]["type"] == "response.create"
        assert [text for text in rubric_texts(played) if text in sent] == []
        plain = (json.dumps(t.strip(), ensure_ascii=False)[1:-1] for t in unsaid(call, beat))
        assert [text for text in plain if text in sent] == []


@pytest.mark.parametrize("played", LIBRARY.all(), ids=lambda played: played.id)
def test_the_functions_tell_what_there_is_to_do_and_not_what_comes_of_it(played: Scenario) -> None:
    told = json.dumps(functions(played), ensure_ascii=False)
    assert told.count('"name"') == len(played.tools)
    results = [text for tool in played.tools for r in tool.results for text in texts(r.says)]
    asked = [text for tool in played.tools for text in tool.asked.like if len(text.split()) > 2]
    hidden = [json.dumps(text, ensure_ascii=False)[1:-1] for text in (*results, *asked)]
    assert [text for text in hidden if text in told] == []
