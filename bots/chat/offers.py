"""What can be offered where calls by voice cannot be held."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

from core.messages import AssignmentOffered, Briefing, Message
from core.scenario import Mode

Offer = TypeVar("Offer", AssignmentOffered, Briefing)


def possible(message: Message, *, voice: bool) -> Message:
    """Return the message without an offer of calls by voice where none can be held."""
    if isinstance(message, AssignmentOffered):
        return offered(message, voice=voice)
    return offered(message, voice=voice) if isinstance(message, Briefing) else message


def offered(message: Offer, *, voice: bool) -> Offer:
    """Return what can be offered: by chat or by voice is only by chat without a room for calls."""
    if not voice and message.mode is Mode.HYBRID:
        return replace(message, mode=Mode.CHAT)
    return message
