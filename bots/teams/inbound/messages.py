"""What people write: to the customer, to a trainee as their coach, to us, or where nobody hears."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from bots.chat import hints
from bots.chat.lately import Lately
from bots.teams.inbound.asking import Asker, Inbound
from bots.teams.inbound.commands import Commands
from bots.teams.inbound.running import running_in
from bots.teams.viewing import HEARD, hears_all
from bots.teams.words import Written, written
from core.attempt import Attempt
from core.commands import Remark, Say
from core.contacts import Contact, Kind
from core.people import coaches
from core.places import Place
from core.scenario import Mode

_REVIEWS = frozenset({"ReviewAsked", "ReviewLine", "Reviewed"})


class Messages:
    """Takes message activities. A message's own place is its key: a second one changes nothing."""

    def __init__(self, inbound: Inbound, commands: Commands) -> None:
        self._in = inbound
        self._commands = commands
        self._hinted = Lately()
        self._taken = Lately()

    async def take(self, activity: Mapping[str, Any]) -> None:
        """Save what a message asks for. Raises StorageError: Teams is then told that it failed."""
        asker = Asker.of(activity, "message")
        if asker.key in self._taken:
            return
        said = written(activity)
        await (self._in_chat if asker.personal else self._in_channel)(asker, said)
        # Not before: what could not be saved has to come again.
        self._taken.add(asker.key)

    async def edited(self, activity: Mapping[str, Any]) -> None:
        """Say that the customer has read what was written first."""
        await self._changed(activity, "edited", hints.edited)

    async def deleted(self, activity: Mapping[str, Any]) -> None:
        """Say that what was said stays said."""
        await self._changed(activity, "deleted", hints.deleted)

    async def _in_chat(self, asker: Asker, said: Written) -> None:
        quoted = await self._quoted(asker, said)
        if quoted is not None and quoted.attempt and quoted.kind in _REVIEWS:
            await self._to_trainee(asker, said, quoted.attempt, quoted.turn)
            return
        if not said.files and self._commands.knows(said.text):
            self._commands.do(asker, said.text)
            return
        call = await running_in(self._in.here, asker)
        if call is not None:
            await self._to_customer(asker, said, call)
        else:
            self._in.here.soon.do("outside", self._commands.outside(asker, said.text))

    async def _in_channel(self, asker: Asker, said: Written) -> None:
        here = self._in.here
        if not said.mentioned:
            await self._hears(asker)
        root = asker.where.root
        place = await here.places.at(asker.workspace, asker.where.channel, root) if root else None
        attempt = await here.attempt(place.attempt) if place and place.attempt else None
        if place is not None and attempt is not None and place.kind == "CallOpened":
            if self._ends(asker, attempt, said):
                self._commands.do(asker, said.text)
            else:
                await self._to_customer(asker, said, attempt)
        elif place is not None and attempt is not None and place.kind == "ReviewAsked":
            quoted = await self._quoted(asker, said)
            await self._to_trainee(asker, said, attempt.id, quoted.turn if quoted else None)
        elif said.mentioned:
            self._commands.do(asker, said.text)

    def _ends(self, asker: Asker, attempt: Attempt, said: Written) -> bool:
        """Whether somebody says to us, and not to the customer, that the call is to end."""
        return attempt.trainee == asker.person and self._commands.ends(said.text)

    async def _hears(self, asker: Asker) -> None:
        """Remember that lines of this channel reach us without a mention."""
        here, channel = self._in.here, asker.where.channel
        if not await hears_all(here, asker.workspace, channel):
            known = await here.contact(asker.workspace, Kind.CHANNEL, channel)
            name = known.name if known else ""
            now = here.clock.now()
            await here.remember(Contact(asker.workspace, Kind.CHANNEL, channel, name, HEARD, now))

    async def _to_customer(self, asker: Asker, said: Written, attempt: Attempt) -> None:
        if attempt.ended is None and said.only_emoji:
            self._in.hint(asker, hints.EMOJI_ALONE)
            return
        if said.files:
            self._in.hint(asker, hints.files_to_customer(with_words=bool(said.text)))
        if not said.text:
            return
        if attempt.ended is None and attempt.mode is Mode.VOICE:
            self._in.hint(asker, hints.BY_VOICE)
            return
        envelope = await self._in.submit(asker, Say(attempt.id, said.text))
        self._in.answer(asker, envelope)

    async def _to_trainee(
        self, asker: Asker, said: Written, attempt_id: str, turn: int | None
    ) -> None:
        """Take the assigned coach's words as feedback; what others say there stays theirs."""
        here = self._in.here
        attempt = await here.attempt(attempt_id)
        if attempt is None:
            return
        author = await here.person(asker.workspace, asker.person)
        trainee = await here.person(asker.workspace, attempt.trainee)
        if trainee is None or author is None or not coaches(author, trainee):
            self._not_heard(asker, trainee.name if trainee else "The trainee")
            return
        if not said.text:
            self._in.hint(asker, hints.files_to_trainee(trainee.name))
            return
        envelope = await self._in.submit(asker, Remark(attempt_id, said.text, turn))
        self._in.answer(asker, envelope, done=hints.sent_to(trainee.name))

    def _not_heard(self, asker: Asker, name: str) -> None:
        """Tell somebody, once for each thread, that the trainee does not see what they write."""
        once = asker.where.conversation, asker.person
        if once not in self._hinted:
            self._hinted.add(once)
            self._in.hint(asker, hints.not_heard(name))

    async def _quoted(self, asker: Asker, said: Written) -> Place | None:
        """Return the post of ours that a message quotes."""
        if not said.answers:
            return None
        where = asker.where.channel
        return await self._in.here.places.at(asker.workspace, where, said.answers)

    async def _changed(
        self, activity: Mapping[str, Any], how: str, words: Callable[[str], str]
    ) -> None:
        asker = Asker.of(activity, how)
        call = await running_in(self._in.here, asker)
        if call is None or asker.key in self._taken:
            return
        self._taken.add(asker.key)
        scenario = await self._in.here.scenario(call)
        name = scenario.persona.name if scenario else "The customer"
        self._in.hint(asker, words(name))
