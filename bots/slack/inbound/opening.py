"""What a click opens: documents, transcripts, reviews, forms. Slack gives three seconds for it."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path
from typing import Any

from bots.slack.errors import asked
from bots.slack.inbound.asking import NO_ROOM, Asker, Inbound
from bots.slack.inbound.forms import Forms
from bots.slack.modals import comment, documents, report, review, transcript
from bots.slack.modals.parts import carried
from bots.slack.names import Action
from core import views
from core.errors import PracticeError, Refusal
from core.people import Person, require_coach
from core.review import NextStep
from core.scenario import Document, Scenario
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
            await self._in.tell(asker, NO_ROOM)
            return
        async with self._in.here.store.reading() as unit:
            attempt = await unit.attempt(attempt_id)
        own = attempt is not None and attempt.workspace == asker.workspace
        own = own and attempt is not None and attempt.trainee == asker.person
        if attempt is None or not own or attempt.ended is not None:
            await self._in.tell(asker, "This call is over, or somebody else's.")
            return
        link = room.link(asker.workspace, attempt_id, asker.person)
        await self._in.tell(asker, f"<{link}|Open the call page>. The link works once.")

    async def page(self, asker: Asker, attempt_id: str) -> tuple[Person, AttemptPage]:
        """Return who asks, and the attempt. Raises Refusal and PracticeError."""
        async with self._in.here.store.reading() as unit:
            person = await unit.person(asker.workspace, asker.person)
            if person is None:
                raise Refusal("I don't know you here yet.", "Ask your administrator to add you.")
            return person, await views.attempt_page(unit, person, attempt_id)

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
        person, found = await self.page(asker, attempt)
        require_coach(person, found.trainee)
        return comment.view(found, turn)

    async def _comment(self, asker: Asker, value: str, _body: dict[str, Any]) -> dict[str, Any]:
        return await self._coaching(asker, value, None)

    async def _review(
        self, asker: Asker, value: str, _body: dict[str, Any], step: NextStep = NextStep.NONE
    ) -> dict[str, Any]:
        person, found = await self.page(asker, value)
        require_coach(person, found.trainee)
        if not found.runs:
            raise PracticeError("This call has no score yet.", "Review it when it has been scored.")
        return review.view(found, list(self._in.here.library.all()), step)

    async def _next_step(self, asker: Asker, body: dict[str, Any]) -> None:
        """Ask for what the chosen next step needs."""
        attempt = carried(body["view"]).get("attempt", "")
        step = review.step_of(body["actions"][0])
        await self._instead(asker, body, await self._review(asker, attempt, body, step))

    async def _transcript(self, asker: Asker, value: str, body: dict[str, Any]) -> dict[str, Any]:
        _, found = await self.page(asker, value)
        names = await self._names(asker, found)
        page = transcript.page_of(body["actions"][0]) if "view" in body else 0
        return transcript.view(found, names, page)

    async def _names(self, asker: Asker, found: AttemptPage) -> dict[str, str]:
        async with self._in.here.store.reading() as unit:
            people = {p.id: p.name for p in await unit.people(asker.workspace)}
        return {c.author: people.get(c.author, "A coach") for c in found.comments} | people

    async def _report(self, asker: Asker, value: str, _body: dict[str, Any]) -> dict[str, Any]:
        _, found = await self.page(asker, value)
        return report.view(found.attempt, found.scenario.persona.name)

    async def _documents(self, asker: Asker, value: str, _body: dict[str, Any]) -> dict[str, Any]:
        scenario = await self._scenario(asker, value)
        return documents.view(scenario.title, await self._texts(scenario.documents))

    async def _scenario(self, asker: Asker, value: str) -> Scenario:
        kind, _, name = value.partition(":")
        if kind == "attempt":
            return (await self.page(asker, name))[1].scenario
        async with self._in.here.store.reading() as unit:
            assignment = await unit.assignment(asker.workspace, name)
        if assignment is None or assignment.trainee != asker.person:
            raise PracticeError("This assignment does not exist any more.", "Open My Training.")
        return self._in.here.library.scenario(assignment.scenario_id)

    async def _texts(
        self, docs: Sequence[Document]
    ) -> list[tuple[Document, str | None, str | None]]:
        papers = self._in.here.papers
        return [(doc, await self._text(doc), papers.url(doc.file) or None) for doc in docs]

    async def _text(self, document: Document) -> str | None:
        path = self._find(document.file)
        if path is None or path.suffix.lower() != ".md":
            return None
        return await asyncio.to_thread(path.read_text, "utf-8")

    async def _instead(self, asker: Asker, body: dict[str, Any], view: dict[str, Any]) -> None:
        client = await self._in.here.client(asker.workspace)
        open_now = body["view"]
        if open_now.get("type") == "home":
            await self._in.show(asker, view)
            return
        await asked(
            client.views_update(view_id=open_now["id"], hash=open_now.get("hash"), view=view)
        )
