"""A scripted call as people read it."""

from __future__ import annotations

from typing import Any

from app.call_lines import Told, summary, told
from app.calling import Placed
from tests.records import attempt
from voice_bridge.caller import Said, Timeline

Event = tuple[float, str, dict[str, Any]]


def line(at: float, number: int, from_ms: int = 0) -> Event:
    return at, "line", {"line": number, "from_ms": from_ms}


def caption(at: float, speaker: str, text: str, *, final: bool = True) -> Event:
    return at, "caption", {"speaker": speaker, "text": text, "final": final}


def stop(at: float, number: int) -> Event:
    return at, "stop", {"line": number}


ENDED: Event = (30.0, "ended", {"reason": "trainee_ended", "words": "You ended the call."})


def read(
    *events: Event,
    said: tuple[Said, ...] = (),
    sounds: tuple[tuple[float, float], ...] = (),
    closed: tuple[int, str] = (1000, "You ended the call."),
) -> list[Told]:
    timeline = Timeline(list(said), [list(sound) for sound in sounds], list(events), closed)
    return told(Placed(timeline, attempt(), (), "Dana Whitfield", "Charged twice"))


def test_each_line_stands_where_it_was_first_heard_with_what_the_answer_took() -> None:
    rows = read(
        line(3.0, 1),
        caption(3.0, "customer", "Hi.", final=False),
        caption(6.0, "customer", "Hi."),
        caption(8.2, "trainee", "hello dana", final=True),
        line(9.0, 2),
        caption(12.0, "customer", "Well?"),
        ENDED,
        said=(Said("Hello, Dana.", 6.5, 8.0),),
        sounds=((3.2, 5.9), (9.5, 11.9)),
    )
    assert rows == [
        Told(3.2, "Dana", "“Hi.”"),
        Told(6.5, "You", "“Hello, Dana.”"),
        Told(9.5, "Dana", "“Well?”", "after 1.5 s"),
        Told(30.0, "", "You ended the call."),
    ]


def test_a_line_that_nobody_could_hear_stands_where_it_was_begun() -> None:
    rows = read(line(3.0, 1), caption(6.0, "customer", "Hi."), ENDED)
    assert rows[0] == Told(3.0, "Dana", "“Hi.”")


def test_what_was_understood_otherwise_is_told_beside_it() -> None:
    rows = read(
        caption(4.0, "trainee", "I cared."),
        caption(8.0, "trainee", "Good bye"),
        said=(Said("Okay, right.", 1.0, 2.0), Said("greeting.wav", 5.0, 6.0, file=True)),
    )
    assert rows == [
        Told(1.0, "You", "“Okay, right.”", "understood as “I cared.”"),
        Told(5.0, "You", "plays greeting.wav", "understood as “Good bye”"),
    ]


def test_two_things_that_were_understood_as_one_turn_are_no_misunderstanding() -> None:
    rows = read(
        caption(9.0, "trainee", "I see. One moment."),
        said=(
            Said("Mhm.", 1.0, 1.3, cut_in=True),
            Said("I see", 2.0, 3.0),
            Said("One moment", 4, 5),
        ),
    )
    assert [row.remark for row in rows] == ["while Dana speaks", "", ""]


def test_a_sound_of_listening_is_told_in_words() -> None:
    rows = read(
        line(3.0, 1),
        stop(5.2, 1),
        line(6.0, 1, 1800),
        caption(9.0, "customer", "Hi there."),
        ENDED,
        said=(Said("Mhm.", 5.0, 5.4, cut_in=True),),
        sounds=((3.0, 5.2), (6.0, 8.9)),
    )
    assert rows == [
        Told(3.0, "Dana", "“Hi there.”"),
        Told(5.0, "You", "“Mhm.”", "while Dana speaks"),
        Told(5.2, "", "Dana falls silent."),
        Told(6.0, "", "Dana goes on."),
        Told(30.0, "", "You ended the call."),
    ]


def test_what_else_happens_is_told() -> None:
    rows = read(
        (1.0, "ready", {"version": 1}),
        (2.0, "state", {"state": "thinking"}),
        (3.0, "document", {"title": "The bill", "url": "/x"}),
        (4.0, "trouble", {"words": "The line is bad just now."}),
        (5.0, "warning", {"left_s": 60}),
        (6.0, "deadline", {"now": 1, "deadline": None}),
    )
    assert [row.words for row in rows] == [
        "Dana shows “The bill”.",
        "The line is bad just now.",
        "60 seconds are left.",
    ]


def test_a_line_that_was_cut_is_told_at_the_end() -> None:
    rows = read(line(3.0, 1), closed=(4003, "The page took nothing for 5 s."))
    assert rows == [
        Told(
            3.0,
            "",
            "The line was closed before the call had ended. The page took nothing for 5 s.",
        )
    ]


def _summed(*answers: float) -> str:
    said = [Said("Hi", 10.0 * n, 10.0 * n + 1) for n in range(len(answers))]
    sounds = [[10.0 * n + 1 + took, 10.0 * n + 5] for n, took in enumerate(answers)]
    return summary(Timeline(said, sounds))


def test_the_answers_are_summed_up_in_a_sentence() -> None:
    assert summary(Timeline([Said("Hi", 0, 1)])) == "Nothing that you said was answered."
    cuts_in = Timeline([Said("Hi", 0, 1, cut_in=True)], [[2.0, 3.0]])
    assert summary(cuts_in).startswith("No answer was timed")
    assert _summed(1.26) == "Your line was answered after 1.3 s."
    assert _summed(0.5, 2.0, 1.0) == "3 answers, after 1.0 s in the median (0.5 to 2.0 s)."
