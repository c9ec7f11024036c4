"""Words on their way to Slack, kept from being markup."""

from __future__ import annotations

import re

from bots.chat.texts import clean

# A date that Slack cannot read is shown as its fallback, and a fallback is never formatted.
_GUARD = r"<!date^0^{_}|\1>"


def unmarked(words: str) -> str:
    """Return the words for a message's plain `text`: nobody is mentioned, nothing is linked."""
    return clean(words).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def escaped(words: str) -> str:
    """Return the words for mrkdwn, where they are shown as they were written.

    Slack has no escape for `*`, `_`, `~` and backticks; each becomes a date that cannot be read,
    with the character as its fallback. That is long: where whole words are somebody's own, plain
    text or rich text is the better place.
    """
    guarded = re.sub(r"([*_~`])", _GUARD, unmarked(words))
    # The character of a quote counts at the beginning of a line, escaped or not.
    return re.sub(r"^(&gt;)", "\u00ad\\1", guarded, flags=re.MULTILINE)
