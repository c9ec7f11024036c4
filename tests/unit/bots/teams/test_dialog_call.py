"""What is opened in Teams about one call: documents, transcript, a report, a comment."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bots.teams.dialogs import comment, documents, report, transcript
from bots.teams.dialogs.notice import notice, refusal
from bots.teams.dialogs.reading import read
from bots.teams.names import Verb
from core.commands import Remark, ReportBreak
from core.errors import Refusal
from core.scenario import Document
from scenarios.library import FolderLibrary
from tests.unit.bots.slack.held import attempt, page
from tests.unit.bots.slack.held import comment as said
from tests.unit.bots.teams.dialog_filled import (
    TZ,
    accepted,
    actions,
    choices,
    elements,
    inputs,
    sent,
    submit_of,
    words_of,
)

GUIDE = Document("guide", "Refund guide", "guide.md")
SCAN = Document("scan", "Guarantee", "guarantee.pdf")
LINK = "https://x.example/guide"
TALK = [f"Line {n}" for n in range(230)]
TABLE = "| Plan | Refund |\n|---|---|\n| Basic | **Half** |\n| Plus | |\n"


def test_documents_are_read_where_they_stand() -> None:
    text = "# Refunds\n\n- **Half** at once\n\n> Be kind.\n\n[More](https://x.example/more)"

    dialog = accepted(documents.dialog("Charged twice", [(GUIDE, text, None)]))

    assert words_of(dialog).endswith("Refund guide Refunds • Half at once Be kind. More")
    assert dialog.title == "Charged twice"
    runs = {r["text"]: r for e in elements(dialog) for r in e.get("inlines", [])}
    assert runs["Half"]["weight"] == "Bolder"
    assert runs["More"]["selectAction"]["url"] == "https://x.example/more"


def test_a_table_is_a_table_and_a_heading_a_heading() -> None:
    dialog = accepted(documents.dialog("A", [(GUIDE, f"## Plans\n\n{TABLE}", None)]))

    (table,) = [e for e in elements(dialog) if e.get("type") == "Table"]
    assert [len(row["cells"]) for row in table["rows"]] == [2, 2, 2]
    assert table["firstRowAsHeaders"]
    assert [c["width"] for c in table["columns"]] == [5, 6]
    assert "Plan Refund Basic Half Plus –" in words_of(dialog)
    headings = [e["text"] for e in elements(dialog) if e.get("style") == "heading"]
    assert headings == ["Refund guide", "Plans"]


def test_what_cannot_be_shown_is_opened_in_the_browser_or_asked_for() -> None:
    linked = accepted(documents.dialog("A", [(SCAN, None, "https://x.example/scan")]))
    alone = accepted(documents.dialog("A", [(SCAN, None, None)]))

    assert [(a["title"], a["url"]) for a in actions(linked)] == [
        ("Open in the browser", "https://x.example/scan")
    ]
    assert "Please ask your coach for it." in words_of(alone)
    assert "no documents" in words_of(accepted(documents.dialog("A", [])))


@pytest.mark.parametrize("url", [LINK, None])
def test_a_long_document_is_shown_as_far_as_it_fits_and_no_word_twice(url: str | None) -> None:
    text = "\n\n".join(f"Paragraph {n}. {'Words and more of them. ' * 20}" for n in range(2000))

    dialog = accepted(documents.dialog("A", [(GUIDE, text, url)]))
    words = words_of(dialog)

    assert [words.count(f"Paragraph {n}.") for n in range(50)] == [1] * 50
    told = "The rest is too long to be shown here." in words
    assert [a["title"] for a in actions(dialog)] == (["Read the rest in the browser"] * bool(url))
    assert told is not bool(url)


def test_a_document_of_some_pages_is_complete() -> None:
    items = "\n".join(f"{n + 1}. Step <{n}>" for n in range(500))
    text = f"{items}\n\n{'x' * 5000}\n\nThe end."

    words = words_of(accepted(documents.dialog("A", [(GUIDE, text, None)])))

    assert all(f"{n + 1}. Step <{n}>" in words for n in range(500))
    assert words.count("x") >= 5000
    assert words.endswith("The end.")


def test_as_many_documents_as_a_scenario_may_have_are_all_begun() -> None:
    docs = [
        (Document(f"d{n}", f"Title <{n}>", "d.md"), f"Begins <{n}>.\n\n{'More. ' * 900}", None)
        for n in range(20)
    ]

    words = words_of(accepted(documents.dialog("A", docs)))

    assert all(f"Title <{n}> Begins <{n}>." in words for n in range(20))
    assert words.count("The rest is too long to be shown here.") == 20


def test_every_document_of_the_library_can_be_read() -> None:
    for scenario in FolderLibrary().all():
        docs = [(d, _text(d), LINK) for d in scenario.documents]
        dialog = accepted(documents.dialog(scenario.title, docs))

        assert all(d.title in words_of(dialog) for d in scenario.documents)
        assert not any(a["title"].startswith("Read the rest") for a in actions(dialog))


def _text(document: Document) -> str | None:
    path = Path(document.file)
    return path.read_text("utf-8") if path.suffix == ".md" else None


def test_a_report_names_the_lines_that_were_ticked() -> None:
    dialog = accepted(report.dialog(attempt(*TALK[:8], ended=False), "Pat"))
    data = sent(dialog, {"lines": ["2", "0"], "remark": " It spoke of prompts. "})

    assert report.read(read(data, TZ), data) == ReportBreak("t1", (0, 2), "It spoke of prompts.")
    assert inputs(dialog)["lines"]["style"] == "expanded"
    assert submit_of(dialog)["title"] == "End call and send"


def test_a_report_begins_with_the_newest_line() -> None:
    data = sent(report.dialog(attempt(*TALK[:9]), "Pat"))

    assert report.read(read(data, TZ), data) == ReportBreak("t1", (8,), "")


def test_a_report_of_a_long_call_offers_the_newest_hundred() -> None:
    dialog = accepted(report.dialog(attempt(*TALK), "Pat"))

    menu = inputs(dialog)["lines"]
    assert (menu["style"], menu["isMultiSelect"], len(menu["choices"])) == ("filtered", True, 100)
    assert menu["choices"][0]["title"] == "229. Line 228"


def test_a_report_before_a_word_was_said() -> None:
    data = sent(accepted(report.dialog(attempt(), "Pat")), {"remark": "Silence"})

    assert report.read(read(data, TZ), data) == ReportBreak("t1", (), "Silence")


def test_a_comment_is_about_the_line_that_was_chosen() -> None:
    dialog = accepted(comment.dialog(page(), 1))
    first = sent(dialog, {"words": "Well put."})
    other = sent(dialog, {"words": "A date!\n", "line": "3"})

    assert comment.read(read(first, TZ), first) == Remark("t1", "Well put.", 1)
    assert comment.read(read(other, TZ), other) == Remark("t1", "A date!", 3)


def test_a_comment_may_be_about_the_whole_call() -> None:
    data = sent(accepted(comment.dialog(page())), {"words": "Calm."})

    assert comment.read(read(data, TZ), data) == Remark("t1", "Calm.", None)


@pytest.mark.parametrize("blank", ["", " \n ", "\u200b"])
def test_a_comment_needs_words_and_keeps_its_line(blank: str) -> None:
    data = sent(comment.dialog(page(), 3), {"words": blank, "line": "1"})
    answers = read(data, TZ)
    found = comment.read(answers, data)
    assert isinstance(found, dict)

    again = accepted(comment.dialog(page(), errors=found, answers=answers))

    assert "⚠ There is nothing in that message yet." in words_of(again)
    assert sent(again)["line"] == "1"


def test_every_line_of_a_long_call_can_be_commented_on() -> None:
    menu = inputs(accepted(comment.dialog(page(*TALK), 17)))["line"]

    assert choices(menu) == ["all", *map(str, range(230))]
    assert menu["value"] == "17"
    assert menu["choices"][18]["title"] == "18. Tia: Line 17"


def test_of_an_endless_call_the_wanted_line_is_offered_beside_the_newest() -> None:
    lines = choices(inputs(accepted(comment.dialog(page(*["🦊" * 200] * 900), 3)))["line"])

    assert lines[:2] == ["all", "3"]
    assert lines[2:] == [str(n) for n in range(900 - len(lines) + 2, 900)]


def test_a_transcript_shows_marks_and_comments_below_their_lines() -> None:
    found = page(comments=(said("Warm.", 1), said("Good call."), said("Mine", 3, "U0")))

    words = words_of(accepted(transcript.dialog(found, {"U0CLEO001": "Cleo Coach"})))

    assert "Tia Trainee with Pat Sample {{DATE(2026-03-04T15:30:00Z, SHORT)}}" in words
    assert "Passed · 3 of 5 Cleo Coach: Good call. 1. Pat Sample 0:00 in · frustrated" in words
    line = "2. Tia Trainee 0:21 in I am sorry about that. When was it?"
    assert f"{line} Empathy: 4 of 5 · Date asked for: yes Cleo Coach: Warm." in words
    assert words.endswith("Resolution: 2 of 5 A coach: Mine")


def test_a_long_transcript_has_pages_and_leads_from_one_to_the_next() -> None:
    found, pages, at = page(*TALK), [], 0
    while True:
        dialog = accepted(transcript.dialog(found, {}, at))
        pages.append(words_of(dialog))
        later = [a["data"] for a in actions(dialog) if a["title"] == "Later lines"]
        if not later:
            break
        assert (later[0]["verb"], later[0]["value"]) == (Verb.TRANSCRIPT, "t1")
        at = transcript.page_of(later[0])

    assert len(pages) > 1
    numbers = re.findall(r"(\d+)\. (?:Tia|Pat)", " ".join(pages))
    assert numbers == [str(n + 1) for n in range(230)]
    assert f"Page 2 of {len(pages)}" in pages[1]
    assert actions(transcript.dialog(found, {}, at))[0]["title"] == "Earlier lines"


def test_a_page_that_is_not_there_is_the_last() -> None:
    assert transcript.dialog(page(), {}, 7) == transcript.dialog(page(), {}, 0)
    assert transcript.page_of({"page": "later"}) == 0
    assert transcript.page_of({}) == 0
    assert transcript.page_of({"page": "9" * 5000}) > 0


def test_a_transcript_without_words_or_score() -> None:
    empty = page(runs=())
    silent = type(empty)(attempt(), empty.scenario, empty.trainee, (), (), None)

    words = words_of(accepted(transcript.dialog(silent, {})))

    assert "Nothing was said in this call." in words
    assert "Not scored yet" in words


def test_nothing_of_a_long_line_or_comment_is_lost() -> None:
    long = "word " * 790

    words = words_of(accepted(transcript.dialog(page(long, long, comments=(said(long, 1),)), {})))

    assert words.count("word") == 3 * 790


def test_a_notice_says_what_to_do() -> None:
    dialog = accepted(notice("A title that goes on and on " * 9, "No.", "Ask Ada."))

    assert words_of(dialog) == "No. Ask Ada."
    assert dialog.title.endswith("…")


def test_a_refusal_says_whom_to_ask() -> None:
    dialog = accepted(refusal(Refusal("This call belongs to somebody else.", "Ask Ada.")))

    assert dialog.title == "That does not work"
    assert words_of(dialog) == "This call belongs to somebody else. Ask Ada."


def test_a_dialog_is_answered_as_teams_wants_it() -> None:
    task = notice("All is well", "Yes.").task()["task"]

    assert task["type"] == "continue"
    assert (task["value"]["title"], task["value"]["height"]) == ("All is well", "small")
    assert task["value"]["card"]["contentType"] == "application/vnd.microsoft.card.adaptive"
    assert task["value"]["card"]["content"]["type"] == "AdaptiveCard"
