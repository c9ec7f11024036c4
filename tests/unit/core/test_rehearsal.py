"""Calls in simulated time."""

from __future__ import annotations

from core.attempt import EndReason, Speaker
from core.reading import Reading
from core.rehearsal import ScriptLine, rehearse
from core.stances import Stance
from tests.fakes.customer import ScriptedCustomer
from tests.samples import scenario


async def test_the_customer_opens_and_every_line_is_answered() -> None:
    call = await rehearse(scenario(), ScriptedCustomer(), [ScriptLine("Hi"), ScriptLine("So")])
    speakers = [turn.speaker for turn in call.attempt.turns]
    assert speakers == [Speaker.CUSTOMER, *(Speaker.TRAINEE, Speaker.CUSTOMER) * 2]
    assert call.attempt.ended is not None
    assert call.attempt.ended.reason is EndReason.TRAINEE


async def test_a_long_pause_brings_a_second_message() -> None:
    call = await rehearse(scenario(), ScriptedCustomer(), [ScriptLine("Hi", after_s=80)])
    assert [turn.speaker for turn in call.attempt.turns[:3]] == [
        Speaker.CUSTOMER,
        Speaker.CUSTOMER,
        Speaker.TRAINEE,
    ]


async def test_a_pause_past_the_limit_ends_the_call_and_the_rest_is_not_said() -> None:
    script = [ScriptLine("Hi", after_s=4000), ScriptLine("Still there?")]
    call = await rehearse(scenario(), ScriptedCustomer(), script)
    assert call.attempt.ended is not None
    assert call.attempt.ended.exit == "left_waiting"
    assert all(turn.speaker is Speaker.CUSTOMER for turn in call.attempt.turns)


async def test_the_time_limit_counts_the_whole_call() -> None:
    script = [ScriptLine(f"Line {n}", after_s=60) for n in range(20)]
    call = await rehearse(scenario(), ScriptedCustomer(), script)
    assert call.attempt.ended is not None
    assert call.attempt.ended.reason is EndReason.TIME
    assert call.attempt.seconds_in(call.attempt.ended.at) == 600


async def test_an_exit_condition_ends_it() -> None:
    readings = [
        Reading(frozenset({Stance.PROMISES}), met=(("agreed", "promised"),), answered=("when",))
    ]
    script = [ScriptLine("I'll refund it by Friday"), ScriptLine("Bye")]
    call = await rehearse(scenario(), ScriptedCustomer(readings), script)
    assert call.attempt.ended is not None
    assert call.attempt.ended.exit == "agreed"
    assert len(call.scenes) == 3


async def test_the_log_numbers_its_entries_without_a_gap() -> None:
    call = await rehearse(scenario(), ScriptedCustomer(), [ScriptLine("Hi", 200)] * 3)
    numbers = [entry.number for entry in call.entries]
    assert numbers == list(range(len(numbers)))
