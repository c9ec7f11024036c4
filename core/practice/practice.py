"""The practice: takes commands one at a time, replies, scores.

Whoever calls it keeps the order: one command of a lane at a time, and `go_on` for an attempt only
while none of its commands is being taken. Each method opens its own transaction; what the model
does happens between transactions, so that nothing is locked while it thinks.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from core import commands
from core.attempt import Attempt, CallState, Owed
from core.commands import Command, Envelope
from core.composing import READING_S, compose
from core.errors import PracticeError
from core.messages import Outgoing, ToThread
from core.patience import due
from core.ports import Clock, Customer, Grader, Ids, Library, Sentence, Store, Surface, Unit
from core.practice import (
    assigning,
    by_voice,
    calling,
    coaching,
    judging,
    organising,
    reviewing,
)
from core.practice.work import Pins, Work
from core.scenario import Mode, Scenario

Handler = Callable[[Work, Envelope, Any], Awaitable[None]]
HANDLERS: dict[type[Command], Handler] = {
    commands.Assign: assigning.assign,
    commands.Accept: assigning.accept,
    commands.Start: assigning.start,
    commands.Say: calling.say,
    commands.Typing: calling.typing,
    commands.End: calling.end,
    commands.ReportBreak: calling.report_break,
    commands.Tick: calling.tick,
    commands.Resume: calling.resume,
    commands.Remark: reviewing.remark,
    commands.AskCoach: reviewing.ask_coach,
    commands.GradeAgain: reviewing.grade_again,
    commands.PutOff: assigning.put_off,
    commands.Join: by_voice.join,
    commands.Leave: by_voice.leave,
    commands.Rejoin: by_voice.rejoin,
    commands.Deliver: by_voice.deliver,
    commands.NoteSound: by_voice.sound,
    commands.OfferCall: by_voice.offer_call,
    commands.ShowLines: coaching.show_lines,
    commands.GiveReview: judging.give_review,
    commands.DrawSample: coaching.draw_sample,
    commands.SendDigest: organising.send_digest,
    commands.ChooseDigest: organising.choose_digest,
    commands.PutPerson: organising.put_person,
    commands.PutWays: organising.put_ways,
}


@dataclass(frozen=True, slots=True)
class Services:
    """The ports that the practice works through. `pause` scales the customer's writing time."""

    store: Store
    library: Library
    customer: Customer
    grader: Grader
    clock: Clock
    ids: Ids
    surface_of: Callable[[str], Surface]
    pause: float = 1.0


@dataclass(frozen=True, slots=True)
class After:
    """What a step of the practice leaves to do.

    `posted` goes to the surfaces. `attempt` is the call it was about; `owes` whether the
    customer or the grader has something to do there now; `due` when time will change it.
    `reads_s` is how many seconds the customer reads before it answers: of several short messages
    it answers the whole.
    """

    posted: tuple[Outgoing, ...] = ()
    refusal: str = ""
    attempt: str | None = None
    owes: bool = False
    due: datetime | None = None
    reads_s: float = 0.0


class Practice:
    """Every use case of the product behind two methods, `take` and `go_on`."""

    def __init__(self, services: Services) -> None:
        self._services = services
        self._pins = Pins()
        self._at_hand: dict[str, tuple[Attempt, Scenario]] = {}

    async def take(self, envelope: Envelope) -> After:
        """Carry a command out, in one transaction with the mark that it is done.

        What a person may not or cannot do comes back as `refusal`; StorageError is raised, and
        then nothing has happened and the command may be taken again.
        """
        try:
            async with self._services.store.unit() as unit:
                work = self._work(unit, envelope.id, envelope.workspace)
                await HANDLERS[type(envelope.command)](work, envelope, envelope.command)
                await unit.finish(envelope.id, work.now)
        except PracticeError as refusal:
            async with self._services.store.unit() as unit:
                await unit.finish(envelope.id, self._services.clock.now(), str(refusal))
            return After(refusal=str(refusal))
        return self._after(work)

    async def go_on(self, attempt_id: str) -> After:
        """Do what an attempt owes: the customer's line, or the score. Nothing owed: nothing."""
        found = self._at_hand.pop(attempt_id, None) or await self._stored(attempt_id)
        if found is None:
            return After()
        attempt, scenario = found
        if attempt.state is CallState.OWING and attempt.mode is not Mode.VOICE:
            return await self._reply(attempt, scenario)
        if attempt.state is CallState.ENDED and not attempt.scored:
            return await self._score(attempt, scenario)
        return After(attempt=attempt.id, due=due(attempt, scenario))

    async def _stored(self, attempt_id: str) -> tuple[Attempt, Scenario] | None:
        async with self._services.store.reading() as unit:
            attempt = await unit.attempt(attempt_id)
            scenario = await self._pins.of(unit, attempt) if attempt else None
        return (attempt, scenario) if attempt and scenario else None

    async def unfinished(self) -> tuple[list[Envelope], list[str]]:
        """What an earlier process left: envelopes not handled, and attempts under way."""
        async with self._services.store.reading() as unit:
            return list(await unit.unfinished()), list(await unit.running())

    async def _reply(self, attempt: Attempt, scenario: Scenario) -> After:
        surface = self._services.surface_of(attempt.workspace)
        thread = ToThread(attempt.id)
        number = len(attempt.turns)
        await surface.typing(thread, on=True)
        if attempt.owed is Owed.OPENING:
            # Within the beat before the opening line, so that the first reply is quick.
            await self._services.customer.prepare(scenario)

        so_far: list[str] = []

        async def draft(sentence: Sentence) -> None:
            so_far.append(sentence.text)
            await surface.draft(thread, number, " ".join(so_far))

        composed = await compose(attempt, scenario, self._services.customer, draft)
        async with self._services.store.unit() as unit:
            work = self._work(unit, f"{attempt.id}:{number}", attempt.workspace)
            await work.apply(attempt, scenario, composed.at(work.now), composed)
        return self._after(work)

    async def _score(self, attempt: Attempt, scenario: Scenario) -> After:
        async with self._services.store.reading() as unit:
            entries = await unit.entries(attempt.id)
        run_id = self._services.ids.new()
        run = await self._services.grader.grade(attempt, scenario, entries, run_id)
        async with self._services.store.unit() as unit:
            work = self._work(unit, f"{attempt.id}:{run_id}", attempt.workspace)
            await reviewing.keep_run(work, attempt, scenario, run)
        return After(tuple(work.posted), attempt=attempt.id)

    def _work(self, unit: Unit, key: str, workspace: str) -> Work:
        services = self._services
        return Work(
            unit,
            services.library,
            services.ids,
            services.clock.now(),
            key,
            workspace,
            self._pins,
            services.pause,
        )

    def _after(self, work: Work) -> After:
        """Say what is left to do; an attempt that owes something stays at hand for it."""
        attempt, scenario = work.touched, work.scenario
        if attempt is None or scenario is None:
            return After(tuple(work.posted))
        # What the customer owes by voice is spoken by whoever holds the call.
        speaks = attempt.mode is not Mode.VOICE
        owes = (attempt.state is CallState.OWING and speaks) or (
            attempt.state is CallState.ENDED and not attempt.scored
        )
        if owes:
            self._at_hand[attempt.id] = attempt, scenario
        reads = READING_S * work.pause if attempt.owed is Owed.REPLY and speaks else 0.0
        return After(tuple(work.posted), "", attempt.id, owes, due(attempt, scenario), reads)
