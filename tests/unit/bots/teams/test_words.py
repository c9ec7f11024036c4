"""What people wrote, as they meant it."""

from __future__ import annotations

from typing import Any

import pytest

from bots.teams.words import written

BOT = {"id": "28:app", "name": "Scrimmage"}


def activity(text: str, **more: Any) -> dict[str, Any]:  # noqa: ANN401 - as it travels
    return {"type": "message", "text": text, "recipient": BOT, **more}


def mention(text: str, name: str, who: str = "28:app") -> dict[str, Any]:
    entity = {"type": "mention", "text": f"<at>{name}</at>", "mentioned": {"id": who, "name": name}}
    return activity(text, entities=[entity])


def test_our_own_name_is_no_word_of_theirs() -> None:
    said = written(mention("<at>Scrimmage</at>&nbsp;Hello, Dana\r\nHow are you?", "Scrimmage"))
    assert said.text == "Hello, Dana\nHow are you?"
    assert said.mentioned


def test_others_are_called_by_their_names() -> None:
    said = written(mention("<at>Ines</at> would know &amp; help", "Ines", "29:ines"))
    assert said.text == "@Ines would know & help"
    assert not said.mentioned


def test_a_reply_is_its_own_words_and_says_what_it_answers() -> None:
    html = (
        '<blockquote itemscope itemtype="http://schema.skype.com/Reply" itemid="1700000000001">'
        "<strong>Scrimmage</strong><p>I was charged twice</p></blockquote>"
        "<p>Say the date.<br>And the sum &lt;3</p>"
    )
    attached = [{"contentType": "text/html", "content": html}]
    said = written(activity("Scrimmage I was charged twice Say the date.", attachments=attached))
    assert said.text == "Say the date.\nAnd the sum <3"
    assert said.answers == "1700000000001"
    assert said.files == 0


@pytest.mark.parametrize(
    ("kind", "files"),
    [
        ("application/vnd.microsoft.teams.file.download.info", 1),
        ("image/png", 1),
        ("text/html", 0),
        ("application/vnd.microsoft.card.adaptive", 0),
    ],
)
def test_files_are_counted_and_markup_is_none(kind: str, files: int) -> None:
    said = written(activity("look", attachments=[{"contentType": kind, "content": "<p>look</p>"}]))
    assert said.files == files


@pytest.mark.parametrize(
    ("text", "alone"),
    [("🙂", True), ("🙂 👍🏽", True), ("ok 🙂", False), ("", False), ("…", False)],
)
def test_an_emoji_alone_says_little(text: str, alone: bool) -> None:
    assert written(activity(text)).only_emoji is alone


def test_nothing_is_said_by_an_activity_without_a_text() -> None:
    assert written({"type": "message"}).text == ""
