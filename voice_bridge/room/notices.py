"""From a notice to the message that tells it to the page."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from urllib.parse import quote

from voice_bridge import wire
from voice_bridge.wire import Notice


def told(  # noqa: PLR0911 - one answer for each notice
    notice: Notice, documents: str
) -> tuple[str, dict[str, Any]]:
    """Return the type and the fields of the message that passes a notice on.

    `documents` is the address below which the call's documents lie.
    """
    match notice:
        case wire.Doing(state):
            return "state", {"state": state}
        case wire.Caption(speaker, text, final):
            return "caption", {"speaker": speaker, "text": text, "final": final}
        case wire.Shown(document, title):
            return "document", {"title": title, "url": f"{documents}/{quote(document, safe='')}"}
        case wire.TimeShort(left_s):
            return "warning", {"left_s": left_s}
        case wire.Until(now, deadline):
            return "deadline", {"now": _millis(now), "deadline": _millis(deadline)}
        case wire.Over(reason, words):
            return "ended", {"reason": reason, "words": words}
        case wire.Trouble(words):
            return "trouble", {"words": words}


def _millis(at: datetime | None) -> int | None:
    return None if at is None else round(at.timestamp() * 1000)
