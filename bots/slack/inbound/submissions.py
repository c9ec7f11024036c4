"""Modals that were sent in: their commands, or what is wrong in them."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from typing import Any

from bots.chat.forms.answers import Errors
from bots.slack.inbound.asking import Asker, Inbound
from bots.slack.inbound.opening import Opening
from bots.slack.modals import assign, comment, digest_time, person, report, review, ways
from bots.slack.modals.parts import carried
from bots.slack.names import Modal
from core.commands import Command, GiveReview, Remark
from core.errors import PracticeError

Read = Sequence[Command] | Errors
_Reader = Callable[[Asker, dict[str, Any]], Awaitable[Read]]


class Submissions:
    """Takes view submissions. A view that is sent in twice is done once."""

    def __init__(self, inbound: Inbound, opening: Opening) -> None:
        self._in = inbound
        self._opening = opening
        self._readers: dict[str, _Reader] = {
            Modal.REPORT: self._report,
            Modal.COMMENT: self._comment,
            Modal.REVIEW: self._review,
            Modal.ASSIGN: self._assign,
            Modal.WAYS: self._ways,
            Modal.PERSON: self._person,
            Modal.DIGEST_TIME: self._digest_time,
        }

    async def take(self, workspace: str, body: dict[str, Any]) -> Errors:
        """Save what was sent in; returns what is wrong by field. Raises StorageError."""
        view = body["view"]
        reader = self._readers.get(str(view.get("callback_id", "")))
        if reader is None:
            return {}
        asker = Asker(workspace, str(body["user"]["id"]), trigger=str(body.get("trigger_id", "")))
        try:
            read = await reader(asker, view)
        except PracticeError as error:
            return {_first_field(view): str(error)}
        if isinstance(read, dict):
            return read
        for number, command in enumerate(read):
            key = f"form:{view['id']}:{number}"
            envelope = await self._in.submit(asker, command, key)
            self._in.answer(asker, envelope, _done(command))
        return {}

    async def _report(self, _asker: Asker, view: dict[str, Any]) -> Read:
        return [report.read(view)]

    async def _comment(self, _asker: Asker, view: dict[str, Any]) -> Read:
        found = comment.read(view)
        return found if isinstance(found, dict) else [found]

    async def _review(self, asker: Asker, view: dict[str, Any]) -> Read:
        page = await self._opening.page(asker, carried(view).get("attempt", ""))
        found = review.read(view, page, self._in.here.clock.now())
        return found if isinstance(found, dict) else [found]

    async def _assign(self, asker: Asker, view: dict[str, Any]) -> Read:
        giver = await self._opening.forms.asker(asker)
        people = await self._opening.forms.people_of(asker)
        found = assign.read(view, giver, people, self._in.here.clock.now())
        return found if isinstance(found, dict) else list(found)

    async def _ways(self, asker: Asker, view: dict[str, Any]) -> Read:
        workspace = await self._opening.forms.permits.workspace(asker.workspace)
        found = ways.read(view, workspace.ways)
        return found if isinstance(found, dict) else [found]

    async def _person(self, asker: Asker, view: dict[str, Any]) -> Read:
        member = carried(view).get("person", "")
        known = await self._in.here.person(asker.workspace, member)
        found = person.read(view, known)
        return found if isinstance(found, dict) else [found]

    async def _digest_time(self, _asker: Asker, view: dict[str, Any]) -> Read:
        found = digest_time.read(view)
        return found if isinstance(found, dict) else [found]


def _done(command: Command) -> str:
    match command:
        case Remark():
            return "Your comment is in the trainee's thread."
        case GiveReview():
            return "Your review is in the trainee's thread."
    return ""


def _first_field(view: dict[str, Any]) -> str:
    """An error is shown at a field; one that is of none in particular stands at the first."""
    inputs = [b for b in view.get("blocks", []) if b.get("type") == "input"]
    return str(inputs[0]["block_id"]) if inputs else "words"
