"""What a click opens: documents, transcripts, reviews, forms. Slack gives three seconds for it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from bots.chat import hints
from bots.chat.shelf import texts_of
from bots.slack.errors import asked
from bots.slack.inbound.asking import Asker, Inbound
from bots.slack.inbound.forms import Forms
from bots.slack.modals import comment, documents, report, review, transcript
from bots.slack.modals.parts import carried
from bots.slack.names import Action
from core.errors import PracticeError
from core.people import Person
from core.review import NextStep
from core.views import AttemptPage

_Opener = Callable[[Asker, str, dict[str, Any]], Awaitable[dict[str, Any] | None]]
_NO_LINE = PracticeError(
    "This is no line of a practice call.", "Choose one in a thread of a review."
)


class Opening:
    """Opens modals. What somebody may not see is refused with a sentence."""

    def __init__(self, inbound: Inbound, find: Callable[[str], Path | None]) -> None:
        self._in = inbound
        self._find = find
        self.forms = Forms(inbound)
        self._openers: dict[str, _Opener] = {
            Action.DOCUMENTS: self._documents,
            Action.REPORT: self._report,
            Action.TRANSCRIPT: self._transcript,
            Action.COMMENT: self._comment,
            Action.REVIEW: self._review,
            Action.ASSIGN: self.forms.assign,
            Action.WAYS: self.forms.ways,
            Action.PEOPLE: self.forms.people,
            Action.PERSON: self.forms.person,
            Action.PICK_PERSON: self.forms.person,
            Action.DIGEST_TIME: self.forms.digest_time,
        }

    async def open(self, asker: Asker, name: str, value: str, body: dict[str, Any]) -> None:
        """Open what the action opens, or turn the page of what is open."""
        if name == Action.NEXT_STEP:
            await self._next_step(asker, body)
            return
        opener = self._openers.get(name)
        if opener is None:
            return
        try:
            view = await opener(asker, value, body)
        except PracticeError as error:
            await self._in.refuse(asker, error)
            return
        if view is None:
            return
        if name in {Action.TRANSCRIPT, Action.PICK_PERSON, Action.PERSON} and "view" in body:
            await self._instead(asker, body, view)
        else:
            await self._in.show(asker, view)

    async def shortcut(self, workspace: str, body: dict[str, Any]) -> None:
        """Open the form for a comment on the line that was chosen in a thread."""
        message = body.get("message", {})
        asker = Asker(
            workspace,
            str(body["user"]["id"]),
            str(body.get("channel", {}).get("id", "")),
            str(message.get("thread_ts", "")),
            str(body["trigger_id"]),
        )
        self._in.here.soon.do("shortcut", self._comment_on(asker, str(message.get("ts", ""))))

    async def call_link(self, asker: Asker, attempt_id: str) -> None:
        """Give the trainee a fresh link to the call page. Raises ProviderError."""
        room = self._in.here.room
        if room is None:
            await self._in.tell(asker, hints.NO_ROOM)
            return
        attempt = await self._in.here.attempt(attempt_id)
        own = attempt is not None and attempt.workspace == asker.workspace
        own = own and attempt is not None and attempt.trainee == asker.person
        if attempt is None or not own or attempt.ended is not None:
            await self._in.tell(asker, hints.NOT_YOURS)
            return
        link = room.link(asker.workspace, attempt_id, asker.person)
        await self._in.tell(asker, f"<{link}|Open the call page>. The link works once.")

    async def page(self, asker: Asker, attempt_id: str) -> AttemptPage:
        """Return an attempt that whoever asks may see. Raises Refusal and PracticeError."""
        return await self.forms.permits.page(await self._who(asker), attempt_id)

    async def _who(self, asker: Asker) -> Person:
        found = await self._in.here.person(asker.workspace, asker.person)
        return await self.forms.permits.known(asker.workspace, found)

    async def _comment_on(self, asker: Asker, ts: str) -> None:
        here = self._in.here
        place = await here.places.at(asker.workspace, asker.channel, ts)
        if place is None and asker.thread:
            place = await here.places.at(asker.workspace, asker.channel, asker.thread)
        if place is None or place.attempt is None:
            await self._in.refuse(asker, _NO_LINE)
            return
        try:
            view = await self._coaching(asker, place.attempt, place.turn)
        except PracticeError as error:
            await self._in.refuse(asker, error)
        else:
            await self._in.show(asker, view)

    async def _coaching(self, asker: Asker, attempt: str, turn: int | None) -> dict[str, Any]:
        found = await self.forms.permits.coached(await self._who(asker), attempt)
        return comment.view(found, turn)

    async def _comment(self, asker: Asker, value: str, _body: dict[str, Any]) -> dict[str, Any]:
        return await self._coaching(asker, value, None)

    async def _review(
        self, asker: Asker, value: str, _body: dict[str, Any], step: NextStep = NextStep.NONE
    ) -> dict[str, Any]:
        found = await self.forms.permits.reviewable(await self._who(asker), value)
        return review.view(found, list(self._in.here.library.all()), step)

    async def _next_step(self, asker: Asker, body: dict[str, Any]) -> None:
        """Ask for what the chosen next step needs."""
        attempt = carried(body["view"]).get("attempt", "")
        step = review.step_of(body["actions"][0])
        await self._instead(asker, body, await self._review(asker, attempt, body, step))

    async def _transcript(self, asker: Asker, value: str, body: dict[str, Any]) -> dict[str, Any]:
        found = await self.page(asker, value)
        names = await self.forms.permits.names(found)
        page = transcript.page_of(body["actions"][0]) if "view" in body else 0
        return transcript.view(found, names, page)

    async def _report(self, asker: Asker, value: str, _body: dict[str, Any]) -> dict[str, Any]:
        found = await self.page(asker, value)
        return report.view(found.attempt, found.scenario.persona.name)

    async def _documents(self, asker: Asker, value: str, _body: dict[str, Any]) -> dict[str, Any]:
        scenario = await self.forms.permits.scenario(await self._who(asker), value)
        return documents.view(
            scenario.title, await texts_of(scenario.documents, self._find, self._in.here.papers)
        )

    async def _instead(self, asker: Asker, body: dict[str, Any], view: dict[str, Any]) -> None:
        client = await self._in.here.client(asker.workspace)
        open_now = body["view"]
        if open_now.get("type") == "home":
            await self._in.show(asker, view)
            return
        await asked(
            client.views_update(view_id=open_now["id"], hash=open_now.get("hash"), view=view)
        )
