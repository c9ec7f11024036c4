"""What people wrote in Teams, as they meant it: mentions, quotes and links in plain words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from html import unescape
from html.parser import HTMLParser
from typing import Any

from bots.chat.emoji import only_emoji

_AT = re.compile(r"<at[^>]*>(.*?)</at>", re.DOTALL)
_CARDS = ("application/vnd.microsoft.card", "text/html", "messageReference")
_BLOCKS = frozenset({"p", "div", "br", "li", "blockquote", "tr"})
_REPLY = "http://schema.skype.com/Reply"


@dataclass(frozen=True, slots=True)
class Written:
    """A message as it was meant. `files` counts what came along with it.

    `answers` is the id of the message that it quotes, "" for none; `mentioned` whether it called
    us by name.
    """

    text: str
    files: int
    answers: str
    mentioned: bool

    @property
    def only_emoji(self) -> bool:
        """Whether nothing was said but an emoji or a few."""
        return only_emoji(self.text)


def written(activity: Mapping[str, Any]) -> Written:
    """Return what a message activity says."""
    attached = [a for a in activity.get("attachments") or () if isinstance(a, Mapping)]
    files = [a for a in attached if not str(a.get("contentType", "")).startswith(_CARDS)]
    ours = str((activity.get("recipient") or {}).get("id") or "")
    text, mentioned = _without_us(str(activity.get("text") or ""), activity, ours)
    quote = _quote(attached)
    if quote is not None:
        text, _ = _without_us(quote.rest, activity, ours)
    return Written(_plain(text), len(files), quote.answers if quote else "", mentioned)


def _without_us(text: str, activity: Mapping[str, Any], ours: str) -> tuple[str, bool]:
    """Take our own name out of the text; returns whether it stood there."""
    called = False
    for entity in activity.get("entities") or ():
        if entity.get("type") == "mention" and (entity.get("mentioned") or {}).get("id") == ours:
            called = True
            name = str(entity.get("text") or "")
            text = text.replace(name, " ") if name else text
    return text, called


def _plain(text: str) -> str:
    """Return text without Teams' markup: people by their names, spaces as spaces."""
    words = unescape(_AT.sub(r"@\1", text)).replace("\xa0", " ")
    lines = words.replace("\r\n", "\n").split("\n")
    return "\n".join(line.strip() for line in lines).strip()


def _quote(attached: list[Mapping[str, Any]]) -> _Quote | None:
    """Return what a reply quotes, None for a message that quotes nothing."""
    for one in attached:
        if one.get("contentType") == "text/html" and _REPLY in str(one.get("content")):
            reader = _Quote()
            reader.feed(str(one["content"]))
            reader.close()
            return reader
    return None


class _Quote(HTMLParser):
    """Reads a reply's HTML: the id of the message it quotes, and its own words."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.answers = ""
        self._words: list[str] = []
        self._depth = 0

    @property
    def rest(self) -> str:
        """The words beside the quotation."""
        return "".join(self._words)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        if tag == "blockquote" and (self._depth or told.get("itemtype") == _REPLY):
            self._depth += 1
            self.answers = self.answers or str(told.get("itemid") or "")
        if tag in _BLOCKS and not self._depth:
            self._words.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag == "blockquote" and self._depth:
            self._depth -= 1

    def handle_data(self, data: str) -> None:
        if not self._depth:
            self._words.append(data)
