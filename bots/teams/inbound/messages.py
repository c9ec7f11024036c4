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
        call = await running_in(self._in.here, asker)
        quoted = await self._quoted(asker, said)
        if quoted is not None and quoted.attempt and call is None:
            await self._in_answer(asker, said, quoted.attempt, quoted)
        elif call is not None:
            await self._in_call(asker, said, call)
        elif not said.files and self._commands.knows(said.text):
            self._commands.do(asker, said.text)
        else:
            self._in.here.soon.do("outside", self._commands.outside(asker, said.text))

    async def _in_answer(self, asker: Asker, said: Written, attempt_id: str, to: Place) -> None:
        """Take what answers a post of ours about a call: a coach's words are feedback."""
        attempt = await self._in.here.attempt(attempt_id)
        if attempt is not None and attempt.trainee == asker.person:
            self._in.hint(asker, hints.NOBODY_TO_ANSWER)
        elif to.kind in _REVIEWS:
            await self._to_trainee(asker, said, attempt_id, to.turn)
        else:
            self._in.here.soon.do("outside", self._commands.outside(asker, said.text))

    async def _in_call(self, asker: Asker, said: Written, call: Attempt) -> None:
        """Take what the trainee says in a call: to the customer, but for a few words to us."""
        if not said.files and self._commands.in_call(asker, said.text, call):
            return
        await self._to_customer(asker, said, call)

    async def _in_channel(self, asker: Asker, said: Written) -> None:
        here = self._in.here
        if not said.mentioned:
            await self._hears(asker)
        root = asker.where.root
        place = await here.places.at(asker.workspace, asker.where.channel, root) if root else None
        attempt = await here.attempt(place.attempt) if place and place.attempt else None
        if place is not None and attempt is not None and place.kind == "CallOpened":
            await self._in_thread(asker, said, attempt)
        elif said.mentioned and self._commands.knows(said.text):
            self._commands.do(asker, said.text)
        elif place is not None and attempt is not None and place.kind == "ReviewAsked":
            quoted = await self._quoted(asker, said)
            await self._to_trainee(asker, said, attempt.id, quoted.turn if quoted else None)
        elif said.mentioned:
            self._commands.do(asker, said.text)

    async def _in_thread(self, asker: Asker, said: Written, attempt: Attempt) -> None:
        """Take what is written in the thread of a call: the customer hears its trainee alone."""
        if attempt.trainee == asker.person:
            running = attempt.ended is None
            await (self._in_call if running else self._to_customer)(asker, said, attempt)
        elif attempt.ended is not None and await self._coaches(asker, attempt):
            await self._to_trainee(asker, said, attempt.id, None)
        else:
            scenario = await self._in.here.scenario(attempt)
            trainee = await self._in.here.person(asker.workspace, attempt.trainee)
            customer = scenario.persona.name if scenario else "The customer"
            self._once(asker, hints.only_hears(customer, trainee.name if trainee else "one person"))

    async def _coaches(self, asker: Asker, attempt: Attempt) -> bool:
        author = await self._in.here.person(asker.workspace, asker.person)
        trainee = await self._in.here.person(asker.workspace, attempt.trainee)
        return author is not None and trainee is not None and coaches(author, trainee)

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
        if attempt is None or attempt.trainee == asker.person:
            return
        author = await here.person(asker.workspace, asker.person)
        trainee = await here.person(asker.workspace, attempt.trainee)
        if trainee is None or author is None or not coaches(author, trainee):
            self._once(asker, hints.not_heard(trainee.name if trainee else "The trainee"))
            return
        if not said.text:
            self._in.hint(asker, hints.files_to_trainee(trainee.name))
            return
        envelope = await self._in.submit(asker, Remark(attempt_id, said.text, turn))
        # Told for the first of them: a coach who writes three lines need not be told thrice.
        first = self._is_first(asker, attempt_id)
        self._in.answer(asker, envelope, done=hints.sent_to(trainee.name) if first else "")

    def _once(self, asker: Asker, sentence: str) -> None:
        """Tell somebody something, once for each thread."""
        if self._is_first(asker, sentence):
            self._in.hint(asker, sentence)

    def _is_first(self, asker: Asker, what: str) -> bool:
        once = asker.where.conversation, asker.person, what
        if once in self._hinted:
            return False
        self._hinted.add(once)
        return True

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
