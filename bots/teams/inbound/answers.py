"""What an invoke is answered with: a card in place of the one pressed, a sentence, a dialog."""

from __future__ import annotations

from typing import Any

from bots.teams import activities

Answer = dict[str, Any]
"""The body of an answer to an invoke, as JSON."""


def replaced(card: dict[str, Any]) -> Answer:
    """Show this card in place of the one in which something was pressed."""
    return {"statusCode": 200, "type": activities.CARD, "value": card}


def told(sentence: str) -> Answer:
    """Say a sentence beside the card, which stays as it is."""
    return {
        "statusCode": 200,
        "type": "application/vnd.microsoft.activity.message",
        "value": sentence,
    }


def noticed(sentence: str) -> Answer:
    """Say a sentence where a dialog was open."""
    return {"task": {"type": "message", "value": sentence}}


CLOSED: Answer = {}
"""Close the dialog, and say nothing more."""
