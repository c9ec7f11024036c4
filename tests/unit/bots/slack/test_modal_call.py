"""What is opened about one call: its documents, its transcript, a report, a comment."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bots.slack.modals import comment, documents, report, transcript
from bots.slack.modals.notice import notice
from core.commands import Remark, ReportBreak
from core.scenario import Document
from scenarios.library import FolderLibrary
from tests.unit.bots.slack.filled import accepted, buttons_of, inputs, options, sent, words_of
from tests.unit.bots.slack.held import attempt, page
from tests.unit.bots.slack.held import comment as said

GUIDE = Document("guide", "Refund guide", "guide.md")
SCAN = Document("scan", "Guarantee", "guarantee.pdf")
TALK = [f"Line {n}" for n in range(230)]


def test_documents_are_read_where_they_stand() -> None:
    view = accepted(
        documents.view("Charged twice", [(GUIDE, "# Refunds\n\n- **Half** at once", None)])
    )

    assert words_of(view["blocks"]).endswith("Refund guide Refunds Half at once")
    assert view["title"]["text"] == "Charged twice"
    assert "submit" not in view


def test_what_cannot_be_shown_is_opened_in_the_browser_or_asked_for() -> None:
    linked = documents.view("A", [(SCAN, None, "https://x.example/scan")])
    alone = documents.view("A", [(SCAN, None, None)])

    assert buttons_of(accepted(linked)["blocks"]) == [
        ("Open in the browser", "open_thread", "https://x.example/scan")
    ]
    assert "Please ask your coach for it." in words_of(accepted(alone)["blocks"])
    assert "no documents" in words_of(accepted(documents.view("A", []))["blocks"])


def test_a_long_document_is_shown_as_far_as_it_fits_and_no_word_twice() -> None:
    text = "\n\n".join(f"Paragraph {n}. {'Words and more of them. ' * 20}" for n in range(2000))

    view = accepted(documents.view("A", [(GUIDE, text, "https://x.example/guide")]))
    words = words_of(view["blocks"])

    assert all(words.count(f"Paragraph {n}.") == 1 for n in range(300))
    assert buttons_of(view["blocks"])[0][0] == "Read the rest in the browser"


def test_a_document_of_some_pages_is_complete() -> None:
    items = "\n".join(f"{n + 1}. Step <{n}>" for n in range(700))
    text = f"{items}\n\n{'x' * 9000}\n\nThe end."

    words = words_of(accepted(documents.view("A", [(GUIDE, text, None)]))["blocks"])

    assert all(f"Step <{n}>" in words for n in range(700))
    assert words.count("x") >= 9000
    assert words.endswith("The end.")


def test_as_many_documents_as_a_scenario_may_have_are_all_begun() -> None:
    docs = [
        (Document(f"d{n}", f"Title <{n}>", "d.md"), f"Begins <{n}>.\n\n{'More. ' * 900}", None)
        for n in range(20)
    ]

    words = words_of(accepted(documents.view("A", docs))["blocks"])

    assert all(f"Title <{n}> Begins <{n}>." in words for n in range(20))
    assert words.count("The rest is too long to be shown here.") == 20


def test_every_document_of_the_library_can_be_read() -> None:
    for scenario in FolderLibrary().all():
        docs = [(d, _text(d), "https://x.example/d") for d in scenario.documents]
        view = accepted(documents.view(scenario.title, docs))

        shown = words_of(view["blocks"])
        assert all(d.title in shown for d in scenario.documents)
        assert not any(
            words.startswith("Read the rest") for words, _, _ in buttons_of(view["blocks"])
        )


def _text(document: Document) -> str | None:
    path = Path(document.file)
    return path.read_text("utf-8") if path.suffix == ".md" else None


def test_a_report_names_the_lines_that_were_ticked() -> None:
    view = accepted(report.view(attempt(*TALK[:8], ended=False), "Pat"))
    filled = sent(view, {"lines": ["2", "0"], "remark": " It spoke of prompts. "})

    assert report.read(filled) == ReportBreak("t1", (0, 2), "It spoke of prompts.")
    assert inputs(view)["lines"]["type"] == "checkboxes"
    assert view["submit"]["text"] == "End call and send"


def test_a_report_begins_with_the_newest_line() -> None:
    view = report.view(attempt(*TALK[:9]), "Pat")

    assert report.read(sent(view)) == ReportBreak("t1", (8,), "")
    assert "ends when you send" not in words_of(view["blocks"])


def test_a_report_of_a_long_call_offers_the_newest_hundred() -> None:
    view = accepted(report.view(attempt(*TALK), "Pat"))

    element = inputs(view)["lines"]
    assert element["type"] == "multi_static_select"
    assert len(options(element)) == 100
    assert options(element)[0]["text"]["text"] == "229. Line 228"


def test_a_report_before_a_word_was_said() -> None:
    view = accepted(report.view(attempt(), "Pat"))

    assert report.read(sent(view, {"remark": "Silence"})) == ReportBreak("t1", (), "Silence")


def test_a_comment_is_about_the_line_that_was_chosen() -> None:
    view = accepted(comment.view(page(), 1))

    assert comment.read(sent(view, {"words": "Well put."})) == Remark("t1", "Well put.", 1)
    other = sent(view, {"words": "A date!\n", "line": "3"})
    assert comment.read(other) == Remark("t1", "A date!", 3)


def test_a_comment_may_be_about_the_whole_call() -> None:
    view = accepted(comment.view(page()))

    assert comment.read(sent(view, {"words": "Calm."})) == Remark("t1", "Calm.", None)


@pytest.mark.parametrize("blank", ["", " \n ", "\u200b"])
def test_a_comment_needs_words(blank: str) -> None:
    found = comment.read(sent(comment.view(page()), {"words": blank}))

    assert isinstance(found, dict)
    assert found["words"].startswith("There is nothing in that message yet.")


def test_every_line_of_a_long_call_can_be_commented_on() -> None:
    view = accepted(comment.view(page(*TALK), 17))

    element = inputs(view)["line"]
    assert {o["value"] for o in options(element)} == {"all", *map(str, range(230))}
    assert element["initial_option"]["text"]["text"] == "18. Tia: Line 17"
    assert [g["label"]["text"] for g in element["option_groups"]] == [
        "The call",
        "Lines 201 to 230",
        "Lines 101 to 200",
        "Lines 1 to 100",
    ]


def test_a_transcript_shows_marks_and_comments_below_their_lines() -> None:
    found = page(comments=(said("Warm.", 1), said("Good call."), said("Mine", 3, "U0")))

    view = accepted(transcript.view(found, {"U0CLEO001": "Cleo Coach"}))

    words = words_of(view["blocks"])
    assert "Passed 3 of 5 Cleo Coach: Good call. 1. Pat Sample 0:00 in · frustrated" in words
    line = "2. Tia Trainee 0:21 in I am sorry about that. When was it?"
    assert f"{line} Empathy: 4 of 5 · Date asked for: yes Cleo Coach: Warm." in words
    assert words.endswith("Resolution: 2 of 5 A coach: Mine")


def test_a_long_transcript_has_pages_and_leads_from_one_to_the_next() -> None:
    found = page(*TALK)
    pages, at = [], 0
    while True:
        view = accepted(transcript.view(found, {}, at))
        pages.append(words_of(view["blocks"]))
        on = [
            b
            for b in view["blocks"]
            if buttons_of([b])[:1] == [("Later lines", "transcript", "t1")]
        ]
        if not on:
            break
        at = transcript.page_of({"block_id": on[0]["block_id"], "value": "t1"})

    assert len(pages) == 3
    numbers = re.findall(r"(\d+)\. (?:Tia|Pat)", " ".join(pages))
    assert numbers == [str(n + 1) for n in range(230)]
    assert "Page 2 of 3" in pages[1]
    assert buttons_of(transcript.view(found, {}, 2)["blocks"])[0][0] == "Earlier lines"


def test_a_page_that_is_not_there_is_the_last() -> None:
    assert transcript.view(page(), {}, 7) == transcript.view(page(), {}, 0)
    assert transcript.page_of({"block_id": "b7XuW"}) == 0


def test_a_transcript_without_words_or_score() -> None:
    empty = page(runs=())
    silent = transcript.view(
        type(empty)(attempt(), empty.scenario, empty.trainee, (), (), None), {}
    )

    assert "Nothing was said in this call." in words_of(accepted(silent)["blocks"])
    assert "Not scored yet" in words_of(silent["blocks"])


def test_nothing_of_a_long_line_or_comment_is_lost() -> None:
    long = "word " * 790

    view = accepted(transcript.view(page(long, long, comments=(said(long, 1),)), {}))

    assert words_of(view["blocks"]).count("word") == 3 * 790


def test_a_notice_says_what_to_do() -> None:
    view = accepted(notice("A title that is far too long for Slack", "No.", "Ask Ada."))

    assert words_of(view["blocks"]) == "No. Ask Ada."
    assert len(view["title"]["text"]) <= 24
