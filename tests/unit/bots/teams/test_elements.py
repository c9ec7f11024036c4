"""The pieces of cards: words that stay what they are, sizes, inputs."""

from __future__ import annotations

from datetime import date, time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bots.teams import elements, inputs, sizes, texts
from bots.teams.buttons import dialog, execute, link, submit, toggle
from bots.teams.markdown import from_markdown
from bots.teams.names import Verb
from tests.teams.limits import check_card
from tests.unit.bots.messages import NOW, WORDS


def violations(*parts: dict[str, Any], **more: Any) -> list[str]:  # noqa: ANN401 - JSON
    return check_card(elements.card([*elements.rich(["x"]), *parts], **more))


@settings(deadline=None)
@given(WORDS)
def test_no_words_become_markup_anywhere(words: str) -> None:
    text, entities = elements.mention("5f0c6f3e-0d8d-4a3c", words)
    parts = [
        elements.heading(words),
        *elements.rich([texts.bold(words), words]),
        *elements.small(words, words),
        elements.image("https://practice.example/x.png", words),
        elements.text_block(f"{text}, {elements.mention('x', words)[0]}"),
        inputs.text_input("a", "Words", value=words, hint=words, lines=True, required="Say it."),
        inputs.choice_input("b", "One", [("1", words), ("2", "two")], style="expanded"),
        inputs.choice_input("c", "Some", [("1", words), ("2", "two")], value="1,2", several=True),
    ]
    buttons = [execute(words, Verb.ACCEPT, "as1"), link(words, "https://x.example")]

    assert violations(*parts, actions=buttons, entities=entities) == []


@settings(deadline=None)
@given(WORDS)
def test_whatever_an_author_writes_is_shown(words: str) -> None:
    assert violations(*from_markdown(words)) == []


def test_a_heading_is_known_as_one_where_its_words_cannot_be_markup() -> None:
    assert elements.heading("Charged twice")["style"] == "heading"
    assert elements.heading("Charged *twice*")["type"] == "RichTextBlock"
    assert elements.heading("1. Charged twice")["type"] == "RichTextBlock"


def test_words_are_cut_for_a_button_and_never_empty() -> None:
    assert len(execute("word " * 50, Verb.ACCEPT)["title"]) <= 60
    assert elements.text_block(" \x00 ")["text"] == "–"


def test_buttons_of_each_kind_say_what_they_do() -> None:
    assert execute("Accept", Verb.ACCEPT, "as1", style="positive") == {
        "type": "Action.Execute",
        "title": "Accept",
        "verb": "accept",
        "data": {"value": "as1"},
        "style": "positive",
    }
    assert dialog("Transcript", Verb.TRANSCRIPT, "at1", page="2")["data"] == {
        "msteams": {"type": "task/fetch"},
        "verb": "transcript",
        "value": "at1",
        "page": "2",
    }
    assert submit("Send", Verb.COMMENT, "at1")["data"] == {"verb": "comment", "value": "at1"}
    assert toggle("End call", "a", "b")["targetElements"] == ["a", "b"]


def test_a_row_has_at_most_six_buttons_and_none_is_no_row() -> None:
    (row,) = elements.buttons(*[execute(str(n), Verb.HELP) for n in range(9)], None)

    assert len(row["actions"]) == 6
    assert elements.buttons(None) == []


def test_a_card_takes_the_room_that_there_is_when_it_is_wide() -> None:
    assert elements.card([], wide=True)["msteams"] == {"width": "Full"}
    assert "msteams" not in elements.card([])


def test_inputs_hold_what_was_there_before() -> None:
    asked = [
        inputs.text_input("a", "Words", value="so far", most=300),
        inputs.number_input("b", "Points", value=0, least=0, most=5, hint="0 to 5"),
        inputs.date_input("c", "Day", value=date(2026, 3, 4)),
        inputs.time_input("d", "Time", value=time(14, 5), required="When?"),
        inputs.choice_input("e", "Who", [("p1", "Alex")], value="p1", style="filtered"),
    ]

    assert violations(*asked) == []
    assert [a["value"] for a in asked] == ["so far", 0, "2026-03-04", "14:05", "p1"]
    assert asked[3]["errorMessage"] == "When?"


def test_two_of_one_name_are_mentioned_by_different_words() -> None:
    assert elements.mention("5f0c6f3e-0d8d", "Ana")[0] == "<at>Ana</at>"
    assert elements.mention("5f0c6f3e-0d8d", "Ana", 2)[0] == "<at>Ana (2)</at>"
    assert elements.mention("nobody", "<at>*Ana*</at>") == ("atAna/at", [])


def test_runs_of_one_look_are_one_and_a_date_across_them_is_none() -> None:
    made = texts.runs(["{", "{DATE(2026", "", texts.bold("-01"), texts.bold("-02")])

    assert [part["text"] for part in made] == ["{\u2060{DATE(2026", "-01-02"]
    assert texts.runs([" ", texts.bold("\n")]) == []


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("*a* _b_ [c](d) `e`", r"\*a\* \_b\_ \[c\](d) \`e\`"),
        ("- a\n1. b\n# c", "\\- a\n1\\. b\n\\# c"),
        (" 10. x\n2) y\n+ z\n.5 or (3)", " 10\\. x\n2\\) y\n\\+ z\n.5 or (3)"),
        ("12 - 3", "12 - 3"),
        ("a - b 1. c", "a - b 1. c"),
    ],
)
def test_words_where_markdown_is_read_are_escaped(words: str, shown: str) -> None:
    assert texts.escaped(words) == shown


def test_moments_are_written_as_every_client_reads_them() -> None:
    assert texts.local_time(NOW) == "{{TIME(2026-03-04T15:30:00Z)}}"
    assert texts.local_day_time(NOW).startswith("{{DATE(2026-03-04T15:30:00Z, SHORT)}} ")


def test_a_size_is_counted_as_utf_16() -> None:
    assert sizes.size({"a": "é"}) == 2 * len('{"a": "é"}')
    assert sizes.size("😀") == 2 * 4


def test_the_widest_that_fits_is_taken_and_the_narrowest_where_none_does() -> None:
    def build(room: int) -> dict[str, Any]:
        return {"words": "x" * room}

    assert len(sizes.squeezed(build, (50_000, 20_000, 10))["words"]) == 20_000
    assert len(sizes.squeezed(build, (70_000, 60_000))["words"]) == 60_000


@given(st.integers(0, 5))
def test_lists_stand_one_below_the_other(depth: int) -> None:
    text = "\n".join(f"{'  ' * n}- item {n}" for n in range(depth + 1))
    (made,) = from_markdown(text)
    lines = "".join(part["text"] for part in made["inlines"]).split("\n")

    assert [line.strip("\u2003") for line in lines] == [f"• item {n}" for n in range(depth + 1)]


def test_tables_code_and_links_of_an_author() -> None:
    table, code, links = from_markdown(
        "| a | bbb |\n|---|---|\n| cc | d |\n\n```\nx  y\n```\n\n"
        "[here](https://x.example) [no](js:1)"
    )

    assert table["inlines"][0]["text"] == "a   bbb\ncc  d"
    assert code["inlines"][0] == {"type": "TextRun", "text": "x  y", "fontType": "Monospace"}
    assert links["inlines"][0]["selectAction"]["url"] == "https://x.example"
    assert "selectAction" not in links["inlines"][-1]
