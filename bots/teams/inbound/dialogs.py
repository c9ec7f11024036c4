"""What opens a dialog, and what was sent in by one: commands, or the form once more."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Any

import structlog

from bots.chat.forms.answers import Answers, Errors
from bots.teams.dialogs import (
    assign,
    comment,
    digest_time,
    notice,
    people,
    person,
    reading,
    report,
    review,
    ways,
)
from bots.teams.dialogs.dialog import Dialog
from bots.teams.dialogs.filled import Filled
from bots.teams.inbound.answers import CLOSED, Answer, noticed
from bots.teams.inbound.asking import Asker, Inbound
from bots.teams.inbound.forms import Forms, about, zone_of
from bots.teams.names import Verb
from core.commands import Command, GiveReview, Remark
from core.errors import PracticeError

log = structlog.get_logger()

Read = Sequence[Command] | Dialog | Errors
"""The commands of a form, another dialog that it leads to, or what is wrong in it."""
_Reader = Callable[[Asker, Filled, Answers], Awaitable[Read]]
_NO_LINE = PracticeError(
    "This is no line of a practice call.", "Choose one in a thread of a review."
)


class Dialogs:
    """Takes task/fetch and task/submit. A form that is sent in twice is done once."""

    def __init__(self, inbound: Inbound, forms: Forms) -> None:
        self._in = inbound
        self._forms = forms
        self._readers: dict[str, _Reader] = {
            Verb.REPORT: self._report,
            Verb.COMMENT: self._comment,
            Verb.REVIEW: self._review,
            Verb.ASSIGN: self._assign,
            Verb.WAYS: self._ways,
            Verb.PEOPLE: self._people,
            Verb.PERSON: self._person,
            Verb.DIGEST_TIME: self._digest_time,
        }

    async def fetch(self, activity: Mapping[str, Any]) -> Answer:
        """Open the dialog of a button. Raises StorageError."""
        asker, data = Asker.of(activity, "invoke"), about(activity)
        return (await self._opened(asker, Filled(data))).task()

    async def comment_on(self, activity: Mapping[str, Any]) -> Answer:
        """Open the form for a comment on the message in whose menu it was chosen."""
        asker = Asker.of(activity, "invoke")
        post = (activity.get("value") or {}).get("messagePayload") or {}
        place = await self._in.here.places.at(
            asker.workspace, asker.where.channel, str(post.get("id") or "")
        )
        if place is None or place.attempt is None:
            return notice.refusal(_NO_LINE).task()
        turn = "" if place.turn is None else str(place.turn)
        data = {"verb": Verb.COMMENT, "value": place.attempt, "turn": turn}
        return (await self._opened(asker, Filled(data))).task()

    async def submit(self, activity: Mapping[str, Any]) -> Answer:
        """Take what was sent in; returns the dialog that follows, or closes it.

        Raises StorageError.
        """
        asker, data = Asker.of(activity, "invoke"), about(activity)
        reader = self._readers.get(str(data.get("verb") or ""))
        if reader is None or "form" not in data:
            # A button that leads on, such as to another page of a transcript.
            return (await self._opened(asker, Filled(data))).task()
        try:
            return await self._read(asker, Filled(data), reader)
        except PracticeError as error:
            return notice.refusal(error).task()

    async def _read(self, asker: Asker, filled: Filled, reader: _Reader) -> Answer:
        someone = await self._forms.asker(asker)
        answers = reading.read(filled.data, zone_of(asker, someone))
        read = await reader(asker, filled, answers)
        if isinstance(read, Dialog):
            return read.task()
        if isinstance(read, dict):
            again = Filled(filled.data, read, answers)
            return (await self._opened(asker, again)).task()
        return await self._done(asker, read)

    async def _done(self, asker: Asker, commands: Sequence[Command]) -> Answer:
        """Save the commands; what is refused at once is told in the dialog, the rest later."""
        refused = []
        for number, command in enumerate(commands):
            envelope = await self._in.submit(asker, command, part=f":{number}")
            refusal = await self._in.soon(envelope)
            if refusal is None:
                self._in.answer(asker, envelope)
            elif refusal and refusal not in refused:
                refused.append(refusal)
        if refused:
            return noticed(" ".join(refused))
        done = _done(commands[0]) if commands else ""
        return noticed(done) if done else CLOSED

    async def _opened(self, asker: Asker, filled: Filled) -> Dialog:
        """Return the dialog that a button opens, or why it does not."""
        verb = str(filled.data.get("verb") or "")
        opener = self._forms.opener(verb)
        if opener is None:
            log.info("teams_dialog_unknown", verb=verb[:40])
            old = "This button belongs to an older version."
            return notice.notice(notice.REFUSED, old, "Write “training” for a new one.")
        try:
            return await opener(asker, filled)
        except PracticeError as error:
            return notice.refusal(error)

    async def _report(self, _asker: Asker, filled: Filled, answers: Answers) -> Read:
        return [report.read(answers, filled.data)]

    async def _comment(self, _asker: Asker, filled: Filled, answers: Answers) -> Read:
        return _one(comment.read(answers, filled.data))

    async def _review(self, asker: Asker, filled: Filled, answers: Answers) -> Read:
        coach = await self._forms.asker(asker)
        found = await self._forms.permits.page(coach, filled.value)
        return _one(review.read(answers, filled.data, found, self._in.here.clock.now()))

    async def _assign(self, asker: Asker, _filled: Filled, answers: Answers) -> Read:
        giver = await self._forms.asker(asker)
        everybody = await self._forms.permits.people(asker.workspace)
        return assign.read(answers, giver, everybody, self._in.here.clock.now())

    async def _ways(self, asker: Asker, filled: Filled, answers: Answers) -> Read:
        workspace = await self._forms.permits.workspace(asker.workspace)
        return _one(ways.read(answers, filled.data, workspace.ways))

    async def _people(self, asker: Asker, _filled: Filled, answers: Answers) -> Read:
        chosen = people.read(answers)
        if isinstance(chosen, dict):
            return chosen
        return await self._opened(asker, Filled({"verb": Verb.PERSON, "value": chosen}))

    async def _person(self, asker: Asker, filled: Filled, answers: Answers) -> Read:
        known = await self._in.here.person(asker.workspace, filled.value)
        everybody = await self._forms.permits.people(asker.workspace)
        return _one(person.read(answers, filled.data, known, everybody))

    async def _digest_time(self, _asker: Asker, _filled: Filled, answers: Answers) -> Read:
        return _one(digest_time.read(answers))


def _one(read: Command | Errors) -> Read:
    return read if isinstance(read, dict) else [read]


def _done(command: Command) -> str:
    match command:
        case Remark():
            return "Your comment is sent. The trainee sees it where the call was held."
        case GiveReview():
            return "Your review is sent. The trainee sees it where the call was held."
    return ""
