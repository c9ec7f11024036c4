"""What people wrote in Slack, as they meant it: entities, links and names in plain words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from html import unescape
from typing import Any

from bots.chat.emoji import only_emoji

_MARKUP = re.compile(r"<([^<>]*)>")
_EMOJI = re.compile(r":[a-z0-9_+'-]+(?:::skin-tone-\d)?:")


@dataclass(frozen=True, slots=True)
class Written:
    """A message as it was meant. `files` counts what came along with it."""

    text: str
    files: int

    @property
    def only_emoji(self) -> bool:
        """Whether nothing was said but an emoji or a few."""
        rest = _EMOJI.sub("", self.text).strip()
        return bool(self.text) and (not rest or only_emoji(rest))


def written(event: Mapping[str, Any], names: Mapping[str, str]) -> Written:
    """Return what a message event says; `names` are those of people by their ids."""
    return Written(plain(str(event.get("text") or ""), names), len(event.get("files") or ()))


def plain(text: str, names: Mapping[str, str]) -> str:
    """Return text without Slack's markup: links by their words, people by their names."""
    return unescape(_MARKUP.sub(lambda found: _shown(found[1], names), text)).strip()


def _shown(inside: str, names: Mapping[str, str]) -> str:
    target, _, label = inside.partition("|")
    if target.startswith("@"):
        return "@" + (label or names.get(target[1:], "somebody"))
    if target.startswith("!"):
        return label or "@" + target[1:].partition("^")[0]
    if target.startswith("#"):
        return "#" + (label or "channel")
    return label or target.removeprefix("mailto:").removeprefix("tel:")
