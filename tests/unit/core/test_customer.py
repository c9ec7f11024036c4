"""What the customer decides to do."""

from __future__ import annotations

from collections.abc import Iterable

from core.attempt import Attempt, ObjectionState, Owed
from core.beats import Act, Move
from core.customer import IDLE_LIMIT, Decision, decide
from core.engine import step
from core.events import Replied, Spoke, Started
from core.moods import Drift, Mood
from core.reading import Reading
from core.rehearsal import EPOCH, new_attempt
from core.scenario import Mode, Scenario
from core.stances import Attack, Stance
from tests.samples import scenario


class Talk:
    """A call in which the trainee's turns are readings."""

    def __init__(self, played: Scenario) -> None:
        self.scenario = played
        attempt = new_attempt(played, seed=0, mode=Mode.CHAT)
        self.attempt: Attempt = step(attempt, Started(EPOCH), played).attempt
        self.decision = decide(self.attempt, played, None)
        self._answer()

    def says(
        self, *stances: Stance, attack: Attack | None = None, **read: Iterable[object] | object
    ) -> Decision:
        """Let the trainee do this, and return what the customer decides."""
        reading = Reading(frozenset(stances), attack=attack, **read)  # type: ignore[arg-type]
        key = str(len(self.attempt.turns))
        self.attempt = step(self.attempt, Spoke(EPOCH, key, "…"), self.scenario).attempt
        assert self.attempt.owed is Owed.REPLY
        self.decision = decide(self.attempt, self.scenario, reading)
        self._answer()
        return self.decision

    def _answer(self) -> None:
        text = f"line {len(self.attempt.turns)}"
        replied = Replied(EPOCH, self.decision, text, ())
        self.attempt = step(self.attempt, replied, self.scenario).attempt

    @property
    def acts(self) -> list[Act]:
        """The acts of the last beat."""
        return [move.act for move in self.decision.beat.moves]

    def objection(self, name: str) -> ObjectionState:
        """How an objection stands."""
        return self.attempt.customer.objection(name).state


def test_it_opens_with_its_scripted_line() -> None:
    assert Talk(scenario()).decision.beat.moves == (Move(Act.OPEN),)


def test_a_fact_comes_when_it_is_asked_for_and_only_then() -> None:
    talk = Talk(scenario())
    assert Act.TELL not in [m.act for m in talk.says(Stance.GREETS).beat.moves]
    assert talk.says(Stance.ASKS, asked=("email",)).beat.moves[0] == Move(Act.TELL, "email")
    assert talk.attempt.customer.told == ("email",)
    assert talk.says(Stance.ASKS, asked=("email",)).beat.moves[0] == Move(Act.TELL_AGAIN, "email")


def test_it_does_not_make_up_what_it_does_not_know() -> None:
    talk = Talk(scenario())
    talk.says(Stance.ASKS, asked_unknown=True)
    assert Act.DOES_NOT_KNOW in talk.acts


def test_an_objection_is_raised_when_due_and_brought_up_again_when_passed_over() -> None:
    talk = Talk(scenario())
    talk.says(Stance.GREETS)
    assert talk.objection("why") is ObjectionState.WAITING
    talk.says(Stance.ASKS)
    assert talk.objection("why") is ObjectionState.RAISED
    talk.says(Stance.ASKS)
    talk.says(Stance.ASKS)
    assert talk.objection("why") is ObjectionState.RETURNED


def test_an_objection_that_was_answered_does_not_come_back() -> None:
    talk = Talk(scenario())
    talk.says(Stance.GREETS)
    talk.says(Stance.ASKS)
    talk.says(Stance.EXPLAINS, answered=("why",))
    assert Act.ACCEPT in talk.acts
    for _ in range(12):
        talk.says(Stance.EXPLAINS)
        assert Move(Act.OBJECT_AGAIN, "why") not in talk.decision.beat.moves
        assert Move(Act.OBJECT, "why") not in talk.decision.beat.moves
    assert talk.objection("why") is ObjectionState.RESOLVED


def test_an_answer_before_the_objection_saves_it() -> None:
    talk = Talk(scenario())
    talk.says(Stance.EXPLAINS, answered=("why",))
    talk.says(Stance.ASKS)
    assert talk.attempt.customer.objection("why").times == 0
    assert Act.ACCEPT not in talk.acts


def test_a_promise_is_not_enough_while_an_objection_stands_in_the_way() -> None:
    talk = Talk(scenario())
    decision = talk.says(Stance.PROMISES, met=(("agreed", "promised"),))
    assert decision.exit is None
    assert Move(Act.OBJECT, "when") in decision.beat.moves
    decision = talk.says(Stance.EXPLAINS, answered=("when",))
    assert decision.exit == "agreed"
    assert decision.beat.ends_call


def test_a_refusal_takes_a_promise_back() -> None:
    talk = Talk(scenario())
    talk.says(Stance.PROMISES, met=(("agreed", "promised"),))
    talk.says(Stance.REFUSES, undone=(("agreed", "promised"),))
    assert Act.PUSH_BACK in talk.acts
    assert talk.says(Stance.EXPLAINS, answered=("when",)).exit is None


def test_a_step_may_need_several_times() -> None:
    talk = Talk(scenario())
    assert talk.says(Stance.REFUSES, met=(("refused", "no"),)).exit is None
    assert talk.says(Stance.REFUSES, met=(("refused", "no"),)).exit == "refused"


def test_a_mood_that_is_too_low_stands_in_the_way() -> None:
    talk = Talk(scenario(Mood.ANGRY))
    met = (("agreed", "promised"),)
    decision = talk.says(Stance.BLAMES, met=met, answered=("when",))
    assert decision.exit is None
    for _ in range(4):
        decision = talk.says(Stance.ACKNOWLEDGES, Stance.TAKES_OWNERSHIP)
        if decision.exit:
            break
    assert decision.exit == "agreed"


def test_an_attack_is_put_aside_and_moves_nothing() -> None:
    talk = Talk(scenario())
    for attack in Attack:
        decision = talk.says(
            Stance.ASKS,
            attack=attack,
            asked=("email",),
            met=(("agreed", "promised"),),
        )
        expected = Act.HURT if attack is Attack.ABUSE else Act.DEFLECT
        assert [m.act for m in decision.beat.moves] == [expected]
        assert any(note.kind == "attack" for note in decision.notes)
    assert talk.attempt.customer.told == ()
    assert talk.attempt.customer.met == ()


def test_who_is_insulted_too_often_hangs_up_the_sooner_the_faster_the_drift() -> None:
    turns = {}
    for drift in Drift:
        talk = Talk(scenario(drift=drift))
        count = 0
        while talk.decision.exit is None:
            talk.says(Stance.RUDE)
            count += 1
        assert talk.decision.exit == "left_rude"
        turns[drift] = count
    assert turns[Drift.FAST] < turns[Drift.MEDIUM] < turns[Drift.SLOW]


def test_a_call_that_leads_nowhere_is_given_up() -> None:
    talk = Talk(scenario())
    for _ in range(IDLE_LIMIT - 1):
        assert talk.says().exit is None
    assert talk.says().exit == "left_stuck"


def test_it_changes_the_subject_once_and_comes_back() -> None:
    talk = Talk(scenario())
    acts = []
    for _ in range(12):
        talk.says(Stance.AGREES)
        acts += talk.acts
    assert acts.count(Act.TANGENT) == 1
    assert acts.index(Act.RETURN) > acts.index(Act.TANGENT)


def test_it_cuts_into_a_monologue() -> None:
    talk = Talk(scenario())
    talk.says(Stance.EXPLAINS, words=SAMPLE_WORDS)
    assert Act.INTERRUPT in talk.acts


SAMPLE_WORDS = scenario().monologue_words + 1


def test_a_tool_gives_its_result_and_shows_what_goes_with_it() -> None:
    talk = Talk(scenario())
    decision = talk.says(Stance.REQUESTS, tool="app")
    assert Move(Act.USE_TOOL, "app") in decision.beat.moves
    assert decision.shows == "statement"
    talk.says(Stance.PROMISES, met=(("agreed", "promised"),))
    assert talk.says(Stance.REQUESTS, tool="app").shows is None
    assert talk.attempt.customer.shown == ("statement",)


def test_a_refusal_is_answered_before_anything_else() -> None:
    talk = Talk(scenario())
    talk.says(Stance.REFUSES)
    assert talk.acts[0] is Act.PUSH_BACK


def test_a_refusal_is_pushed_back_even_when_it_is_a_step_to_a_bad_end() -> None:
    talk = Talk(scenario())
    talk.says(Stance.REFUSES, met=(("refused", "no"),))
    assert talk.acts[0] is Act.PUSH_BACK


def test_a_refusal_that_answers_a_doubt_is_not_pushed_back() -> None:
    talk = Talk(scenario())
    talk.says(Stance.GREETS)
    talk.says(Stance.ASKS)
    talk.says(Stance.REFUSES, answered=("why",))
    assert Act.PUSH_BACK not in talk.acts
