"""What is still to be said when a line broke off."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from adapters.models.left_to_say import left_out, left_to_say
from core.attempt import Call
from core.beats import Act, Beat, Move
from core.moods import Mood
from core.rehearsal import new_attempt
from core.scenario import Mode
from tests.samples import scenario

SAMPLE = scenario()
CALL = Call(new_attempt(SAMPLE, seed=0, mode=Mode.CHAT), SAMPLE)
SOFTEN, EMAIL, WHY = Move(Act.SOFTEN), Move(Act.TELL, "email"), Move(Act.OBJECT, "why")
CLOSE, RUDE = Move(Act.CLOSE, "agreed"), Move(Act.LEAVE_RUDE)


def beat(*moves: Move) -> Beat:
    return Beat(moves, Mood.CALM)


@pytest.mark.parametrize(
    ("moves", "said", "left"),
    [
        ((SOFTEN, EMAIL), (), (SOFTEN, EMAIL)),
        ((SOFTEN, EMAIL), ("That's kind.",), (EMAIL,)),
        ((SOFTEN, EMAIL), ("Sure, pat@example.com.",), ()),
        ((EMAIL, WHY), ("Sure, pat@example.com.",), (WHY,)),
        ((WHY,), ("Well.",), (WHY,)),
        ((WHY,), ("Why should I believe that?",), ()),
        ((SOFTEN,), ("That's kind.",), ()),
        ((CLOSE,), ("Good.",), (CLOSE,)),
        ((CLOSE,), ("Good, goodbye.",), ()),
        ((RUDE,), ("I've had enough.",), (RUDE,)),
        ((RUDE,), ("I’m off.",), ()),
    ],
)
def test_what_matters_is_left(
    moves: Sequence[Move], said: Sequence[str], left: Sequence[Move]
) -> None:
    found = left_to_say(CALL, beat(*moves), said)
    assert (found.moves if found else ()) == tuple(left)


@pytest.mark.parametrize(
    ("moves", "said", "left"),
    [
        ((EMAIL,), ("Sure, one second.",), (EMAIL,)),
        ((EMAIL,), ("It's pat@example.com.",), ()),
        # In one's own words a doubt may sound quite different: the model is believed.
        ((WHY,), ("I doubt it.",), ()),
        ((CLOSE,), ("Fine.",), (CLOSE,)),
        ((CLOSE,), ("Thanks, that's all.",), ()),
    ],
)
def test_a_finished_line_lacks_only_what_is_plainly_missing(
    moves: Sequence[Move], said: Sequence[str], left: Sequence[Move]
) -> None:
    found = left_out(CALL, beat(*moves), said)
    assert (found.moves if found else ()) == tuple(left)
