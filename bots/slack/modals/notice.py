"""A small modal for a refusal, an error, or a word that all is well."""

from __future__ import annotations

from bots.slack.blocks import section
from bots.slack.modals.parts import View, modal


def notice(title: str, sentence: str, mend: str = "") -> View:
    """Return a modal that says what is the matter, and what to do about it."""
    return modal(title, [section(f"{sentence} {mend}".strip())])
