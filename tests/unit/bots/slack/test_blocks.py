"""Builders, within Slack's limits whatever they are given."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from slack_sdk.models.blocks import Block

from bots.slack import blocks, inputs
from bots.slack.markdown import from_markdown
from bots.slack.rich import bold, link, listed, person, quoted, rich, rows
from bots.slack.room import as_json, fits, squeezed
from scenarios.library import FolderLibrary
from tests.slack.limits import check_blocks, check_view

_WORDS = st.text(max_size=50) | st.text(min_size=3500, max_size=3600) | st.just(" \n")


@given(_WORDS)
def test_blocks_take_any_words(words: str) -> None:
    built: list[Block] = [
        blocks.header(words),
        blocks.section(words, blocks.button(words, "training")),
        *blocks.sections(words),
        *blocks.context(words, words),
        blocks.mrkdwn_section(words),
        blocks.mrkdwn_context(words),
        blocks.divider(),
        *blocks.actions(
            blocks.button(
                words, "end_call", value="a", confirm=blocks.asking(words, words, words, words)
            ),
            None,
        ),
    ]

    assert check_blocks([*as_json(built)], "home") == []


@given(_WORDS)
def test_fields_take_any_words(words: str) -> None:
    choice = inputs.option(words, "v1")
    built: list[Block] = [
        inputs.question(
            words,
            inputs.text_input("words", initial=words, hint=words, lines=True, focus=True),
            block="words",
            hint=words,
            optional=True,
        ),
        inputs.question(
            words,
            inputs.select("next_step", [choice] * 120, choice, words),
            block="step",
            dispatch=True,
        ),
    ]
    plain = {"type": "plain_text", "text": "Words"}
    view = {"type": "modal", "title": plain, "submit": plain, "blocks": [*as_json(built)]}

    assert check_view(view) == []


@given(st.text("*_`~#>-1. []()|\nab<&", max_size=300))
def test_any_markdown_becomes_rich_text(text: str) -> None:
    assert check_blocks([*as_json(from_markdown(text))], "modal") == []


def test_the_librarys_briefings_and_documents_become_rich_text() -> None:
    for scenario in FolderLibrary().all():
        built = from_markdown(scenario.brief)
        assert fits(built)
        assert check_blocks([*as_json(built)], "modal") == []


def test_markdown_keeps_its_shape() -> None:
    text = "# Rules\n\n1. *One*\n   - inner\n2. `two`\n\n> said\n\n| a | bb |\n|-|-|\n| ccc | d |"

    heading, lists, quote, table = as_json(from_markdown(text))

    assert heading["elements"][0]["elements"] == [
        {"type": "text", "text": "Rules", "style": {"bold": True}}
    ]
    assert [(e["style"], e.get("indent"), e.get("offset")) for e in lists["elements"]] == [
        ("ordered", None, None),
        ("bullet", 1, None),
        ("ordered", None, 1),
    ]
    assert quote["elements"][0]["type"] == "rich_text_quote"
    assert table["elements"][0]["elements"][0]["text"] == "a    bb\nccc  d"


@pytest.mark.parametrize("most", [1, 3, 40])
def test_long_markdown_is_gathered_into_so_many_blocks(most: int) -> None:
    assert len(from_markdown("A paragraph.\n\n" * 100, most)) <= most


def test_links_lead_to_the_web_only() -> None:
    (web, script) = as_json(from_markdown("[a](https://x.example)\n\n[b](file:///etc)"))

    assert web["elements"][0]["elements"][0]["url"] == "https://x.example"
    assert "url" not in str(script)


def test_blank_words_build_nothing() -> None:
    assert rich(rows(["", " "], []), quoted([""]), listed([["\n"]])) == []
    assert blocks.context("", " ") == []
    assert blocks.actions(None) == []
    assert link("", "here") == "here"


def test_words_of_one_style_are_one_element() -> None:
    (block,) = as_json(rich(rows(["a", "b", bold("c")], ["d"])))

    assert [p["text"] for p in block["elements"][0]["elements"]] == ["ab", "c", "\nd"]


@pytest.mark.parametrize(
    ("member", "kind"), [("U012AB3CD", "user"), ("9f1c", "text"), ("U1> <!here", "text")]
)
def test_only_members_are_mentioned(member: str, kind: str) -> None:
    (block,) = as_json(rich(rows([person(member, "Sam")])))

    assert block["elements"][0]["elements"][0]["type"] == kind


def test_the_widest_room_that_fits_is_taken() -> None:
    built = squeezed(lambda room: [blocks.section("a" * room)] * 10, (3000, 1000, 10))

    assert len(as_json(built)[0]["text"]["text"]) == 1000
