"""A call in a thread of a channel: who is heard there, and what is shown where."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from bots.teams.names import Verb
from tests.teams.people import ACME
from tests.teams.playground import words
from tests.teams.town.records import Post
from tests.teams_guest import Guest
from tests.teams_house import TeamsHouse

LINE = "I see both payments here."
PRACTICE = ACME.channels["practice"]


@dataclass(frozen=True, slots=True)
class Threaded:
    """A call of Tia's in a thread of the channel Practice. `root` is the id of its head."""

    house: TeamsHouse
    tia: Guest
    attempt: str
    root: str

    @property
    def thread(self) -> str:
        """The conversation."""
        return f"{PRACTICE};messageid={self.root}"

    @property
    def head(self) -> Post:
        """The head as it stands now."""
        return self.tia.posts(self.thread)[0]

    async def says(self, text: str, *, mention: bool = False) -> None:
        """Let Tia write in the thread."""
        await self.tia.says_in("practice", text, self.root, mention=mention)

    async def nears_its_end(self) -> None:
        """Let the time be nearly up. It goes on from there while the customer is seen to write."""
        [attempt] = await self.house.attempts()
        assert attempt.deadline is not None
        left = attempt.deadline - self.house.clock.now()
        await self.house.passes(left.total_seconds() - 55, self.attempt)

    async def heard(self) -> list[str]:
        """What the customer heard of her."""
        [attempt] = await self.house.attempts()
        return [turn.text for turn in attempt.turns if turn.speaker == "trainee"]


@pytest.fixture
async def call(house: TeamsHouse) -> Threaded:
    await house.staff()
    tia = house.guest("tia")
    attempt = await tia.starts(channel="practice")
    [head] = tia.posts(PRACTICE)
    return Threaded(house, tia, attempt, head.id)


async def test_a_call_begun_in_a_channel_stands_in_a_thread_and_its_score_in_ones_own_chat(
    call: Threaded,
) -> None:
    tia, before = call.tia, len(call.tia.posts())
    assert "answer there" in words(call.head.activity)
    await call.says(LINE)
    await call.nears_its_end()
    assert any("less than a minute left" in words(each) for each in call.head.versions)
    await tia.presses(Verb.END_CALL, call.head, "practice", call.root)
    [attempt] = await call.house.attempts()
    shown = tia.reads(call.thread)
    said = [turn.text for turn in attempt.turns if turn.speaker == "customer"]
    told = [post for post in shown[1:] if any(text in post for text in said)]
    assert len(told) == len(said) > 1
    warning, ended, scored = (post for post in shown[1:] if post not in told)
    assert "left. Time to wrap up" in warning
    assert "The call has ended" in ended
    assert "in the trainee’s own chat" in scored
    assert "Call ended after" in shown[0]
    [card] = tia.reads()[before:]
    assert "4 of 5" in card
    assert not any("4 of 5" in each for each in shown)
    assert len(tia.posts(PRACTICE)) == 1


async def test_whoever_would_practise_in_a_channel_begins_there_by_word(house: TeamsHouse) -> None:
    await house.staff()
    tia, alex = house.guest("tia"), house.guest("alex")
    await tia.does(Verb.ACCEPT, {"value": await house.assign()})
    root = house.town.say(tia.person, PRACTICE, "@Scrimmage practise")
    await tia.says_in("practice", "practise", root.id, mention=True)
    [_, card] = tia.posts(root.conversation)
    assert "A sample" in words(card.activity)
    refused = await alex.presses(Verb.START_CHAT, card, "practice", root.id)
    assert refused["type"] == "application/vnd.microsoft.activity.message"
    assert len(tia.posts(PRACTICE)) == 1
    await tia.presses(Verb.START_CHAT, card, "practice", root.id)
    [_, head] = tia.posts(PRACTICE)
    assert "answer there" in words(head.activity)
    await alex.says_in("practice", "practise", root.id, mention=True)
    assert "Alex, there is no call for you" in alex.reads(root.conversation)[-1]


async def test_a_mention_is_asked_for_until_a_line_without_one_was_heard(call: Threaded) -> None:
    asks, tia = "Mention @Scrimmage in each answer", call.tia
    assert asks in words(call.head.activity)
    await call.says(LINE, mention=True)
    await call.says("end call", mention=True)
    await tia.starts(channel="practice")
    assert asks in tia.reads(PRACTICE)[-1]
    await tia.says_in("practice", LINE, tia.posts(PRACTICE)[-1].id)
    assert len((await call.house.attempts())[-1].turns) == 3
    await tia.says_in("practice", "end call", tia.posts(PRACTICE)[-1].id)
    await tia.starts("either", channel="practice")
    assert asks not in tia.reads(PRACTICE)[-1]
    # What a channel's team allows is not forgotten with the process.
    await call.house.again()
    await tia.starts(channel="practice")
    assert "answer there" in tia.reads(PRACTICE)[-1]
    assert asks not in tia.reads(PRACTICE)[-1]


async def test_a_mention_of_us_is_no_word_to_the_customer(call: Threaded) -> None:
    await call.says(LINE, mention=True)
    assert await call.heard() == [LINE]


async def test_words_of_others_in_the_thread_are_not_the_trainees(call: Threaded) -> None:
    alex, shown = call.house.guest("alex"), len(call.tia.posts(call.thread))
    told = len(alex.posts())
    await alex.says_in("practice", "Offer her a voucher.", call.root)
    await alex.says_in("practice", "end call", call.root, mention=True)
    [attempt] = await call.house.attempts()
    assert await call.heard() == []
    assert attempt.ended is None
    # Alex is told so once, where nobody else reads it.
    assert len(call.tia.posts(call.thread)) == shown
    assert len(alex.posts()) == told + 1
    assert "Pat Sample hears Tia Moreau alone" in alex.reads()[-1]


async def test_what_a_coach_writes_below_a_call_that_has_ended_reaches_its_trainee(
    call: Threaded,
) -> None:
    ines, said = call.house.guest("ines"), "Say the date as well."
    await call.says(LINE)
    await ines.says_in("practice", said, call.root)
    assert not any(said in each for each in call.tia.reads())
    await call.says("end call")
    await ines.says_in("practice", said, call.root)
    assert said in call.tia.reads()[-1]
    assert not any(said in each for each in call.tia.reads(call.thread))


async def test_a_button_in_the_thread_is_the_trainees_alone(call: Threaded) -> None:
    alex = call.house.guest("alex")
    answer = await alex.presses(Verb.END_CALL, call.head, "practice", call.root)
    assert answer["type"] == "application/vnd.microsoft.activity.message"
    assert "Only the trainee can do this" in answer["value"]
    [attempt] = await call.house.attempts()
    assert attempt.ended is None


async def test_the_trainee_ends_the_call_by_word(call: Threaded) -> None:
    await call.says(LINE)
    await call.says("End call.", mention=True)
    [attempt] = await call.house.attempts()
    assert attempt.ended is not None
    assert await call.heard() == [LINE]
    call.tia.finds("The call has ended", call.thread)


async def test_other_words_of_ours_are_said_to_the_customer_in_the_thread(call: Threaded) -> None:
    await call.says("training")
    assert await call.heard() == ["training"]


async def test_what_is_changed_or_deleted_in_the_thread_stays_said(call: Threaded) -> None:
    tia, alex = call.tia, call.house.guest("alex")
    said = await tia.says_in("practice", LINE, call.root, mention=False)
    await tia.tells(tia.teller.edited(said, "I see nothing."))
    assert "has read what you wrote first" in tia.reads()[-1]
    await tia.tells(tia.teller.deleted(said))
    assert "stays in the transcript" in tia.reads()[-1]
    assert await call.heard() == [LINE]
    other, told = await alex.says_in("practice", "Hm.", call.root), len(alex.posts())
    await alex.tells(alex.teller.edited(other, "Hm!"))
    assert len(alex.posts()) == told


async def test_what_is_written_in_a_channel_that_is_not_to_us_is_let_be(call: Threaded) -> None:
    posts = {name: len(call.tia.posts(c)) for name, c in ACME.channels.items()}
    await call.house.guest("alex").says_in("general", "Lunch?")
    await call.tia.says_in("practice", "In a minute.")
    assert {name: len(call.tia.posts(c)) for name, c in ACME.channels.items()} == posts
    assert await call.heard() == []


async def test_a_word_of_ours_in_a_channel_is_answered_in_the_personal_chat(
    house: TeamsHouse,
) -> None:
    await house.staff()
    tia = house.guest("tia")
    await house.assign()
    root = house.town.say(tia.person, PRACTICE, "@Scrimmage training")
    await tia.says_in("practice", "training", root.id, mention=True)
    assert "A sample" in tia.reads()[-1]
    assert tia.reads(root.conversation)[1:] == ["I have answered you in our own chat."]


@pytest.mark.parametrize("told", [True, False])
async def test_without_a_personal_chat_a_word_is_answered_in_the_thread_and_calls_are_held_there(
    house: TeamsHouse, told: bool
) -> None:
    await house.staff()
    tia = house.guest("tia")
    await tia.does(Verb.ACCEPT, {"value": await house.assign()})
    if told:
        await tia.tells(tia.teller.installed(tia.person, action="remove"))
    house.town.expel(tia.person.chat)
    root = house.town.say(tia.person, PRACTICE, "@Scrimmage training")
    await tia.says_in("practice", "training", root.id, mention=True)
    [_, card] = tia.posts(root.conversation)
    await tia.presses(Verb.START_CHAT, card, "practice", root.id)
    assert "answer there" in tia.reads(PRACTICE)[-1]
    head = tia.posts(PRACTICE)[-1]
    assert head.id != root.id
    await tia.says_in("practice", LINE, head.id)
    assert len((await house.attempts())[0].turns) == 3


async def test_the_customer_is_seen_to_write_where_the_call_is_held(call: Threaded) -> None:
    await call.says(LINE)
    assert set(call.house.town.typing) == {call.thread}
    alex = call.house.guest("alex")
    await alex.starts()
    await alex.writes(LINE)
    assert set(call.house.town.typing) == {call.thread, alex.person.chat}
