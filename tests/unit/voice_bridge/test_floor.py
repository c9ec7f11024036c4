"""The floor on a clock of numbers: no sound, no models, nothing that waits."""

from __future__ import annotations

from typing import TypeVar

from hypothesis import given
from hypothesis import strategies as st

from core.scenario import Patience
from voice_bridge.turns.events import (
    Act,
    Began,
    Ended,
    Ending,
    GoOn,
    Happening,
    Hold,
    Judge,
    Judged,
    Nothing,
    OverBy,
    Partly,
    Talking,
    Transcribe,
    TurnOver,
    Understood,
    Window,
    Yield,
)
from voice_bridge.turns.floor import Customer, Floor, Trainee
from voice_bridge.turns.pace import LONG_S, PACES

A = TypeVar("A")
W = 0.032


class Told:
    """A floor and its clock. What it answers is kept by kind."""

    def __init__(self, patience: Patience = Patience.USUAL, most_words: int = 100) -> None:
        self.floor = Floor(PACES[patience], W, most_words)
        self.now = 0.0
        self.acts: list[Act] = []

    def passes(self, seconds: float, p: float) -> None:
        """Let windows of this probability pass."""
        for _ in range(round(seconds / W)):
            self.now += W
            self.take(Window(self.now, p))

    def take(self, happening: Happening) -> None:
        self.acts += self.floor.step(happening)

    def says(self, seconds: float, text: str, p: float | None = 0.95) -> None:
        """Speak, pause for a quarter of a second, and be understood and judged meanwhile."""
        self.passes(seconds, 1.0)
        self.passes(0.1, 0.0)
        pause = self.last(Transcribe).pause
        self.take(Understood(self.now, pause, text))
        self.passes(0.13, 0.0)
        if p is not None:
            self.take(Judged(self.now, pause, p))

    def kinds(self) -> list[type[Act]]:
        return [type(act) for act in self.acts]

    def last(self, kind: type[A]) -> A:
        return next(act for act in reversed(self.acts) if isinstance(act, kind))


def test_a_turn_that_sounds_finished_is_over_after_a_short_silence() -> None:
    told = Told()
    told.says(1.0, "I can help with that.")
    told.passes(0.1, 0.0)
    over = told.last(TurnOver)
    assert (over.text, over.by) == ("I can help with that.", OverBy.SOUND)
    assert 0.29 <= over.at - over.ended <= 0.36


def test_a_turn_that_does_not_waits_for_the_timer() -> None:
    told = Told()
    told.says(1.0, "So what I could", p=0.1)
    told.passes(1.4, 0.0)
    assert TurnOver not in told.kinds()
    told.passes(0.3, 0.0)
    assert told.last(TurnOver).by is OverBy.TIMER


def test_patience_is_the_scenarios() -> None:
    silences = {}
    for patience in Patience:
        told = Told(patience)
        told.says(1.0, "So what I could", p=0.1)
        told.passes(4.0, 0.0)
        over = told.last(TurnOver)
        silences[patience] = over.at - over.ended
    assert silences[Patience.BRISK] < silences[Patience.USUAL] < silences[Patience.PATIENT]


def test_words_that_end_with_a_voice_that_does_not_wait_for_a_moment() -> None:
    told = Told()
    told.says(1.0, "I have refunded it.", p=0.1)
    told.passes(0.5, 0.0)
    assert TurnOver not in told.kinds()
    told.passes(0.3, 0.0)
    assert told.last(TurnOver).by is OverBy.SOUND


def test_words_that_do_not_end_wait_for_the_timer_whatever_the_voice_does() -> None:
    told = Told()
    told.says(1.0, "Let me check whether the...", p=0.99)
    told.passes(1.4, 0.0)
    assert TurnOver not in told.kinds()


def test_judgement_is_asked_once_a_pause() -> None:
    told = Told()
    told.says(1.0, "So", p=None)
    told.passes(1.0, 0.0)
    assert told.kinds().count(Judge) == 1


def test_words_that_come_late_for_a_pause_that_is_over_count_for_nothing() -> None:
    told = Told()
    told.passes(1.0, 1.0)
    told.passes(0.1, 0.0)
    old = told.last(Transcribe).pause
    told.passes(1.0, 1.0)
    told.take(Understood(told.now, old, "Old words."))
    told.take(Judged(told.now, old, 1.0))
    told.passes(0.5, 0.0)
    assert TurnOver not in told.kinds()


def test_silence_is_counted_on_the_sounds_own_clock() -> None:
    told = Told()
    told.passes(1.0, 1.0)
    told.passes(0.1, 0.0)
    pause = told.last(Transcribe).pause
    # Sound that comes late is behind whoever understands it.
    told.take(Judged(told.now + 5.0, pause, 0.95))
    told.take(Understood(told.now + 5.0, pause, "I have done that."))
    assert TurnOver not in told.kinds()
    told.passes(0.3, 0.0)
    assert TurnOver in told.kinds()


def test_a_turn_without_words_is_none() -> None:
    told = Told()
    told.says(1.0, "")
    told.passes(0.3, 0.0)
    assert told.kinds()[-1] is Nothing
    assert told.floor.trainee is Trainee.SILENT


def test_the_customer_is_held_within_a_tenth_of_a_second() -> None:
    told = Told()
    told.take(Began(0.0))
    told.passes(1.0, 0.0)
    onset = told.now
    told.passes(0.1, 1.0)
    assert told.kinds()[-2:] == [Talking, Hold]
    assert told.now - onset <= 0.11


def test_after_a_sound_of_listening_the_customer_goes_on() -> None:
    told = Told()
    told.take(Began(0.0))
    told.says(0.4, "Mhm.")
    assert told.kinds()[-2:] != [Yield]
    assert GoOn in told.kinds()
    assert told.floor.customer is Customer.SPEAKING
    told.passes(3.0, 0.0)
    assert TurnOver not in told.kinds()


def test_words_take_the_turn() -> None:
    told = Told()
    told.take(Began(0.0))
    told.says(0.4, "Stop.")
    assert Yield in told.kinds()
    told.passes(0.2, 0.0)
    assert told.last(TurnOver).text == "Stop."


def test_words_understood_while_they_go_on_take_the_turn_too() -> None:
    told = Told()
    told.take(Began(0.0))
    told.passes(0.9, 1.0)
    told.take(Partly(told.now, "Mhm"))
    assert Yield not in told.kinds()
    told.take(Partly(told.now, "Wait a moment"))
    assert Yield in told.kinds()


def test_a_long_sound_takes_the_turn_whatever_it_is() -> None:
    told = Told()
    told.take(Began(0.0))
    told.passes(LONG_S + 0.1, 1.0)
    assert Yield in told.kinds()


def test_the_last_line_of_a_call_is_not_stopped() -> None:
    told = Told()
    told.take(Began(0.0, last=True))
    told.passes(1.0, 1.0)
    assert Hold not in told.kinds()


def test_an_answer_that_comes_as_the_line_ends_is_an_answer() -> None:
    told = Told()
    told.take(Began(0.0))
    told.take(Ending(0.0))
    told.passes(0.1, 1.0)
    told.take(Ended(told.now))
    told.says(0.3, "Yeah.")
    told.passes(0.2, 0.0)
    assert Hold not in told.kinds()
    assert told.last(TurnOver).text == "Yeah."


def test_a_monologue_is_cut_into_at_a_pause() -> None:
    told = Told(most_words=5)
    told.says(3.0, "one two three four five six seven", p=0.05)
    over = told.last(TurnOver)
    assert over.by is OverBy.CUT_IN
    assert over.at - over.ended < 0.25


def test_a_customer_that_cuts_in_insists_for_a_moment_and_then_yields() -> None:
    told = Told(most_words=5)
    told.passes(3.0, 1.0)
    told.take(Partly(told.now, "one two three four five six seven"))
    told.passes(6.1, 1.0)
    assert told.last(TurnOver).by is OverBy.CUT_IN
    told.take(Began(told.now))
    told.passes(1.0, 1.0)
    assert Hold not in told.kinds()
    told.passes(0.5, 1.0)
    assert Hold in told.kinds()


@given(
    st.lists(
        st.one_of(
            st.tuples(st.just("window"), st.floats(0, 1)),
            st.tuples(st.just("understood"), st.sampled_from(["", "Mhm.", "Wait.", "a b c d e f"])),
            st.tuples(st.just("judged"), st.floats(0, 1)),
            st.tuples(st.just("partly"), st.sampled_from(["", "Mhm", "one two three four five"])),
            st.tuples(st.just("began"), st.booleans()),
            st.tuples(st.just("ended"), st.just(0)),
            st.tuples(st.just("ending"), st.just(0)),
        ),
        max_size=120,
    )
)
def test_whatever_happens_the_floor_makes_sense(script: list[tuple[str, object]]) -> None:
    told = Told(most_words=4)
    held = False
    for kind, value in script:
        before = len(told.acts)
        _happens(told, kind, value)
        for act in told.acts[before:]:
            match act:
                case Hold():
                    assert not held
                    held = True
                case GoOn(held=was) if was:
                    assert held
                    held = False
                case Yield():
                    assert held
                    held = False
                case TurnOver(at=at, text=text, began=began, ended=ended):
                    assert text
                    assert began <= ended <= at
        if kind in {"began", "ended"}:
            held = False


def _happens(told: Told, kind: str, value: object) -> None:
    pause = next((a.pause for a in reversed(told.acts) if isinstance(a, Transcribe)), 0)
    if kind == "window":
        assert isinstance(value, float)
        told.passes(W, value)
        return
    happenings: dict[str, Happening] = {
        "understood": Understood(told.now, pause, str(value)),
        "judged": Judged(told.now, pause, float(value) if isinstance(value, float) else 0.0),
        "partly": Partly(told.now, str(value)),
        "began": Began(told.now, last=bool(value)),
        "ended": Ended(told.now),
        "ending": Ending(told.now),
    }
    told.take(happenings[kind])
