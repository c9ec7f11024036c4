"""The customer's line, worded by a server and checked on its way."""

from __future__ import annotations

import pytest

from adapters.models.failures import Failure
from core.beats import Act, Beat, Move
from core.moods import Mood
from core.ports import Sentence
from core.reading import Note
from tests.fakes.openai_server import Cuts, Fails, Hangs, OpenAIServer, Raw, Says
from tests.fakes.pace import FakePace
from tests.integration.openai.customers import (
    EMAIL,
    NONCE,
    PRESS,
    customer_of,
    failing,
    note,
    spoken,
)
from tests.samples import scenario
from tests.talks import talk

CALL = talk(scenario(), "You charged me twice.", "Hello, how can I help?")


async def test_the_opening_is_the_scripted_one_and_nobody_is_asked() -> None:
    opening = Beat((Move(Act.OPEN),), Mood.CALM)
    async with OpenAIServer() as server, customer_of(server) as customer:
        assert await spoken(customer, talk(scenario()), opening) == (["You charged me twice."], [])
    assert not server.requests


async def test_sentences_come_while_the_rest_is_still_being_written() -> None:
    reply = Hangs(["I want my ", "$40 back. ", "Today"])
    async with OpenAIServer(reply) as server, customer_of(server) as customer:
        line = customer.say(CALL, PRESS)
        assert await anext(line) == Sentence("I want my $40 back.")
        reply.released.set()
        await line.aclose()


async def test_the_request_tells_who_speaks_and_where_to_stop() -> None:
    async with OpenAIServer(Says("So?")) as server, customer_of(server) as customer:
        await spoken(customer, CALL, PRESS)
    request = server.requests[0]
    assert [message["role"] for message in request.body["messages"]] == ["system", "user"]
    assert "Agent:" in request.body["stop"]
    assert request.body["max_tokens"] <= 200
    assert f"<<{NONCE}\nCustomer: You charged me twice.\nAgent: Hello, how can I help?" in (
        request.text
    )


async def test_a_sentence_at_fault_is_written_again() -> None:
    script = (Says("I want it back. How can I help you today?"), Says("What happens now?"))
    async with OpenAIServer(*script) as server, customer_of(server) as customer:
        said, notes = await spoken(customer, CALL, PRESS)
    assert said == ["I want it back.", "What happens now?"]
    assert notes == [
        note("line_rejected", "speaks_as_agent"),
        note("line_retried", "speaks_as_agent"),
    ]
    assert 'The line has begun: "I want it back."' in server.requests[1].text
    assert "You write only the customer." in server.requests[1].text
    assert "How can I help you today?" not in server.requests[1].text


async def test_after_a_second_fault_the_author_speaks() -> None:
    script = (Says("As an AI I have no money."), Says("*sighs* Again."))
    async with OpenAIServer(*script) as server, customer_of(server) as customer:
        parts = [part async for part in customer.say(CALL, PRESS)]
    assert parts[:4] == [
        note("line_rejected", "out_of_character"),
        note("line_retried", "out_of_character"),
        note("line_rejected", "out_of_character"),
        note("authored_line_used", "out_of_character"),
    ]
    authored = parts[4]
    assert isinstance(authored, Sentence)
    assert authored.text in {"I just want my money.", "What about my money?"}
    assert authored.line
    assert len(server.requests) == 2


async def test_the_author_adds_only_what_was_not_said() -> None:
    told = Beat((Move(Act.SOFTEN), Move(Act.TELL, "email")), Mood.CALM)
    script = (Says("That's good of you. It's pat@wrong.example."), Says("Or pat@worse.example."))
    async with OpenAIServer(*script) as server, customer_of(server) as customer:
        said, notes = await spoken(customer, CALL, told)
    assert said == ["That's good of you.", "It's pat@example.com."]
    assert notes[-1] == note("authored_line_used", "contradiction")


async def test_an_undisclosed_fact_is_not_told() -> None:
    script = (Says("It was on the third, you know."), Says("I want it back."))
    async with OpenAIServer(*script) as server, customer_of(server) as customer:
        said, notes = await spoken(customer, CALL, PRESS)
    assert said == ["I want it back."]
    assert notes[0] == note("line_rejected", "disclosure")
    assert "third" not in "".join(request.text for request in server.requests)


async def test_a_figure_that_was_asked_for_is_told_in_any_case() -> None:
    async with OpenAIServer(Says("Sure, one moment.")) as server, customer_of(server) as customer:
        said, notes = await spoken(customer, CALL, EMAIL)
    assert said == ["Sure, one moment.", "It's pat@example.com."]
    assert notes == [note("authored_line_used", "left_out")]


async def test_the_last_line_says_goodbye_in_any_case() -> None:
    leaving = Beat((Move(Act.LEAVE_RUDE),), Mood.ANGRY)
    async with OpenAIServer(Says("That was too much.")) as server, customer_of(server) as customer:
        said, _ = await spoken(customer, CALL, leaving)
    assert said == ["That was too much.", "I'm hanging up now. Goodbye."]


async def test_a_model_that_says_nothing_is_asked_once_more() -> None:
    async with OpenAIServer(Says(""), Says("\n\n")) as server, customer_of(server) as customer:
        said, notes = await spoken(customer, CALL, EMAIL)
    assert said == ["It's pat@example.com."]
    assert [n.kind for n in notes] == [
        "line_rejected",
        "line_retried",
        "line_rejected",
        "authored_line_used",
    ]


@pytest.mark.parametrize(
    ("written", "heard"),
    [
        ("Customer: I want it back.", ["I want it back."]),
        ('"I want it back."', ["I want it back."]),
        ("I want it back.\nAgent: Of course!\nCustomer: Thanks.", ["I want it back."]),
        ("One. More. And more. Still more. Yet more. Too much.", 5),
    ],
)
async def test_what_is_put_around_the_line_comes_off(written: str, heard: list[str] | int) -> None:
    async with OpenAIServer(Says(written)) as server, customer_of(server) as customer:
        said, notes = await spoken(customer, CALL, PRESS)
    assert (said if isinstance(heard, list) else len(said)) == heard
    assert not notes


async def test_a_line_said_before_is_refused() -> None:
    script = (Says("You charged me twice!"), Says("I want it back."))
    async with OpenAIServer(*script) as server, customer_of(server) as customer:
        _, notes = await spoken(customer, CALL, PRESS)
    assert notes[0] == note("line_rejected", "repetition")


async def test_a_cut_stream_is_taken_up_where_it_broke() -> None:
    pace = FakePace()
    script = (Cuts(["I want it back. ", "And I wa"]), Says("What happens now?"))
    async with OpenAIServer(*script) as server, customer_of(server, pace) as customer:
        said, notes = await spoken(customer, CALL, PRESS)
    assert said == ["I want it back.", "What happens now?"]
    assert not notes
    assert pace.waited == [0.4]
    assert 'The line has begun: "I want it back."' in server.requests[1].text


async def test_a_stream_that_ends_without_saying_so_was_cut() -> None:
    chunk = 'data: {"choices": [{"index": 0, "delta": {"content": "I want it"}}]}\n\n'
    script = (Raw(chunk, "text/event-stream"), Says("I want it back."))
    async with OpenAIServer(*script) as server, customer_of(server) as customer:
        said, _ = await spoken(customer, CALL, PRESS)
    assert said == ["I want it back."]
    assert len(server.requests) == 2


@pytest.mark.parametrize(
    "body", ["data: {broken\n\n", 'data: {"error": {"message": "out of memory"}}\n\n']
)
async def test_a_stream_that_goes_wrong_is_tried_again(body: str) -> None:
    script = (Raw(body, "text/event-stream"), Says("I want it back."))
    async with OpenAIServer(*script) as server, customer_of(server) as customer:
        assert (await spoken(customer, CALL, PRESS))[0] == ["I want it back."]


async def test_a_stalled_stream_is_given_up_and_tried_again() -> None:
    script = (Hangs(["I want it back. ", "And"]), Says("What happens now?"))
    async with OpenAIServer(*script) as server, customer_of(server, timeout_s=2.0) as customer:
        said, _ = await spoken(customer, CALL, PRESS)
    assert said == ["I want it back.", "What happens now?"]


async def test_a_server_that_fails_for_good_is_a_failure_and_what_was_said_stays() -> None:
    script = (Cuts(["I want it back. ", "And"]), Fails(401))
    async with OpenAIServer(*script) as server, customer_of(server) as customer:
        heard: list[Sentence | Note] = []
        with failing(Failure.WRONG_KEY):
            async for part in customer.say(CALL, PRESS):
                heard.append(part)  # noqa: PERF401 - a comprehension would lose it
    assert heard == [Sentence("I want it back.")]
