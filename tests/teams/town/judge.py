"""Holds what is sent against what Teams takes."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from tests.teams.limits import check_card
from tests.teams.people import BOT
from tests.teams.town.records import Called, Refusal, Violation

LARGEST = 100 * 1024
"""Bytes of a message, as UTF-16 of its JSON: "about 100 KB" in Microsoft's documents."""
_CARD = "application/vnd.microsoft.card.adaptive"


class Judge:
    """Remembers every violation, so that a test can assert that there were none."""

    def __init__(self) -> None:
        self.violations: list[Violation] = []

    def note(self, called: Called, words: str) -> None:
        """Remember something that was wrong."""
        if words:
            self.violations.append(Violation(words, called))

    def check(self, called: Called, service_url: str) -> None:
        """Look at an activity that is sent, or at what a conversation begins with.

        Raises Refusal for what Teams does not take.
        """
        inner = called.body.get("activity")
        activity = inner if isinstance(inner, dict) else called.body
        for words in (
            *_strays(called, called.body, service_url),
            *_strays(called, activity, service_url),
        ):
            raise Refusal(403, "Forbidden", "This is not the bot's to do.", words)
        size = len(json.dumps(activity, ensure_ascii=False).encode("utf-16-le"))
        if size > LARGEST:
            told = f"{size} bytes are more than {LARGEST}"
            raise Refusal(413, "MessageSizeTooBig", "Message size too large.", told)
        for one in activity.get("attachments") or ():
            if one.get("contentType") == _CARD:
                for words in check_card(one["content"]):
                    self.note(called, words)


def _strays(called: Called, body: Mapping[str, Any], service_url: str) -> Iterator[str]:
    """What says that it belongs elsewhere than where it was sent."""
    told = {
        "tenantId": body.get("tenantId"),
        "conversation.tenantId": _of(body, "conversation", "tenantId"),
        "channelData.tenant.id": _of(body, "channelData", "tenant", "id"),
    }
    for name, tenant in told.items():
        if tenant not in {None, called.tenant}:
            yield f"{name} is another tenant's"
    if called.where and _of(body, "conversation", "id") not in {None, called.where}:
        yield "conversation.id is another conversation's"
    if body.get("serviceUrl") not in {None, service_url}:
        yield "serviceUrl is another address"
    if _of(body, "from", "id") not in {None, BOT}:
        yield "from.id is not the bot's"


def _of(body: Mapping[str, Any], *names: str) -> object:
    found: Any = body
    for name in names:
        found = found.get(name) if isinstance(found, dict) else None
    return found
