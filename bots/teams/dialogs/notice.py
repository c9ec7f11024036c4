"""A small dialog for a refusal, an error, or a word that all is well."""

from __future__ import annotations

from bots.chat.texts import fit
from bots.teams.dialogs.dialog import Dialog, page
from bots.teams.elements import rich, text_block

REFUSED = "That does not work"
_FITS = 8_000


def notice(title: str, sentence: str, mend: str = "") -> Dialog:
    """Return a dialog that says what is the matter, and what to do about it."""
    words = fit(f"{sentence} {mend}".strip(), _FITS)
    return page(title, rich([words]) or [text_block("")], size="small")


def refusal(error: Exception) -> Dialog:
    """Return a dialog that says no, and why."""
    return notice(REFUSED, str(error))
